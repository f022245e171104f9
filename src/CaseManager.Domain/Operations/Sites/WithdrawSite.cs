using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Takes a site out for good. Nothing is deleted: to come back it is planned as another site.</summary>
public sealed record WithdrawSite(string Reason)
{
    public static Decision<ISiteFact> Decide(Acting by, WithdrawSite command, Site site, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (by.Agency != site.Agency)
            return Site.OtherAgency;
        if (site.Readiness == Readiness.Withdrawn)
            return Decision<ISiteFact>.Nothing;
        if (operation.MustGoOn() is { } over)
            return over;

        return Decision<ISiteFact>.Accept(new SiteWithdrawn(by.Officer, command.Reason));
    }
}
