using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record RefuseClosure(string Reason)
{
    public static Decision<ICaseFact> Decide(Acting by, RefuseClosure command, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.Proposed is not { } waiting)
            return ClosureReview.NothingProposed;
        if (waiting.By == by.Officer)
            return ClosureReview.OwnProposal;

        return Decision<ICaseFact>.Accept(new ClosureRefused(by.Officer, command.Reason));
    }
}
