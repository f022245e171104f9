using System.Text.Json;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>A result that the transport itself makes, because there is no engine's to give.</summary>
internal static class LiveError
{
    /// <summary>For a fault of ours: the log has the rest.</summary>
    public static readonly LiveResult Unexpected = Of("Something went wrong on our side.", "INTERNAL_ERROR");

    public static readonly LiveResult TooManyOperations = Of("Too many operations on one socket.", "TOO_MANY_OPERATIONS");

    public static LiveResult Of(Farewell why) => Of($"{why.Reason}.", why.ErrorCode);

    private static LiveResult Of(string message, string code) => new(
        JsonSerializer.SerializeToUtf8Bytes(new { errors = new[] { new { message, extensions = new { code } } } }), RequestError: true);
}
