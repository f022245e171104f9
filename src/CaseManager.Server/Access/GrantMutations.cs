using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Giving and taking roles.</summary>
public static class GrantMutations
{
    /// <summary>Gives an officer a role in a task force.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> AppointToTaskForce(AppointToTaskForceInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var scope = Scope.Of(input.TaskForce);
        var command = new GiveGrant(scope, input.Officer, input.Role, input.From, input.Until, input.Reason);
        return OnGrant(scope, input.Officer, input.TaskForce, intent, ledger, input.Reason, (ground, appointment, grant) =>
            GiveGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    /// <summary>Takes a role in a task force back, or hands back one's own.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> ReleaseFromTaskForce(ReleaseFromTaskForceInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var command = new WithdrawGrant(input.Role, input.From, input.Reason);
        return OnGrant(Scope.Of(input.TaskForce), input.Officer, input.TaskForce, intent, ledger, input.Reason, (ground, appointment, grant) =>
            grant is null ? WithdrawGrant.NotHeld.At("role") : WithdrawGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    /// <summary>Gives an officer a role on a case. Of one that carries H2 its originator must be asked first before another agency lets in a third.</summary>
    [Returns<GrantRow>("grant")]
    public static async Task<Acted> GrantCaseAccess(
        GrantCaseAccessInput input, Intent intent, Ledger ledger, IReader reader, Released released, CancellationToken cancel)
    {
        var scope = Scope.Of(input.Case);
        var command = new GiveGrant(scope, input.Officer, input.Role, input.From, input.Until, input.Reason);
        var control = await OriginatorControl.Of(input.Case, input.Officer, released, reader, cancel);
        return await OnGrant(scope, input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
        {
            var decided = GiveGrant.Decide(ground.By, command, appointment, grant);
            // Asked last: only who could give the role at all learns that the originator must be asked.
            return decided.Facts.Count > 0 && control?.Forbids(ground) is { } no ? no : decided;
        }, cancel, control?.Streams);
    }

    /// <summary>Takes a role on a case back, or hands back one's own.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> WithdrawCaseAccess(WithdrawCaseAccessInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var command = new WithdrawGrant(input.Role, input.From, input.Reason);
        return OnGrant(Scope.Of(input.Case), input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
            grant is null ? WithdrawGrant.NotHeld.At("role") : WithdrawGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    /// <summary>Gives an officer a role on an operation.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> GrantOperationAccess(GrantOperationAccessInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var scope = Scope.Of(input.Operation);
        var command = new GiveGrant(scope, input.Officer, input.Role, input.From, input.Until, input.Reason);
        return OnGrant(scope, input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
            GiveGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    /// <summary>Takes a role on an operation back, or hands back one's own.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> WithdrawOperationAccess(WithdrawOperationAccessInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var command = new WithdrawGrant(input.Role, input.From, input.Reason);
        return OnGrant(Scope.Of(input.Operation), input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
            grant is null ? WithdrawGrant.NotHeld.At("role") : WithdrawGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    internal static Task<Acted> OnGrant(
        Scope scope, OfficerId officer, TaskForceId? taskForce, Intent intent, Ledger ledger, string reason,
        Func<Grounds, Appointment, Grant?, Decision<IGrantFact>> decide, CancellationToken cancel, IEnumerable<Guid>? others = null)
    {
        var stream = GrantIds.Of(scope, officer);
        return ledger.Act(intent, new Undertaking(stream, null, [officer.Value, .. others ?? []], [scope.Id], ground =>
        {
            if (ground.Unknown(scope.Id) is { } unknown)
                return unknown;
            if (ground.State<Officer, IOfficerFact>(officer.Value) is not { } recipient)
                return Refusal.Unknown.At("officer");
            var label = ground.LabelOf(scope.Id)!;
            var force = taskForce is { } id ? ground.State<TaskForce, ITaskForceFact>(id.Value) : null;
            var appointment = new Appointment(ground.Rights!, recipient, force, label.TaskForce);
            var under = scope.Kind switch
            {
                ScopeKind.TaskForce => label with { TaskForce = taskForce },
                // Who does what for a partner at an operation is known to that partner and to those who direct it.
                ScopeKind.Operation => label with { Originator = recipient.Agency, Tlp = Tlp.AmberStrict },
                _ => label,
            };
            return Deed.Of(stream, decide(ground, appointment, ground.State<Grant, IGrantFact>(stream)), under, reason);
        }) { Affects = [officer] }, cancel);
    }
}

/// <param name="From">First moment it holds; now when absent.</param>
/// <param name="Until">First moment it no longer holds; for good when absent.</param>
public sealed record AppointToTaskForceInput(
    TaskForceId TaskForce, OfficerId Officer, Role Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason);

public sealed record ReleaseFromTaskForceInput(TaskForceId TaskForce, OfficerId Officer, Role Role, DateTimeOffset? From, string Reason);

/// <param name="From">First moment it holds; now when absent.</param>
/// <param name="Until">First moment it no longer holds; for good when absent.</param>
public sealed record GrantCaseAccessInput(
    CaseId Case, OfficerId Officer, Role Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason);

public sealed record WithdrawCaseAccessInput(CaseId Case, OfficerId Officer, Role Role, DateTimeOffset? From, string Reason);

/// <param name="From">First moment it holds; now when absent.</param>
/// <param name="Until">First moment it no longer holds; for good when absent.</param>
public sealed record GrantOperationAccessInput(
    OperationId Operation, OfficerId Officer, Role Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason);

public sealed record WithdrawOperationAccessInput(OperationId Operation, OfficerId Officer, Role Role, DateTimeOffset? From, string Reason);
