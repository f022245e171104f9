using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Takes a closed case up again, as an investigation.</summary>
public sealed record ReopenCase(string Reason)
{
    public static readonly Refusal NotClosed = new("case.not-closed", "The case is not closed.");

    public static Decision<ICaseFact> Decide(Acting by, ReopenCase command, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.Stage != Stage.Closed)
            return NotClosed;

        return Decision<ICaseFact>.Accept(new CaseReopened(by.Officer, command.Reason));
    }
}
