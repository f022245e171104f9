using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Takes up again what was completed or cancelled. Its due time stands: if that has passed, it is overdue at once.</summary>
public sealed record ReopenTask(string Reason)
{
    public static readonly Refusal NotSettled = new("task.not-settled", "The task is neither completed nor cancelled.");

    public static Decision<ITaskFact> Decide(Acting by, ReopenTask command, CaseTask task, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (!task.Settled)
            return NotSettled;

        return Decision<ITaskFact>.Accept(new TaskReopened(by.Officer, task.Due, command.Reason));
    }
}
