using System.Text.Json;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>A request in JSON: of an HTTP body or of a WebSocket message's payload.</summary>
internal static class RequestJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Limits.JsonDepth };

    public static (GraphQlRequest? Request, string? Fault) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Options);
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is an unpaired surrogate in a string: not text, so not a request.
            return (null, "The body is not JSON.");
        }
    }

    public static (GraphQlRequest? Request, string? Fault) Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return (null, "Batches are not executed.");
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "The body is not a request object.");
        var read = new Fields(root);
        var request = new GraphQlRequest(
            read.Text("query"),
            read.Text("operationName"),
            read.Object("variables") is { } variables ? JsonValues.Object(variables) : null,
            read.Text("id") ?? read.Text("documentId") ?? read.Text("doc_id") ?? Persisted(read.Object("extensions")));
        if (read.Fault is null && request is { Query: null, DocumentId: null })
            return (null, "The request holds no query.");
        return (request, read.Fault);
    }

    private static string? Persisted(JsonElement? extensions) =>
        extensions is { } given && given.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String ? hash.GetString() : null;

    private sealed class Fields(JsonElement root)
    {
        public string? Fault { get; private set; }

        public string? Text(string name)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString();
            Fault ??= $"{name} must be a string.";
            return null;
        }

        public JsonElement? Object(string name)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (value.ValueKind == JsonValueKind.Object)
                return value;
            Fault ??= $"{name} must be an object.";
            return null;
        }
    }
}
