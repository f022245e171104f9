namespace CaseManager.Server.GraphQl.Live;

/// <summary>The words of one of the two sub-protocols. They differ in little else.</summary>
/// <param name="Subscribe">Begins an operation.</param>
/// <param name="Stop">The client loses interest in one.</param>
/// <param name="Next">Carries a result.</param>
/// <param name="KeepAlive">What the server sends now and then.</param>
/// <param name="Ping">The client's own, to be answered with <c>pong</c>; null where the protocol has none.</param>
/// <param name="Terminate">The client says goodbye; null where it just closes.</param>
/// <param name="ErrorIsList">Whether an <c>error</c> carries all errors or only one.</param>
internal sealed record Dialect(
    string SubProtocol, string Subscribe, string Stop, string Next, string KeepAlive, string? Ping, string? Terminate, bool ErrorIsList)
{
    /// <summary>The protocol of npm <c>graphql-ws</c>, of Apollo, urql, Relay.</summary>
    public static readonly Dialect Transport = new(
        "graphql-transport-ws", "subscribe", "complete", "next", KeepAlive: "ping", Ping: "ping", Terminate: null, ErrorIsList: true);

    /// <summary>The older one of <c>subscriptions-transport-ws</c>, which StrawberryShake still speaks; confusingly named like the newer's library.</summary>
    public static readonly Dialect Legacy = new(
        "graphql-ws", "start", "stop", "data", KeepAlive: "ka", Ping: null, "connection_terminate", ErrorIsList: false);

    /// <summary>The first that the server prefers among those the client offers; null when it offers neither.</summary>
    public static Dialect? Of(IEnumerable<string> offered) =>
        new[] { Transport, Legacy }.FirstOrDefault(dialect => offered.Contains(dialect.SubProtocol, StringComparer.Ordinal));
}
