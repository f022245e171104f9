using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record ApproveClosure(string? Remark)
{
    public static Decision<ICaseFact> Decide(Acting by, ApproveClosure command, CaseFile file, Duties? duties)
    {
        if (Text.CheckOptional(command.Remark, Kernel.Reason.Longest, "remark") is { } badRemark)
            return badRemark;
        if (file.Closure?.ApprovedBy == by.Officer)
            return Decision<ICaseFact>.Nothing;
        if (file.Proposed is not { } waiting)
            return ClosureReview.NothingProposed;
        if (waiting.By == by.Officer)
            return ClosureReview.OwnProposal;
        if (Duties.MustBeDischarged(duties) is { } open)
            return open;

        return Decision<ICaseFact>.Accept(new ClosureApproved(by.Officer, command.Remark));
    }
}
