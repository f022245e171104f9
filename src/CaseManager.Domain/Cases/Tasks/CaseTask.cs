using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>What the rules need to know of a task on a case.</summary>
/// <param name="DependsOn">The task it waits for.</param>
/// <param name="Overdue">Not done by the due time that holds now.</param>
public sealed record CaseTask(
    TaskId Id, CaseId Case, string Title, Assignee Assignee, Due Due, bool Mandatory, TaskId? DependsOn,
    TaskProgress Progress, string? Outcome, bool Overdue) : IState<CaseTask, ITaskFact>
{
    public static readonly Refusal IsSettled = new("task.settled", "The task is completed or cancelled: reopen it first.");
    public static readonly Refusal AssigneeNotOnCase = new("task.assignee-not-on-case", "The officer has no role on this case in which they could do it.");
    public static readonly Refusal Waits = new("task.waits", "The task waits for another, which is not completed.");

    public bool Settled => Progress is TaskProgress.Completed or TaskProgress.Cancelled;

    public static CaseTask Evolve(CaseTask? state, ITaskFact fact) => fact switch
    {
        TaskCreated e => new(e.Task, e.Case, e.Title, e.Assignee, e.Due, e.Mandatory, e.DependsOn, TaskProgress.Open, null, Overdue: false),
        // What one officer began, the next has not.
        TaskReassigned e => state! with { Assignee = e.Is, Progress = TaskProgress.Open },
        TaskRedated e => state! with { Due = e.Is, Overdue = false },
        TaskStarted => state! with { Progress = TaskProgress.Started },
        TaskCompleted e => state! with { Progress = TaskProgress.Completed, Outcome = e.Outcome, Overdue = false },
        TaskCancelled => state! with { Progress = TaskProgress.Cancelled, Overdue = false },
        TaskReopened => state! with { Progress = TaskProgress.Open, Outcome = null },
        TaskReleased => state! with { DependsOn = null },
        TaskFellOverdue => state! with { Overdue = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public Refusal? MustBeOpen() => Settled ? IsSettled : null;

    /// <summary>Null when it waits for nothing.</summary>
    /// <param name="other">The task it depends on.</param>
    public Refusal? MustNotWait(CaseTask? other) =>
        DependsOn is null || other?.Progress == TaskProgress.Completed ? null : Waits;
}
