using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Lets a task go on without the one it waits for, such as one that was cancelled.</summary>
public sealed record ReleaseTask(string Reason)
{
    public static Decision<ITaskFact> Decide(Acting by, ReleaseTask command, CaseTask task, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if ((file.MustBeOpen() ?? task.MustBeOpen()) is { } over)
            return over;
        if (task.DependsOn is not { } other)
            return Decision<ITaskFact>.Nothing;

        return Decision<ITaskFact>.Accept(new TaskReleased(other, command.Reason));
    }
}
