namespace CaseManager.Server.GraphQl.Live;

/// <summary>One operation on a socket: its id and what stops it.</summary>
internal sealed class LiveOperation : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Lock _gate = new();
    private bool _disposed;

    public LiveOperation(string id, CancellationToken ended)
    {
        Id = id;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Stopped = _stop.Token;
    }

    public string Id { get; }

    public CancellationToken Stopped { get; }

    public void Stop()
    {
        // Elsewhere: the thread that reads the client's messages does not run what listens.
        lock (_gate)
            if (!_disposed) _ = _stop.CancelAsync();
    }

    public void Dispose()
    {
        lock (_gate) _disposed = true;
        _stop.Dispose();
    }
}
