using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record ProposeClosure(ClosureOutcome Outcome, string Reason)
{
    public static readonly Refusal AlreadyProposed = new("case.closure-already-proposed", "Another closure waits for a decision.");

    public static Decision<ICaseFact> Decide(Acting by, ProposeClosure command, CaseFile file, Duties? duties)
    {
        if ((Choice.Check(command.Outcome, "outcome") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (file.Proposed is { } waiting)
            return waiting.By == by.Officer && waiting.Outcome == command.Outcome && waiting.Reason == command.Reason
                ? Decision<ICaseFact>.Nothing
                : AlreadyProposed;
        if (Duties.MustBeDischarged(duties) is { } open)
            return open;

        return Decision<ICaseFact>.Accept(new ClosureProposed(by.Officer, command.Outcome, command.Reason, by.At));
    }
}
