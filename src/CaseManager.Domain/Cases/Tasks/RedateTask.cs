using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Sets another due time; a task that was overdue no longer is.</summary>
public sealed record RedateTask(DueGiven Due, string Reason)
{
    public static Decision<ITaskFact> Decide(Acting by, RedateTask command, CaseTask task, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (!command.Due.TryResolve(by.At, "due", out var due, out var badDue))
            return badDue;
        if ((file.MustBeOpen() ?? task.MustBeOpen()) is { } over)
            return over;
        if (task.Due == due)
            return Decision<ITaskFact>.Nothing;
        if (due.At <= by.At)
            return DueGiven.NotAhead.At("due.at");

        return Decision<ITaskFact>.Accept(new TaskRedated(task.Due, due, command.Reason));
    }
}
