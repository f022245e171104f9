using System.Globalization;
using CaseManager.Server.GraphQl.Errors;
using CaseManager.Server.GraphQl.Execution;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>Answers on HTTP, with the statuses of the GraphQL-over-HTTP draft.</summary>
internal static class Replies
{
    public static Task Send(HttpContext http, Answer answer, Media media)
    {
        if (answer.RetryAfter is { } wait)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Write(http, answer, media);
        }
        http.Response.StatusCode = answer.Executed || answer.Errors.Count == 0 || media == Media.Json
            ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        return Write(http, answer, media);
    }

    public static Task Refuse(HttpContext http, int status, string message, string code, Media media = Media.Json)
    {
        http.Response.StatusCode = status;
        return Write(http, Answer.Refused(new WireError(message, code)), media);
    }

    /// <summary>No token, a foreign one, an expired one: the same answer.</summary>
    public static Task Unauthenticated(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Write(http, Answer.Refused(ErrorTable.NotAuthenticated), Media.Json);
    }

    private static async Task Write(HttpContext http, Answer answer, Media media)
    {
        http.Response.ContentType = media == Media.Response ? MediaNames.Response : MediaNames.Json;
        http.Response.Headers.CacheControl = "no-store";
        answer.WriteTo(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
