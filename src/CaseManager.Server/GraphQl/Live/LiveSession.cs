using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>One open connection: whose it is, and the token that ends everything running on it.</summary>
internal sealed class LiveSession : IDisposable
{
    // The longest a timer can be set for; a connection does not live that long.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly LiveSessions _sessions;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _ended;
    private readonly Lock _gate = new();
    private ITimer? _expiry;
    private bool _disposed;

    internal LiveSession(LiveSessions sessions, TimeProvider clock, long arrivedAt, CancellationToken aborted)
    {
        (_sessions, _clock, ArrivedAt) = (sessions, clock, arrivedAt);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        Ended = _ended.Token;
    }

    internal long ArrivedAt { get; }

    /// <summary>Null until admitted.</summary>
    public Caller? Caller { get; internal set; }

    /// <summary>Why the server ended it; null while it has not, also when the client went away.</summary>
    public Farewell? Why { get; private set; }

    /// <summary>Cancelled when the client has gone or the server has ended the connection.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Lets the caller in until the token's end; otherwise says why not.</summary>
    public Farewell? Admit(Caller caller)
    {
        var left = caller.ExpiresAt - _clock.GetUtcNow();
        if (left <= TimeSpan.Zero) return Farewell.Expired;
        if (_sessions.Admit(this, caller) is { } refused) return refused;

        _expiry = _clock.CreateTimer(
            _ => End(Farewell.Expired), null, left < LongestTimer ? left : LongestTimer, Timeout.InfiniteTimeSpan);
        return null;
    }

    /// <summary>Ends it; the first reason stays.</summary>
    public void End(Farewell why)
    {
        lock (_gate)
        {
            if (_disposed || Why is not null) return;
            Why = why;
            // What listens runs elsewhere: whoever revokes must not wait for, or fail with, what runs on the connection.
            _ = _ended.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_gate) _disposed = true;
        _expiry?.Dispose();
        _sessions.Leave(this);
        _ended.Dispose();
    }
}
