using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>What every act on a task stands on: the task, its case, the task it depends on, and the case's duties.</summary>
internal static class TaskActs
{
    /// <summary>The grounds of an act on a task, with the streams that it needs read.</summary>
    public sealed record Ground(Grounds Acting, CaseTask Task, CaseFile File, CaseTask? Other)
    {
        public Acting By => Acting.By;
    }

    /// <param name="assigned">Another officer whom the act speaks of.</param>
    public static async Task<Acted> OnTask(
        TaskId id, long seen, Func<Grounds, CaseTask, Refusal?> forbids, Intent intent, Ledger ledger, IReader reader, string? reason,
        Func<Ground, Decision<ITaskFact>> decide, CancellationToken cancel, OfficerId? assigned = null)
    {
        // A task never changes its case, nor what it depends on for another, so that both may be looked up before the act.
        if (await reader.Load<TaskRow>(id.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var (onCase, duties) = (row.Case.Value, DutyRow.KeyOf(row.Case));
        Guid[] held = row.DependsOn is { } before ? [onCase, before.Value] : [onCase];
        Guid[] others = assigned is { } officer ? [duties, .. Streams(row.Case, officer)] : [duties];
        return await ledger.Act(intent, new Undertaking(id.Value, seen, others, held, ground =>
        {
            if (ground.Unknown(id.Value) is { } unknown)
                return unknown;
            var task = State(ground, id)!;
            if (forbids(ground, task) is { } no)
                return no;
            var other = task.DependsOn is { } on ? State(ground, on) : null;
            var decision = decide(new Ground(ground, task, ground.State<CaseFile, ICaseFact>(onCase)!, other));
            return Deed.Of(id.Value, decision, ground.LabelOf(id.Value)!, reason)
                .And(duties, Follow(ground, duties, decision.Facts.Aggregate(task, CaseTask.Evolve)), ground.LabelOf(onCase)!);
        }) { Alone = row.Mandatory ? [duties] : [] }, cancel);
    }

    /// <summary>Whoever was asked does it, or somebody who may ask for tasks does it for them.</summary>
    public static Refusal? ForbidsWork(Grounds ground, CaseTask task) =>
        ground.Forbids(task.Id.Value, Permission.WorkOnTask)
        ?? (task.Assignee.Officer == ground.By.Officer ? null : ForbidsAssigning(ground, task));

    public static Refusal? ForbidsAssigning(Grounds ground, CaseTask task) => ground.Forbids(task.Id.Value, Permission.AssignTask);

    /// <summary>What must be read to know whether an officer can be asked.</summary>
    public static Guid[] Streams(CaseId of, OfficerId officer) => [officer.Value, CaseTeam.GrantOf(of, officer)];

    /// <summary>Null when the officer holds no role on the case in which they could do it, or may not read the case.</summary>
    public static Assignee? AssigneeOn(Grounds ground, CaseFile file, OfficerId officer)
    {
        if (ground.State<Officer, IOfficerFact>(officer.Value) is not { } known || !known.ServesAt(ground.By.At))
            return null;
        if (file.Label.Tlp == Tlp.Red && !file.Label.Readers.Contains(officer))
            return null;
        return CaseTeam.RolesOf(ground, file.Id, officer).Any(role => Permissions.Allows(role, Permission.WorkOnTask))
            ? new Assignee(officer, known.Agency)
            : null;
    }

    public static CaseTask? State(Grounds ground, TaskId id) => ground.State<CaseTask, ITaskFact>(id.Value);

    public static Decision<IDutyFact> Follow(Grounds ground, Guid duties, CaseTask task) =>
        Duties.Follow(ground.State<Duties, IDutyFact>(duties), task);
}
