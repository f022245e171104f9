using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Gives an officer a role on a case or in a task force, from now when no start is given.</summary>
public sealed record GiveGrant(
    Scope Scope, OfficerId Officer, Role Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason)
{
    public static readonly Refusal ToOneself = new("grant.to-oneself", "Nobody gives a grant to themselves.");
    public static readonly Refusal MoreThanHeld = new("grant.more-than-held", "Nobody gives a role that allows more than they may do themselves.");
    public static readonly Refusal EndsBeforeStart = new("grant.ends-before-start", "The grant would end before it begins.");
    public static readonly Refusal AlreadyOver = new("grant.already-over", "The grant would be over already.");
    public static readonly Refusal AgencyNotMember = new("grant.agency-not-member", "The officer's agency is not a member of the task force then.");
    public static readonly Refusal AlreadyHeld = new("grant.already-held", "The officer holds this role in that time: withdraw it first.");

    public static Decision<IGrantFact> Decide(Acting by, GiveGrant command, Appointment appointment, Grant? grant)
    {
        var badInput = Choice.Check(command.Scope.Kind, "scope") ?? Choice.Check(command.Role, "role") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;
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
        if (Same(grant, command, by.At))
            return Decision<IGrantFact>.Nothing;
        if (grant is not null && grant.Periods.Any(p => p.Role == command.Role && p.Overlaps(from, command.Until)))
            return AlreadyHeld.At("role");

        return Decision<IGrantFact>.Accept(
            new GrantGiven(command.Scope, command.Officer, command.Role, from, command.Until, command.Reason));
    }

    // A repeat without a start means "now" again: the period that holds now is the one it asked for.
    private static bool Same(Grant? grant, GiveGrant command, DateTimeOffset now) =>
        grant is not null && grant.Periods.Any(p =>
            p.Role == command.Role && p.Until == command.Until && p.Ended is null
            && (command.From is { } from ? p.From == from : p.From <= now));
}
