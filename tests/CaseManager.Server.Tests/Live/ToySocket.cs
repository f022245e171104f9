using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CaseManager.Server.Tests.Live;

/// <summary>A client of the newer sub-protocol that does exactly what a test says, also what no real client would.</summary>
internal sealed class ToySocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<ToySocket> Open(ToyHost host, string? token = ToyHost.Token)
    {
        var client = new ToySocket();
        client._socket.Options.AddSubProtocol("graphql-transport-ws");
        await client._socket.ConnectAsync(new UriBuilder(host.Url) { Scheme = "ws" }.Uri, default);
        if (token is null) return client;
        await client.Say($$$"""{"type":"connection_init","payload":{"token":"{{{token}}}"}}""");
        return client;
    }

    public static async Task<ToySocket> Ready(ToyHost host, string token = ToyHost.Token)
    {
        var client = await Open(host, token);
        Assert.Equal("connection_ack", (await client.Hear()).Type);
        return client;
    }

    public Task Say(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    public Task Subscribe(string id, string query) =>
        Say($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    /// <summary>The next message that is no ping; type <c>closed</c> with the code as its text at the end.</summary>
    public async Task<(string Type, string? Id, string Payload)> Hear()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) return ("closed", null, $"{(int)_socket.CloseStatus!}");

            using var message = JsonDocument.Parse(_buffer.AsMemory(0, length));
            var type = message.RootElement.GetProperty("type").GetString()!;
            if (type == "ping") continue;
            var id = message.RootElement.TryGetProperty("id", out var given) ? given.GetString() : null;
            return (type, id, message.RootElement.TryGetProperty("payload", out var payload) ? payload.GetRawText() : "");
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
