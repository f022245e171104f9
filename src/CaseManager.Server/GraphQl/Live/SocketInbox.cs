using System.Net.WebSockets;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>Whole messages of a client, up to a size. Not for parallel use.</summary>
internal sealed class SocketInbox(WebSocket socket, int mostBytes)
{
    private byte[] _buffer = new byte[Math.Min(4096, mostBytes + 1)];

    /// <summary>The next message, good until the next call; or why there is none.</summary>
    public async Task<(ReadOnlyMemory<byte> Message, Farewell? End)> Receive(CancellationToken aborted)
    {
        for (var length = 0; ;)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(length * 2, mostBytes + 1));
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), aborted);
            if (part.MessageType == WebSocketMessageType.Close) return (default, Farewell.Goodbye);
            if (part.MessageType != WebSocketMessageType.Text) return (default, Farewell.Malformed);

            length += part.Count;
            if (length > mostBytes) return (default, Farewell.TooBig);
            if (part.EndOfMessage) return (_buffer.AsMemory(0, length), null);
        }
    }
}
