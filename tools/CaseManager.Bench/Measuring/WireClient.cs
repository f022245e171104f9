using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseManager.Bench.Measuring;

/// <summary>HTTP/1.1 over one kept connection, as little as will do: the client must not cost what the server is measured for.</summary>
internal sealed class WireClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _head;
    private byte[] _buffer = new byte[256 * 1024];

    public WireClient(int port, string? token)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _head = $"Host: 127.0.0.1:{port}\r\n" + (token is null ? "" : $"Authorization: Bearer {token}\r\n");
    }

    public Task<string> Post(string path, string body) => Send(
        $"POST {path} HTTP/1.1\r\n{_head}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");

    public Task<string> Get(string path) => Send($"GET {path} HTTP/1.1\r\n{_head}\r\n");

    public void Dispose() => _socket.Dispose();

    private async Task<string> Send(string request)
    {
        await _socket.SendAsync(Encoding.UTF8.GetBytes(request));
        var filled = 0;
        while (!IsWhole(_buffer.AsSpan(0, filled)))
        {
            if (filled == _buffer.Length)
                Array.Resize(ref _buffer, filled * 2);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            filled += read > 0 ? read : throw new IOException("The server hung up.");
        }
        if (!_buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 200"u8))
            throw new IOException(Encoding.UTF8.GetString(_buffer, 0, Math.Min(filled, 600)));
        return Encoding.UTF8.GetString(_buffer, 0, filled);
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..end];
        var length = head.IndexOf("Content-Length: "u8);
        if (length < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var rest = head[(length + 16)..];
        var line = rest.IndexOf((byte)'\r');
        return answer.Length - end - 4 >= int.Parse(line < 0 ? rest : rest[..line], CultureInfo.InvariantCulture);
    }
}
