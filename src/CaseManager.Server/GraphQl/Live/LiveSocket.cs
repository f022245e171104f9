using System.Net.WebSockets;
using System.Text;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>The conversation on one socket: initialisation once, then operations, until one side has enough.</summary>
internal sealed class LiveSocket(
    WebSocket socket, Dialect dialect, LiveSession session, LiveLimits limits, TimeProvider clock,
    Func<string?, Task<Kernel.Caller?>> authenticate, Func<SocketOutbox, Kernel.Caller, LiveOperations> seat) : IDisposable
{
    private readonly SocketInbox _inbox = new(socket, limits.MessageBytes);
    private readonly SocketOutbox _outbox = new(socket, limits, clock);
    private LiveOperations? _operations;
    private bool _initialised;

    public async Task Run(CancellationToken aborted)
    {
        using var patience = clock.CreateTimer(
            _ => { if (!Volatile.Read(ref _initialised)) session.End(Farewell.NoInit); }, null, limits.InitWithin, Timeout.InfiniteTimeSpan);
        using var pings = clock.CreateTimer(_ => Ping(), null, limits.PingEvery, limits.PingEvery);

        var listening = Listen(aborted);
        var writing = Speak();
        await Task.WhenAny(listening, writing);
        session.End(Farewell.Goodbye); // unless one of them knows better
        await writing;
        await HangUp(listening);
        if (_operations is not null) await _operations.Finished();
    }

    public void Dispose() => _operations?.Dispose();

    private void Ping()
    {
        if (Volatile.Read(ref _initialised)) _outbox.SendIfQuiet(ServerMessage.Plain(dialect.KeepAlive));
    }

    private async Task Speak()
    {
        try
        {
            await _outbox.Run(session.Ended);
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException or IOException or ObjectDisposedException)
        {
            session.End(Farewell.Goodbye);
            socket.Abort(); // it does not read, or is gone: a close frame would wait like the rest
        }
    }

    private async Task Listen(CancellationToken aborted)
    {
        try
        {
            while (true)
            {
                var (message, end) = await _inbox.Receive(aborted);
                end ??= ClientMessage.Parse(message) is { } said ? await Answer(said) : Farewell.Malformed;
                if (end is null) continue;
                session.End(end);
                return;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            session.End(Farewell.Goodbye); // gone, or ended from elsewhere
        }
        catch
        {
            session.End(Farewell.Broken);
            throw; // a bug: the host logs it
        }
    }

    /// <summary>Null while the conversation goes on.</summary>
    private async Task<Farewell?> Answer(ClientMessage said)
    {
        if (said.Type == "connection_init") return await Initialise(said);
        if (said.Type == dialect.Terminate) return Farewell.Goodbye;
        if (said.Type == dialect.Ping) return await Say(ServerMessage.Pong(said.Payload));
        if (said.Type == "pong" && dialect.Ping is not null) return null;
        if (said.Type == dialect.Subscribe) return await Subscribe(said);
        if (said.Type != dialect.Stop || said.Id is null) return Farewell.Malformed;

        _operations?.Stop(said.Id);
        return null;
    }

    private async Task<Farewell?> Initialise(ClientMessage said)
    {
        if (_initialised) return Farewell.SecondInit;
        var caller = await authenticate(said.Token()).WaitAsync(session.Ended);
        if (caller is null) return Farewell.Unauthorized;
        if (session.Admit(caller) is { } refused) return refused;

        _operations = seat(_outbox, caller);
        Volatile.Write(ref _initialised, true);
        await Say(ServerMessage.Plain("connection_ack"));
        return dialect == Dialect.Legacy ? await Say(ServerMessage.Plain(dialect.KeepAlive)) : null;
    }

    private async Task<Farewell?> Subscribe(ClientMessage said)
    {
        if (_operations is null) return Farewell.Unauthorized;
        if (said.Id is not { Length: > 0 } id || Encoding.UTF8.GetByteCount(id) > limits.IdBytes) return Farewell.Malformed;
        if (said.Payload.ValueKind != System.Text.Json.JsonValueKind.Object) return Farewell.Malformed;
        if (_operations.Has(id)) return Farewell.Duplicate(id);
        if (_operations.Full) return await Say(ServerMessage.Result(dialect, id, LiveError.TooManyOperations));

        await _operations.Start(id, said.Payload);
        return null;
    }

    private async Task<Farewell?> Say(ReadOnlyMemory<byte> message)
    {
        await _outbox.Send(message, session.Ended);
        return null;
    }

    /// <summary>Says why, gives the client a moment to say goodbye too, and lets go.</summary>
    private async Task HangUp(Task listening)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await Close(session.Why ?? Farewell.Goodbye);
            await listening.WaitAsync(limits.GoodbyeWithin, clock);
            await Drain().WaitAsync(limits.GoodbyeWithin, clock);
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException or IOException or ObjectDisposedException)
        {
        }
        socket.Abort();
        await listening;
    }

    private async Task Close(Farewell why)
    {
        // The older protocol has a word for a refused connection; its clients look for that, not for the code.
        if (dialect == Dialect.Legacy && !_initialised && why.Code is 4401 or 4403) await _outbox.Write(ServerMessage.Refused(why));
        await socket.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, CancellationToken.None)
            .WaitAsync(limits.GoodbyeWithin, clock);
    }

    // Closing a connection on which bytes lie unread resets it, and the client would lose the close frame.
    private async Task Drain()
    {
        var waste = new byte[4096];
        while (socket.State == WebSocketState.CloseSent)
            await socket.ReceiveAsync(waste.AsMemory(), CancellationToken.None);
    }
}
