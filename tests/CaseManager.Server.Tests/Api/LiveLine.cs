using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Alba;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>One subscription over one of the transports, on one node, until it is let go.</summary>
public abstract class LiveLine : IAsyncDisposable
{
    public const string Stream = "text/event-stream";
    public const string Transport = "graphql-transport-ws";
    public const string Legacy = "graphql-ws";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The next event's answer; fails when none comes.</summary>
    public async Task<JsonElement> Next()
    {
        using var deadline = new CancellationTokenSource(Patience);
        return await Next(deadline.Token);
    }

    /// <summary>It ends by itself, and has said nothing more before.</summary>
    public async Task EndsInSilence() => Assert.Equal("The stream ended.", (await Assert.ThrowsAsync<InvalidOperationException>(Next)).Message);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<JsonElement> Next(CancellationToken cancel);

    public static async Task<LiveLine> Open(string over, IAlbaHost node, string token, string query, object variables)
    {
        if (over == Stream)
            return await EventLine.Open(node, token, new { query, variables }, null);
        var client = node.Server.CreateWebSocketClient();
        client.SubProtocols.Add(over);
        var line = new SocketLine(await client.ConnectAsync(new Uri(node.Server.BaseAddress, "/graphql"), default));
        await line.Say(new { type = "connection_init", payload = new { Authorization = "Bearer " + token } });
        await line.Say(new { id = "1", type = over == Transport ? "subscribe" : "start", payload = new { query, variables } });
        return line;
    }

    /// <summary>As a browser comes back by itself: with the question of before, and the last event's id in a header.</summary>
    public static async Task<LiveLine> Again(IAlbaHost node, string token, string query, object variables, string lastEvent) =>
        await EventLine.Open(node, token, new { query, variables }, lastEvent);

    private sealed class EventLine(HttpClient client, HttpResponseMessage response, StreamReader lines) : LiveLine
    {
        public static async Task<LiveLine> Open(IAlbaHost node, string token, object body, string? lastEvent)
        {
            var client = node.Server.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
            {
                Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Authorization", "Bearer " + token);
            request.Headers.Add("Accept", Stream);
            if (lastEvent is not null)
                request.Headers.Add("Last-Event-ID", lastEvent);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return new EventLine(client, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        protected override async Task<JsonElement> Next(CancellationToken cancel)
        {
            string? id = null;
            while (await lines.ReadLineAsync(cancel) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = line["id: ".Length..];
                if (!line.StartsWith("data: ", StringComparison.Ordinal))
                    continue;
                var answer = JsonDocument.Parse(line["data: ".Length..]).RootElement;
                Assert.Equal(id, answer.TryGetProperty("extensions", out var beside) ? beside.GetProperty("point").GetString() : null);
                return answer;
            }
            throw new InvalidOperationException("The stream ended.");
        }

        public override ValueTask DisposeAsync()
        {
            lines.Dispose();
            response.Dispose();
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SocketLine(WebSocket socket) : LiveLine
    {
        private readonly byte[] _buffer = new byte[256 * 1024];

        public Task Say(object message) =>
            socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);

        protected override async Task<JsonElement> Next(CancellationToken cancel)
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                var message = JsonDocument.Parse(_buffer.AsMemory(0, length).ToArray()).RootElement;
                if (message.GetProperty("type").GetString() is "next" or "data")
                    return message.GetProperty("payload");
            }
        }

        public override ValueTask DisposeAsync()
        {
            socket.Abort();
            socket.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
