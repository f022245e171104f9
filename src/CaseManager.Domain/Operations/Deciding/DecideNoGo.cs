using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Says that the operation does not go as voted on; going takes another round of votes.</summary>
public sealed record DecideNoGo(string Reason)
{
    public static Decision<IOperationFact> Decide(Acting by, DecideNoGo command, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (operation.MustBeOpen() is { } no)
            return no;
        if (operation is { Status: OperationStatus.NoGo, Votes.Count: 0 })
            return Decision<IOperationFact>.Nothing;

        return Decision<IOperationFact>.Accept(new NoGoDecided(operation.Decisions + 1, by.Officer, command.Reason, by.At));
    }
}
