namespace CaseManager.Server.Hosting;

/// <summary>What an orchestrator asks: does the process live, has it started, may it be sent requests.</summary>
public static class Health
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Maps the three addresses; they need no token and tell nothing but names and yes or no.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        // Live depends on nothing: a dead database is no reason to restart this process.
        health.MapGet("/live", () => Results.Json(new Answer(true, [])));
        health.MapGet("/startup", (IHostApplicationLifetime lifetime) =>
            AsResult([new("started", lifetime.ApplicationStarted.IsCancellationRequested)]));
        health.MapGet("/ready", async (IEnumerable<IReadinessCheck> checks, ILogger<Answer> log, CancellationToken gone) =>
            AsResult(await Task.WhenAll(checks.Select(check => Ask(check, log, gone)))));
    }

    private static async Task<Finding> Ask(IReadinessCheck check, ILogger log, CancellationToken gone)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(_patience);
        var problem = await ProblemOf(check, limit.Token);
        if (problem is not null)
            log.LogWarning("Not ready: {Check}: {Problem}", check.Name, problem);
        return new(check.Name, problem is null);
    }

    private static async Task<string?> ProblemOf(IReadinessCheck check, CancellationToken cancel)
    {
        try
        {
            // Also a check that does not heed its token may not hold up the answer.
            return await check.Problem(cancel).WaitAsync(cancel);
        }
        catch (Exception fault)
        {
            return fault.GetType().Name; // the message may carry content
        }
    }

    private static IResult AsResult(IReadOnlyList<Finding> findings)
    {
        var ok = findings.All(finding => finding.Ok);
        return Results.Json(new Answer(ok, findings), statusCode: ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>One check's outcome.</summary>
    public sealed record Finding(string Name, bool Ok);

    /// <summary>The whole answer: ok when every finding is.</summary>
    public sealed record Answer(bool Ok, IReadOnlyList<Finding> Checks);
}
