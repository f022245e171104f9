using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>The bytes of an event stream. Not for parallel use.</summary>
internal sealed class EventStreamBody(HttpContext http, LiveLimits limits, TimeProvider clock)
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private PipeWriter Body => http.Response.BodyWriter;

    /// <summary>Headers and a first comment at once: clients take the connection for open only when the first byte is there.</summary>
    public Task Open()
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold events back
        return Comment();
    }

    public Task Comment()
    {
        Body.Write(":\n\n"u8);
        return Flush();
    }

    /// <param name="id">What the client says as <c>Last-Event-ID</c> when it comes back.</param>
    public Task Next(ReadOnlyMemory<byte> json, string? id = null)
    {
        if (id is not null)
            Body.Write(System.Text.Encoding.UTF8.GetBytes($"id: {id}\n"));
        Body.Write("event: next\ndata: "u8);
        Body.Write(OnOneLine(json).Span);
        Body.Write("\n\n"u8);
        return Flush();
    }

    public Task Complete()
    {
        Body.Write("event: complete\ndata:\n\n"u8);
        return Flush();
    }

    /// <exception cref="TimeoutException">The client does not read.</exception>
    private async Task Flush()
    {
        var flushing = Body.FlushAsync(http.RequestAborted);
        if (!flushing.IsCompletedSuccessfully) await flushing.AsTask().WaitAsync(limits.StalledAfter, clock);
    }

    // Inside strings JSON escapes line ends; outside they are space.
    private static ReadOnlyMemory<byte> OnOneLine(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOfAny(LineEnds) < 0) return json;
        var line = json.ToArray();
        foreach (ref var character in line.AsSpan())
            if (character is (byte)'\n' or (byte)'\r') character = (byte)' ';
        return line;
    }
}
