using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Gives an officer a role on a case or in a task force, from now when no start is given.</summary>
public sealed record GiveGrant(
    Scope Scope, OfficerId Officer, Role Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason)
{
    public static readonly Refusal ToOneself = new("grant.to-oneself", "Nobody gives a grant to themselves.");
    public static readonly Refusal MoreThanHeld = new("grant.more-than-held", "Nobody gives a role that allows more than they may do themselves.");
    public static readonly Refusal NotForThis = new("grant.role-not-for-this", "The role means nothing there.");
    public static readonly Refusal EndsBeforeStart = new("grant.ends-before-start", "The grant would end before it begins.");
    public static readonly Refusal AlreadyOver = new("grant.already-over", "The grant would be over already.");
    public static readonly Refusal AgencyNotMember = new("grant.agency-not-member", "The officer's agency is not a member of the task force then.");
    public static readonly Refusal AlreadyHeld = new("grant.already-held", "The officer holds this role in that time: withdraw it first.");

    public static Decision<IGrantFact> Decide(Acting by, GiveGrant command, Appointment appointment, Grant? grant)
    {
        var badInput = Choice.Check(command.Scope.Kind, "scope") ?? Choice.Check(command.Role, "role") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;
        if (!Permissions.Fits(command.Role, command.Scope.Kind))
            return NotForThis.At("role");
        if (command.Officer == by.Officer)
            return ToOneself.At("officer");
        if (!appointment.MayDecide(by, command.Scope, command.Role))
            return MoreThanHeld.At("role");

        var from = command.From ?? by.At;
        if (command.Until <= from)
            return EndsBeforeStart.At("until");
        if (command.Until <= by.At)
            return AlreadyOver.At("until");
        if (!appointment.Recipient.ServesAt(from < by.At ? by.At : from))
            return RecordDeparture.Departed.At("officer");
        if (command.Scope.Kind == ScopeKind.TaskForce && appointment.TaskForce?.HasMember(appointment.Recipient.Agency, from) != true)
            return AgencyNotMember.At("officer");
        var held = Held(grant, appointment).Where(p => p.Role == command.Role).ToList();
        if (held.Any(p => Same(p, command, by.At)))
            return Decision<IGrantFact>.Nothing;
        if (held.Any(p => p.Overlaps(from, command.Until)))
            return AlreadyHeld.At("role");

        return Decision<IGrantFact>.Accept(
            new GrantGiven(command.Scope, command.Officer, command.Role, from, command.Until, command.Reason));
    }

    // A role in a task force ends with the membership in which it was given, so that after a return it is given anew.
    private static IEnumerable<GrantPeriod> Held(Grant? grant, Appointment appointment) =>
        grant is null ? []
        : grant.Scope.Kind == ScopeKind.TaskForce && appointment.TaskForce is { } force
            ? grant.Periods.Select(p => p.Within(force.MembershipAt(appointment.Recipient.Agency, p.From)))
            : grant.Periods;

    // A repeat without a start means "now" again: the period that holds now is the one it asked for.
    private static bool Same(GrantPeriod held, GiveGrant command, DateTimeOffset now) =>
        held.Until == command.Until && held.Ended is null && (command.From is { } from ? held.From == from : held.From <= now);
}
