using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Ends the operation, at any time and for good.</summary>
public sealed record AbortOperation(string Reason)
{
    public static Decision<IOperationFact> Decide(Acting by, AbortOperation command, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (operation.Status == OperationStatus.Aborted)
            return Decision<IOperationFact>.Nothing;

        return Decision<IOperationFact>.Accept(new OperationAborted(operation.Decisions + 1, by.Officer, command.Reason, by.At));
    }
}
