using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

public sealed record ReportNotReady(string Reason)
{
    public static Decision<ISiteFact> Decide(Acting by, ReportNotReady command, Site site, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (site.Forbids(by, operation) is { } no)
            return no;
        if (site.Readiness == Readiness.NotReady && site.NotReadyReason == command.Reason)
            return Decision<ISiteFact>.Nothing;

        return Decision<ISiteFact>.Accept(new SiteReportedNotReady(by.Officer, command.Reason));
    }
}
