using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Takes a role back, now when no time is given. One's own role may always be handed back.</summary>
public sealed record WithdrawGrant(Role Role, DateTimeOffset? From, string Reason)
{
    public static readonly Refusal NotYours = new("grant.not-yours-to-withdraw", "Whoever may not give the role may not withdraw it.");
    public static readonly Refusal Backdated = new("grant.withdrawal-backdated", "A grant ends now or later: what was read until now was read by right.");
    public static readonly Refusal NotHeld = new("grant.not-held", "The officer does not hold this role here.");

    public static Decision<IGrantFact> Decide(Acting by, WithdrawGrant command, Appointment appointment, Grant grant)
    {
        var badInput = Choice.Check(command.Role, "role") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;
        if (grant.Officer != by.Officer && !appointment.MayDecide(by, grant.Scope, command.Role))
            return NotYours.At("role");
        if (command.From < by.At)
            return Backdated.At("from");

        var from = command.From ?? by.At;
        var ofRole = grant.Periods.Where(p => p.Role == command.Role).ToList();
        if (ofRole.Any(p => p.ReachesBeyond(from)))
            return Decision<IGrantFact>.Accept(new GrantWithdrawn(grant.Scope, grant.Officer, command.Role, from, command.Reason));

        return ofRole.Any(p => p.Ended == Ending.Withdrawn) ? Decision<IGrantFact>.Nothing : NotHeld.At("role");
    }

    /// <summary>Takes all roles of the grant back that hold or would: what they were given on no longer stands.</summary>
    public static Decision<IGrantFact> All(Acting by, Grant grant, string reason) =>
        Decision<IGrantFact>.Accept([
            .. grant.Periods.Where(p => p.ReachesBeyond(by.At)).Select(p => p.Role).Distinct().Order()
                .Select(role => new GrantWithdrawn(grant.Scope, grant.Officer, role, by.At, reason)),
        ]);
}
