using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace CaseManager.Bench.Live;

/// <summary>One listener on a socket of its own: notes when it hears which event.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>What was heard, with the moment.</summary>
    public List<(string Event, long At)> Heard { get; } = [];

    /// <param name="subscription">A document whose only variables are an id and the point to begin at.</param>
    public static async Task<Subscriber> Open(int port, string token, string subscription, string id, string since)
    {
        var subscriber = new Subscriber();
        subscriber._socket.Options.AddSubProtocol("graphql-transport-ws");
        await subscriber._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), default);
        await subscriber.Say(new { type = "connection_init", payload = new { token } });
        await subscriber.Say(new { id = "1", type = "subscribe", payload = new { query = subscription, variables = new { id, since } } });
        return subscriber;
    }

    /// <summary>Until so many events were heard.</summary>
    /// <param name="name">What names the event in its data.</param>
    public async Task Hear(int events, Func<JsonElement, string> name, CancellationToken cancel)
    {
        while (Heard.Count < events)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new IOException($"Closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            var at = Stopwatch.GetTimestamp();
            using var message = JsonDocument.Parse(_buffer.AsMemory(0, length));
            var type = message.RootElement.GetProperty("type").GetString();
            if (type == "error")
                throw new IOException(message.RootElement.ToString());
            if (type == "next")
                Heard.Add((name(message.RootElement.GetProperty("payload").GetProperty("data")), at));
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Say(object message) => _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);
}
