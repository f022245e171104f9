using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Cases;

/// <summary>Finding tasks, and counting them.</summary>
public static class TaskQueries
{
    /// <summary>One task.</summary>
    public static Loaded<TaskRow?> Task(TaskId id, IReader reader) => reader.Load<TaskRow>(id.Value);

    /// <summary>The tasks of all cases the caller may see, the soonest due first.</summary>
    /// <param name="mine">Only those that the caller is asked to do.</param>
    public static Task<Page<TaskRow>> Tasks(
        Where<TaskRow>? where, Order<TaskRow>? order, PageArgs page, bool? mine, Caller caller, IReader reader, CancellationToken cancel) =>
        reader.Page(mine == true ? new Condition.Test(TaskRow.View["assignee"], Operator.Eq, caller.Officer) : null, where, order, page, cancel);

    /// <summary>How many of the tasks the caller may see, by status or by the agency that was asked.</summary>
    public static Task<IReadOnlyList<Figure>> TaskFigures(TaskFigure by, Where<TaskRow>? where, IReader reader, CancellationToken cancel) =>
        reader.Figures(TaskRow.View[by switch
        {
            TaskFigure.Status => "status",
            TaskFigure.AssigneeAgency => "assigneeAgency",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        }], where, cancel);

    /// <summary>What each officer has to do, the most overdue first: tasks that are neither settled nor of a closed case, as far as the caller may see.</summary>
    public static async Task<IReadOnlyList<Workload>> Workloads(Where<TaskRow>? where, IReader reader, CancellationToken cancel)
    {
        var open = await reader.Figures(TaskRow.View["assignee"], And(where, ToDo), cancel);
        var overdue = await reader.Figures(TaskRow.View["assignee"], And(where, ToDo, Overdue), cancel);
        var late = overdue.ToDictionary(f => f.Key!, f => f.Count);
        return
        [
            .. open.Select(f => new Workload(new OfficerId(Guid.Parse(f.Key!)), f.Count, late.GetValueOrDefault(f.Key!)))
                .OrderByDescending(w => w.Overdue).ThenByDescending(w => w.Open).ThenBy(w => w.Officer.Value),
        ];
    }

    internal static readonly Condition ToDo = new Condition.And(
    [
        new Condition.Test(TaskRow.View["status"], Operator.In, new object[] { TaskProgress.Open, TaskProgress.Started }),
        new Condition.Test(TaskRow.View["caseClosed"], Operator.Eq, false),
    ]);

    private static readonly Condition Overdue = new Condition.Test(TaskRow.View["overdue"], Operator.Eq, true);

    private static Where<TaskRow> And(Where<TaskRow>? where, params Condition[] more) =>
        new(new Condition.And(where is null ? more : [where.Condition, .. more]));
}

/// <summary>What tasks are counted by.</summary>
public enum TaskFigure
{
    Status,
    AssigneeAgency,
}

/// <summary>What one officer has to do.</summary>
/// <param name="Open">Tasks not settled; <paramref name="Overdue"/> of them past their due time.</param>
public sealed record Workload(OfficerId Officer, int Open, int Overdue);
