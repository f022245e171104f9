using System.Text.Json;

namespace CaseManager.Server.Tests.Api;

/// <summary>The events of a subscription, one by one.</summary>
public sealed class EventStream(HttpResponseMessage response, Stream body) : IAsyncDisposable
{
    private readonly StreamReader _lines = new(body);

    /// <summary>The next event's data; null when the stream ends first.</summary>
    /// <exception cref="OperationCanceledException">Nothing came in time.</exception>
    public async Task<JsonElement?> Next(TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within);
        while (await _lines.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > "data: ".Length)
                return JsonDocument.Parse(line["data:".Length..]).RootElement;
        }
        return null;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
