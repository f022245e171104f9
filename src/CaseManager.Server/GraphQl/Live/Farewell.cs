namespace CaseManager.Server.GraphQl.Live;

/// <summary>Why the server ends a connection: the WebSocket close code, and the code that an event stream's last error carries.</summary>
/// <param name="Code">4400 and up as the GraphQL over WebSocket protocol has them, below as RFC 6455 has them.</param>
internal sealed record Farewell(int Code, string Reason, string ErrorCode)
{
    public static readonly Farewell Goodbye = new(1000, "Goodbye", "");
    public static readonly Farewell Leaving = new(1001, "The server is going down", "SERVICE_UNAVAILABLE");
    public static readonly Farewell TooBig = new(1009, "The message is too big", "REQUEST_TOO_LARGE");
    public static readonly Farewell Broken = new(1011, "Something went wrong on our side", "INTERNAL_ERROR");
    public static readonly Farewell Malformed = new(4400, "Invalid message", "BAD_REQUEST");
    public static readonly Farewell Unauthorized = new(4401, "Unauthorized", "AUTH_NOT_AUTHENTICATED");
    public static readonly Farewell Expired = new(4401, "The token has expired", "AUTH_NOT_AUTHENTICATED");
    public static readonly Farewell Revoked = new(4403, "Forbidden", "AUTH_NOT_AUTHORIZED");
    public static readonly Farewell TooMany = new(4403, "Too many connections of one officer", "TOO_MANY_CONNECTIONS");
    public static readonly Farewell NoProtocol = new(4406, "Subprotocol not acceptable", "");
    public static readonly Farewell NoInit = new(4408, "Connection initialisation timeout", "");
    public static readonly Farewell SecondInit = new(4429, "Too many initialisation requests", "");

    // A close frame has room for 123 bytes of reason; longer ids are refused before.
    public static Farewell Duplicate(string id) => new(4409, $"Subscriber for {id} already exists", "");
}
