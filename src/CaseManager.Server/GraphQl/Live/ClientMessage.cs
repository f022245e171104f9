using System.Text.Json;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>What a client says on a socket: <c>{"id", "type", "payload"}</c>.</summary>
internal sealed record ClientMessage(string Type, string? Id, JsonElement Payload)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Null when it is no such message.</summary>
    public static ClientMessage? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return null;

            var hasId = root.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null;
            if (hasId && id.ValueKind != JsonValueKind.String) return null;

            var payload = root.TryGetProperty("payload", out var given) ? given.Clone() : default;
            return new ClientMessage(type.GetString()!, hasId ? id.GetString() : null, payload);
        }
        // JsonException: no JSON, or too deep. InvalidOperationException: a string that is no UTF-16.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The bearer token in a <c>connection_init</c>, under any of the names that clients use; null when there is none.</summary>
    public string? Token()
    {
        if (Payload.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in (ReadOnlySpan<string>)["Authorization", "authorization", "token"])
            if (Payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                return BearerToken.In(value.GetString());
        return null;
    }
}
