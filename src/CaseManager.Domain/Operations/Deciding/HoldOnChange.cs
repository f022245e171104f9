using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>A go stands only on what it was taken on: when that changes, the operation is held in the same transaction.</summary>
public static class HoldOnChange
{
    /// <summary>What follows for the operation from what was decided at one of its sites.</summary>
    public static Decision<IOperationFact> Decide(Acting by, Operation operation, Site site, Decision<ISiteFact> decided)
    {
        var after = decided.Facts.Aggregate(site, Site.Evolve);
        if (!site.Essential || after.Readiness == Readiness.Ready)
            return Decision<IOperationFact>.Nothing;
        var cause = after.Readiness switch
        {
            Readiness.Withdrawn => HoldCause.SiteWithdrew,
            Readiness.NotReady => HoldCause.SiteNotReady,
            _ => HoldCause.SiteChanged,
        };
        return Decision<IOperationFact>.Accept([.. Of(by, operation, cause, site.Number)]);
    }

    internal static IEnumerable<IOperationFact> Of(Acting by, Operation operation, HoldCause cause, string? site) =>
        operation.Status == OperationStatus.Go
            ? [new OperationHeld(operation.Decisions + 1, by.Officer, cause, site, null, by.At)]
            : [];
}
