namespace CaseManager.Server.Hosting;

/// <summary>Asks the checks, each for a limited time.</summary>
public static class Readiness
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static Task<Finding[]> Ask(IEnumerable<IReadinessCheck> checks, CancellationToken gone) => Task.WhenAll(checks.Select(check => Ask(check, gone)));

    private static async Task<Finding> Ask(IReadinessCheck check, CancellationToken gone)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(_patience);
        return new(check.Name, await ProblemOf(check, limit.Token));
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

    /// <param name="Problem">Codes and figures, no content; null when all is well.</param>
    public sealed record Finding(string Name, string? Problem);
}
