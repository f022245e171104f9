using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Asked by the product when a due time has come; says nothing when the task was done, cancelled or re-dated before.</summary>
/// <param name="Due">Names the due time: a later one has its own.</param>
public sealed record MarkTaskOverdue(DateTimeOffset Due)
{
    public static Decision<ITaskFact> Decide(Acting by, MarkTaskOverdue command, CaseTask task)
    {
        if (task.Settled || task.Overdue || task.Due.At != command.Due)
            return Decision<ITaskFact>.Nothing;
        if (by.At < task.Due.At)
            return Decision<ITaskFact>.Nothing;

        return Decision<ITaskFact>.Accept(new TaskFellOverdue(command.Due));
    }
}
