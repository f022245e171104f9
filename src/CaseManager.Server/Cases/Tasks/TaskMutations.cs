using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using static CaseManager.Server.Cases.TaskActs;

namespace CaseManager.Server.Cases;

/// <summary>Asking for tasks, and doing them.</summary>
public static class TaskMutations
{
    /// <summary>Asks an officer on the case for something, by a time. A due time that has passed already makes it overdue at once.</summary>
    [Returns<TaskRow>("task")]
    public static Task<Acted> CreateTask(CreateTaskInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        if (input.Due.Read("due", out var due) is { } badDue)
            return Task.FromResult<Acted>(badDue);
        var id = new TaskId(Guid.NewGuid());
        var (onCase, duties) = (input.Case.Value, DutyRow.KeyOf(input.Case));
        var command = new CreateTask(id, input.Title, input.Details, due, input.Mandatory ?? false);
        Guid[] held = input.DependsOn is { } before ? [onCase, before.Value] : [onCase];
        return ledger.Act(intent, new Undertaking(id.Value, null, [duties, .. Streams(input.Case, input.Assignee)], held, ground =>
        {
            if (ground.Forbids(onCase, Permission.AssignTask) is { } no)
                return no;
            if (input.DependsOn is { } hidden && ground.Unknown(hidden.Value) is { } unknown)
                return unknown.At("dependsOn");
            var file = ground.State<CaseFile, ICaseFact>(onCase)!;
            var other = input.DependsOn is { } on ? State(ground, on) : null;
            var decision = Domain.Cases.CreateTask.Decide(ground.By, command, file, AssigneeOn(ground, file, input.Assignee), other);
            if (decision.Refusal is { } refusal)
                return refusal;
            var label = ground.LabelOf(onCase)!;
            return Deed.Of(id.Value, decision, label).And(duties, Follow(ground, duties, CaseTask.Evolve(null, decision.Facts[0])), label);
        }) { Alone = command.Mandatory ? [duties] : [] }, cancel);
    }

    /// <summary>Gives the task to another officer on the case.</summary>
    [Returns<TaskRow>("task")]
    public static Task<Acted> ReassignTask(ReassignTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsAssigning, intent, ledger, reader, input.Reason, on => Domain.Cases.ReassignTask.Decide(
            on.By, new ReassignTask(input.Reason), on.Task, on.File, AssigneeOn(on.Acting, on.File, input.Assignee)), cancel, input.Assignee);

    /// <summary>Sets another due time, which lies ahead; a task that was overdue no longer is.</summary>
    [Returns<TaskRow>("task")]
    public static async Task<Acted> RedateTask(RedateTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (input.Due.Read("due", out var due) is { } badDue)
            return badDue;
        return await OnTask(input.Task, input.Version, ForbidsAssigning, intent, ledger, reader, input.Reason,
            on => Domain.Cases.RedateTask.Decide(on.By, new RedateTask(due, input.Reason), on.Task, on.File), cancel);
    }

    [Returns<TaskRow>("task")]
    public static Task<Acted> StartTask(StartTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsWork, intent, ledger, reader, null,
            on => Domain.Cases.StartTask.Decide(on.By, on.Task, on.File, on.Other), cancel);

    /// <summary>Says that it is done, and what came of it.</summary>
    [Returns<TaskRow>("task")]
    public static Task<Acted> CompleteTask(CompleteTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsWork, intent, ledger, reader, null,
            on => Domain.Cases.CompleteTask.Decide(on.By, new CompleteTask(input.Outcome), on.Task, on.File, on.Other), cancel);

    [Returns<TaskRow>("task")]
    public static Task<Acted> CancelTask(CancelTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsAssigning, intent, ledger, reader, input.Reason,
            on => Domain.Cases.CancelTask.Decide(on.By, new CancelTask(input.Reason), on.Task, on.File), cancel);

    /// <summary>Takes up again what was completed or cancelled, with its due time as it stood.</summary>
    [Returns<TaskRow>("task")]
    public static Task<Acted> ReopenTask(ReopenTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsAssigning, intent, ledger, reader, input.Reason,
            on => Domain.Cases.ReopenTask.Decide(on.By, new ReopenTask(input.Reason), on.Task, on.File), cancel);

    /// <summary>Lets the task go on without the one it waits for.</summary>
    [Returns<TaskRow>("task")]
    public static Task<Acted> ReleaseTask(ReleaseTaskInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnTask(input.Task, input.Version, ForbidsAssigning, intent, ledger, reader, input.Reason,
            on => Domain.Cases.ReleaseTask.Decide(on.By, new ReleaseTask(input.Reason), on.Task, on.File), cancel);
}
