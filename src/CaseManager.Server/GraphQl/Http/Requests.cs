using System.Net.Mime;
using System.Text.Json;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>A request read from HTTP, or the status and sentence that refuse it.</summary>
internal readonly record struct Received(GraphQlRequest? Request, int Status, string? Fault, string Code)
{
    public static Received No(int status, string fault, string code = Codes.BadRequest) => new(null, status, fault, code);
}

internal static class Requests
{
    private static readonly string[] Preflights = ["GraphQL-Preflight", "GraphQL-Require-Preflight", "Apollo-Require-Preflight"];

    public static async Task<Received> Read(HttpContext http)
    {
        var received = HttpMethods.IsPost(http.Request.Method) ? await Post(http) : Get(http.Request);
        return received.Request is { } request ? received with { Request = request with { Cost = Cost(http.Request), LastEvent = LastEvent(http.Request) } } : received;
    }

    private static async Task<Received> Post(HttpContext http)
    {
        if (!IsJson(http.Request.ContentType))
            return Received.No(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json.");
        if (await Body.Read(http.Request, http.RequestAborted) is not { } body)
            return Received.No(StatusCodes.Status413PayloadTooLarge, $"A body may hold {Limits.BodyBytes} bytes.", Codes.TooLarge);
        return Checked(RequestJson.Read(body));
    }

    private static Received Get(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0 && !Preflights.Any(request.Headers.ContainsKey))
            return Received.No(StatusCodes.Status400BadRequest, "A GET needs the header GraphQL-Preflight.", Codes.Preflight);
        var query = request.Query;
        try
        {
            using var variables = Json(query["variables"]);
            using var extensions = Json(query["extensions"]);
            var json = JsonSerializer.SerializeToElement(new Dictionary<string, object?>
            {
                ["query"] = query["query"].FirstOrDefault(),
                ["operationName"] = query["operationName"].FirstOrDefault(),
                ["variables"] = variables?.RootElement,
                ["extensions"] = extensions?.RootElement,
                ["id"] = query["id"].FirstOrDefault() ?? query["documentId"].FirstOrDefault() ?? query["doc_id"].FirstOrDefault(),
            });
            return Checked(RequestJson.Read(json));
        }
        catch (JsonException)
        {
            return Received.No(StatusCodes.Status400BadRequest, "variables and extensions must be JSON objects.");
        }
    }

    private static Received Checked((GraphQlRequest? Request, string? Fault) read) => read.Fault is { } fault
        ? Received.No(StatusCodes.Status400BadRequest, fault)
        : new(read.Request, StatusCodes.Status200OK, null, "");

    private static JsonDocument? Json(string? text) =>
        string.IsNullOrEmpty(text) ? null : JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Limits.JsonDepth });

    private static string? LastEvent(HttpRequest request) =>
        request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : null;

    private static CostReport Cost(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString().ToLowerInvariant() switch
    {
        "report" => CostReport.Report,
        "validate" => CostReport.Validate,
        _ => CostReport.None,
    };

    /// <summary>Any parameter but a charset other than UTF-8 is ignored.</summary>
    private static bool IsJson(string? type)
    {
        if (type == MediaTypeNames.Application.Json)
            return true;
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed))
            return false;
        return string.Equals(parsed.MediaType, MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            && (parsed.CharSet is null || string.Equals(parsed.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
