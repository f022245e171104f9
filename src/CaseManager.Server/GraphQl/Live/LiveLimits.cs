namespace CaseManager.Server.GraphQl.Live;

/// <summary>What a socket or an event stream may take, and for how long. Configuration section <c>GraphQl:Live</c>.</summary>
public sealed record LiveLimits
{
    public const string Section = "GraphQl:Live";

    /// <summary>From the upgrade to <c>connection_init</c>, authentication included.</summary>
    public TimeSpan InitWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between the server's pings on a socket.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between the comments that keep proxies from closing a silent event stream.</summary>
    public TimeSpan CommentEvery { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>A client that takes no bytes for this long is cut off; it refetches when it is back.</summary>
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the server's close frame to the client's.</summary>
    public TimeSpan GoodbyeWithin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Bytes of one message of a client.</summary>
    public int MessageBytes { get; init; } = Limits.MessageBytes;

    /// <summary>Messages waiting to be sent; operations wait behind a full queue.</summary>
    public int QueuedMessages { get; init; } = 64;

    /// <summary>Operations running at once on one socket.</summary>
    public int OperationsPerSocket { get; init; } = 20;

    /// <summary>Sockets and event streams of one officer, on this node.</summary>
    public int ConnectionsPerOfficer { get; init; } = 32;

    /// <summary>Bytes of an operation's id; it must fit into a close frame's reason.</summary>
    public int IdBytes { get; init; } = 80;

    /// <summary>Origins, such as <c>https://cases.example.org</c>, from which a browser may open a socket beside the server's own.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}
