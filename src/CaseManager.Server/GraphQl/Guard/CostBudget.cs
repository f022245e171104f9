using System.Threading.RateLimiting;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Execution;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>What each officer may cost in a while, on this node: a purse that fills again by the second. Nobody pays for another.</summary>
internal sealed class CostBudget : IDisposable
{
    /// <summary>What reading a document costs, be it executed or not.</summary>
    private const int Reading = 10;

    private readonly PartitionedRateLimiter<OfficerId>? _purses;

    public CostBudget(GraphQlOptions options)
    {
        if (options.CostBudget is not { } budget)
            return;
        _purses = PartitionedRateLimiter.Create<OfficerId, OfficerId>(officer => RateLimitPartition.GetTokenBucketLimiter(officer, _ => new()
        {
            TokenLimit = budget,
            TokensPerPeriod = options.CostPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
    }

    /// <summary>Takes what it costs to read a document, or answers that too little is left.</summary>
    public Answer? PayToRead(OfficerId officer) => Pay(officer, Reading);

    /// <summary>Takes what an operation costs, or answers that too little is left.</summary>
    public Answer? Pay(OfficerId officer, Cost cost) => Pay(officer, (int)Math.Ceiling(cost.Field + cost.Type));

    public void Dispose() => _purses?.Dispose();

    private Answer? Pay(OfficerId officer, int points)
    {
        using var lease = _purses?.AttemptAcquire(officer, points);
        if (lease?.IsAcquired != false)
            return null;
        return Answer.TooMuch(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1));
    }
}
