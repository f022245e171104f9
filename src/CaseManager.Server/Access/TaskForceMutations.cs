using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Setting up task forces; agencies join and leave.</summary>
public static class TaskForceMutations
{
    /// <summary>Sets up a task force that the caller's agency leads. Registrars only.</summary>
    [Returns<TaskForceRow>("taskForce")]
    public static Task<Acted> EstablishTaskForce(EstablishTaskForceInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var id = new TaskForceId(Guid.NewGuid());
        var command = new EstablishTaskForce(id, input.Code, input.Name, input.Purpose, input.Agreement, input.Since);
        return ledger.Act(intent, new Undertaking(id.Value, null, [], [], ground =>
            ground.ForbidsRegistrar(Permission.EstablishTaskForce) is { } no
                ? no
                : Deed.Of(id.Value, Domain.Access.EstablishTaskForce.Decide(ground.By, command), Label.Community(intent.Caller.Agency))), cancel);
    }

    /// <summary>Takes an agency into the task force.</summary>
    [Returns<TaskForceRow>("taskForce")]
    public static Task<Acted> JoinTaskForce(JoinTaskForceInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var agency = AgencyRow.KeyOf(input.Agency);
        return Manage(input.TaskForce, [agency], intent, ledger, null, (taskForce, ground) =>
            ground.Version(agency) == 0
                ? Refusal.Unknown.At("agency")
                : Domain.Access.JoinTaskForce.Decide(ground.By, new JoinTaskForce(input.Agency, input.From, input.Until), taskForce), cancel);
    }

    /// <summary>Ends an agency's membership.</summary>
    [Returns<TaskForceRow>("taskForce")]
    public static Task<Acted> LeaveTaskForce(LeaveTaskForceInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Manage(input.TaskForce, [], intent, ledger, input.Reason, (taskForce, ground) =>
            Domain.Access.LeaveTaskForce.Decide(ground.By, new LeaveTaskForce(input.Agency, input.From, input.Reason), taskForce), cancel);

    private static Task<Acted> Manage(
        TaskForceId id, IReadOnlyList<Guid> others, Intent intent, Ledger ledger, string? reason,
        Func<TaskForce, Grounds, Decision<ITaskForceFact>> decide, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, null, others, [], ground =>
        {
            if (ground.Unknown(id.Value) is { } unknown)
                return unknown;
            var taskForce = ground.State<TaskForce, ITaskForceFact>(id.Value)!;
            if (ground.Rights is { } rights && !AccessLaw.MayManage(rights, taskForce, ground.By.At))
                return Grounds.NotPermitted;
            return Deed.Of(id.Value, decide(taskForce, ground), ground.LabelOf(id.Value)!, reason);
        }), cancel);
}

/// <param name="Code">Two to ten capital letters and digits; also the series of its case numbers.</param>
/// <param name="Agreement">The agreement the parties signed.</param>
public sealed record EstablishTaskForceInput(string Code, string Name, string Purpose, string Agreement, DateTimeOffset? Since);

public sealed record JoinTaskForceInput(TaskForceId TaskForce, AgencyId Agency, DateTimeOffset? From, DateTimeOffset? Until);

public sealed record LeaveTaskForceInput(TaskForceId TaskForce, AgencyId Agency, DateTimeOffset? From, string Reason);
