namespace CaseManager.Server.Hosting;

/// <summary>What an orchestrator asks: does the process live, has it started, may it be sent requests.</summary>
public static class Health
{
    /// <summary>Maps the three addresses; they need no token and tell nothing but names and yes or no.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        // Live depends on nothing: a dead database is no reason to restart this process.
        health.MapGet("/live", () => Results.Json(new Answer(true, [])));
        health.MapGet("/startup", (IHostApplicationLifetime lifetime) =>
            AsResult([new("started", lifetime.ApplicationStarted.IsCancellationRequested)]));
        health.MapGet("/ready", async (IEnumerable<IReadinessCheck> checks, ILogger<Answer> log, CancellationToken gone) =>
            AsResult([.. (await Readiness.Ask(checks, gone)).Select(found => Told(found, log))]));
    }

    private static Finding Told(Readiness.Finding found, ILogger log)
    {
        if (found.Problem is { } problem)
            log.LogWarning("Not ready: {Check}: {Problem}", found.Name, problem);
        return new(found.Name, found.Problem is null);
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
