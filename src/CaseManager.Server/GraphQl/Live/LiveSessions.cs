using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>Counts and ends live connections. One per node.</summary>
internal sealed class LiveSessions(LiveLimits limits, TimeProvider clock) : ILiveSessions
{
    // Longer than an authentication may take, so that no revocation is forgotten while one is under way.
    private TimeSpan Remembered => limits.InitWithin * 2;

    private readonly Lock _gate = new();
    private readonly HashSet<LiveSession> _open = [];
    private readonly Queue<(long At, Func<Caller, bool> Whose)> _ended = new();

    public int Count
    {
        get { lock (_gate) return _open.Count; }
    }

    public IReadOnlyCollection<Caller> Callers
    {
        get { lock (_gate) return [.. _open.Select(session => session.Caller!)]; }
    }

    /// <summary>A connection that has not yet said whose it is.</summary>
    public LiveSession Arrive(CancellationToken aborted) => new(this, clock, clock.GetTimestamp(), aborted);

    public void End(Func<Caller, bool> whose)
    {
        List<LiveSession> ended;
        lock (_gate)
        {
            Forget();
            _ended.Enqueue((clock.GetTimestamp(), whose));
            ended = [.. _open.Where(session => whose(session.Caller!))];
        }
        foreach (var session in ended) session.End(Farewell.Revoked);
    }

    /// <summary>Null once the caller is in; else why not.</summary>
    internal Farewell? Admit(LiveSession session, Caller caller)
    {
        lock (_gate)
        {
            if (session.Ended.IsCancellationRequested) return session.Why ?? Farewell.Goodbye;
            if (_ended.Any(end => end.At >= session.ArrivedAt && end.Whose(caller))) return Farewell.Revoked;
            if (_open.Count(other => other.Caller!.Officer == caller.Officer) >= limits.ConnectionsPerOfficer) return Farewell.TooMany;
            session.Caller = caller;
            _open.Add(session);
            return null;
        }
    }

    internal void Leave(LiveSession session)
    {
        lock (_gate) _open.Remove(session);
    }

    private void Forget()
    {
        while (_ended.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At) > Remembered) _ended.Dequeue();
    }
}
