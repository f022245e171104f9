using System.Net.WebSockets;
using System.Threading.Channels;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>
/// The one writer of a socket. Its queue is short: operations wait behind it, and a client that takes nothing is cut off
/// rather than kept in memory.
/// </summary>
internal sealed class SocketOutbox(WebSocket socket, LiveLimits limits, TimeProvider clock)
{
    private readonly Channel<ReadOnlyMemory<byte>> _queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(limits.QueuedMessages) { SingleReader = true });

    /// <summary>Waits for room.</summary>
    public ValueTask Send(ReadOnlyMemory<byte> message, CancellationToken cancel) => _queue.Writer.WriteAsync(message, cancel);

    /// <summary>Says nothing when the queue is full: a busy line needs no sign of life.</summary>
    public void SendIfQuiet(ReadOnlyMemory<byte> message) => _queue.Writer.TryWrite(message);

    /// <summary>Writes until <paramref name="ended"/>. A message under way is finished, because breaking it off would cost the close frame.</summary>
    /// <exception cref="TimeoutException">The client does not read.</exception>
    public async Task Run(CancellationToken ended)
    {
        try
        {
            await foreach (var message in _queue.Reader.ReadAllAsync(ended)) await Write(message);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }

    /// <summary>Writes past the queue; only once <see cref="Run"/> has ended.</summary>
    public async Task Write(ReadOnlyMemory<byte> message)
    {
        var sending = socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (sending.IsCompletedSuccessfully) return;
        await sending.AsTask().WaitAsync(limits.StalledAfter, clock);
    }
}
