using System.Text.Json;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>The operations running on one socket, each in a scope of its own.</summary>
internal sealed class LiveOperations(
    ILiveEngine engine, IServiceScopeFactory scopes, SocketOutbox outbox, Dialect dialect, LiveLimits limits, Caller caller, ILogger log,
    CancellationToken ended) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveOperation> _byId = [];
    private readonly HashSet<Task> _running = [];

    // Twice as many as may be awaited: those that the client has stopped may still be letting go of what they hold.
    private readonly SemaphoreSlim _room = new(limits.OperationsPerSocket * 2);

    public bool Has(string id)
    {
        lock (_gate) return _byId.ContainsKey(id);
    }

    public bool Full
    {
        get { lock (_gate) return _byId.Count >= limits.OperationsPerSocket; }
    }

    /// <summary>Waits while too many stopped operations have not yet ended: whoever starts and stops in a loop is read no faster.</summary>
    public async Task Start(string id, JsonElement request)
    {
        await _room.WaitAsync(ended);
        var operation = new LiveOperation(id, ended);
        lock (_gate) _byId.Add(id, operation);
        // On the pool: parsing one document must not hold up the next message.
        var running = Task.Run(() => Run(operation, request), CancellationToken.None);
        lock (_gate)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(running);
        }
    }

    /// <summary>The client lost interest; an operation that has just ended by itself is no mistake.</summary>
    public void Stop(string id)
    {
        lock (_gate)
            if (_byId.Remove(id, out var operation)) operation.Stop();
    }

    /// <summary>When all have let go.</summary>
    public Task Finished()
    {
        lock (_gate) return Task.WhenAll(_running);
    }

    public void Dispose() => _room.Dispose();

    private async Task Run(LiveOperation operation, JsonElement request)
    {
        try
        {
            var last = await Execute(operation, request);
            // First gone, then said so: the client may use the id again as soon as it hears.
            if (Release(operation)) await outbox.Send(last, ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        finally
        {
            operation.Dispose();
            _room.Release();
        }
    }

    /// <summary>What is to be said at the end.</summary>
    private async Task<ReadOnlyMemory<byte>> Execute(LiveOperation operation, JsonElement request)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await foreach (var result in engine.Run(request, scope.ServiceProvider, caller, operation.Stopped))
            {
                var message = ServerMessage.Result(dialect, operation.Id, result);
                if (result.RequestError) return message;
                await outbox.Send(message, operation.Stopped);
            }
        }
        catch (OperationCanceledException) when (operation.Stopped.IsCancellationRequested)
        {
        }
        catch (Exception e) // The socket's other operations go on.
        {
            log.LogError(e, "A live operation failed");
            return ServerMessage.Result(dialect, operation.Id, LiveError.Unexpected);
        }
        return ServerMessage.Complete(operation.Id);
    }

    /// <summary>Whether the client still waits for the end.</summary>
    private bool Release(LiveOperation operation)
    {
        lock (_gate)
            return _byId.TryGetValue(operation.Id, out var held) && held == operation && _byId.Remove(operation.Id);
    }
}
