using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Gives a task to another officer on the case, who begins it anew.</summary>
public sealed record ReassignTask(string Reason)
{
    /// <param name="assignee">Null when the officer asked could not do it.</param>
    public static Decision<ITaskFact> Decide(Acting by, ReassignTask command, CaseTask task, CaseFile file, Assignee? assignee)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if ((file.MustBeOpen() ?? task.MustBeOpen()) is { } over)
            return over;
        if (assignee is null)
            return CaseTask.AssigneeNotOnCase.At("assignee");
        if (task.Assignee == assignee)
            return Decision<ITaskFact>.Nothing;

        return Decision<ITaskFact>.Accept(new TaskReassigned(task.Assignee, assignee, command.Reason));
    }
}
