using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record WithdrawClosure(string Reason)
{
    public static readonly Refusal NotProposer = new("case.not-proposer", "A proposal is withdrawn by who made it.");

    public static Decision<ICaseFact> Decide(Acting by, WithdrawClosure command, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.Proposed is not { } waiting)
            return ClosureReview.NothingProposed;
        if (waiting.By != by.Officer)
            return NotProposer;

        return Decision<ICaseFact>.Accept(new ClosureWithdrawn(by.Officer, command.Reason));
    }
}
