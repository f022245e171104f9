using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record CancelTask(string Reason)
{
    public static Decision<ITaskFact> Decide(Acting by, CancelTask command, CaseTask task, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (task.Progress == TaskProgress.Cancelled)
            return Decision<ITaskFact>.Nothing;
        if (task.MustBeOpen() is { } settled)
            return settled;

        return Decision<ITaskFact>.Accept(new TaskCancelled(by.Officer, command.Reason));
    }
}
