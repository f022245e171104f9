using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Takes a go back. It is never revived: going takes new votes and a new decision.</summary>
public sealed record HoldOperation(string Reason)
{
    public static readonly Refusal NothingToHold = new("operation.nothing-to-hold", "No go stands.");

    public static Decision<IOperationFact> Decide(Acting by, HoldOperation command, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (operation.MustGoOn() is { } over)
            return over;
        if (operation.Status == OperationStatus.Hold)
            return Decision<IOperationFact>.Nothing;
        if (operation.Status != OperationStatus.Go)
            return NothingToHold;

        return Decision<IOperationFact>.Accept(
            new OperationHeld(operation.Decisions + 1, by.Officer, HoldCause.Ordered, null, command.Reason, by.At));
    }
}
