using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>
/// GraphQL over server-sent events, "distinct connections": one operation, one response. Plain HTTP, so that proxies and
/// authentication need nothing special.
/// </summary>
public sealed class EventStreams
{
    private readonly LiveSessions _sessions;
    private readonly LiveLimits _limits;
    private readonly TimeProvider _clock;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<EventStreams> _log;

    internal EventStreams(IServiceProvider services)
    {
        _sessions = services.GetRequiredService<LiveSessions>();
        _limits = services.GetRequiredService<LiveLimits>();
        _clock = services.GetRequiredService<TimeProvider>();
        _lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        _log = services.GetRequiredService<ILogger<EventStreams>>();
    }

    /// <summary>Streams the results of one operation until it ends, the client leaves, or its rights do.</summary>
    /// <param name="run">Starts the operation; its cancellation token ends with the stream.</param>
    public async Task Answer(HttpContext http, Caller caller, Func<CancellationToken, IAsyncEnumerable<LiveResult>> run)
    {
        using var session = _sessions.Arrive(http.RequestAborted);
        using var leaving = _lifetime.ApplicationStopping.Register(() => session.End(Farewell.Leaving));
        if (session.Admit(caller) is { } refused)
        {
            await Refuse(http.Response, refused);
            return;
        }
        var body = new EventStreamBody(http, _limits, _clock);
        try
        {
            await body.Open();
            await Pour(run, body, session);
            if (session.Why is { ErrorCode.Length: > 0 } why) await body.Next(LiveError.Of(why).Json);
            if (!http.RequestAborted.IsCancellationRequested) await body.Complete();
        }
        catch (Exception e) when (e is TimeoutException or IOException or OperationCanceledException)
        {
            http.Abort(); // it does not read, or is gone
        }
    }

    private async Task Pour(Func<CancellationToken, IAsyncEnumerable<LiveResult>> run, EventStreamBody body, LiveSession session)
    {
        var results = run(session.Ended).GetAsyncEnumerator(session.Ended);
        var next = Task.FromResult(false);
        try
        {
            while (true)
            {
                next = results.MoveNextAsync().AsTask();
                if (!await Quietly(next, body)) return;
                await body.Next(results.Current.Json, results.Current.Point);
            }
        }
        catch (OperationCanceledException) when (session.Ended.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is not (TimeoutException or IOException))
        {
            _log.LogError(e, "A live operation failed");
            await body.Next(LiveError.Unexpected.Json);
        }
        finally
        {
            // A sequence must not be disposed while it is being asked; a write that failed may have left it so.
            session.End(Farewell.Goodbye);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await results.DisposeAsync();
        }
    }

    /// <summary>The next answer; meanwhile comments keep the line open.</summary>
    private async Task<bool> Quietly(Task<bool> next, EventStreamBody body)
    {
        while (true)
        {
            await ((Task)next.WaitAsync(_limits.CommentEvery, _clock)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (next.IsCompleted) return await next;
            await body.Comment();
        }
    }

    private static Task Refuse(HttpResponse response, Farewell why)
    {
        response.StatusCode = why.Code == 4401 ? StatusCodes.Status401Unauthorized
            : why == Farewell.TooMany ? StatusCodes.Status429TooManyRequests
            : StatusCodes.Status403Forbidden;
        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(LiveError.Of(why).Json).AsTask();
    }
}
