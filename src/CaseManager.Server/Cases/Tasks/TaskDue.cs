using System.Globalization;
using CaseManager.Domain.Cases;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>The time by which a task was to be done has come.</summary>
/// <param name="Set">When that time was set, or the task was reopened: each has its own course.</param>
public sealed record TaskDue(Guid Task, DateTimeOffset Due, DateTimeOffset Set);

/// <summary>Starts with a due time, ends with the task; if it is still to be done, that goes on the record, once.</summary>
public static class TaskDueHandler
{
    public static Task Handle(TaskDue message, Ledger ledger, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"task-due {message.Task:N} {message.Due.UtcTicks} {message.Set.UtcTicks}");
        return ledger.Act(Intent.Of(key, message.Task.ToString()), new Undertaking(message.Task, null, [], [], ground =>
        {
            TooSoonException.ThrowBefore(message.Due, ground);
            return ground.State<CaseTask, ITaskFact>(message.Task) is { } task
                ? Deed.Of(message.Task, MarkTaskOverdue.Decide(ground.By, new MarkTaskOverdue(message.Due), task), ground.LabelOf(message.Task)!)
                : Deed.Nothing;
        }), cancel);
    }
}
