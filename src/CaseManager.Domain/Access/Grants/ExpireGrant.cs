using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Asked by the product when a grant's end has come: sets it on the record, once, unless it was withdrawn before.</summary>
public sealed record ExpireGrant(Role Role, DateTimeOffset Until)
{
    public static Decision<IGrantFact> Decide(Acting by, ExpireGrant command, Grant grant)
    {
        if (by.At < command.Until)
            return Decision<IGrantFact>.Nothing;
        if (!grant.Periods.Any(p => p.Role == command.Role && p.Until == command.Until && p.Ended is null))
            return Decision<IGrantFact>.Nothing;

        return Decision<IGrantFact>.Accept(new GrantExpired(grant.Scope, grant.Officer, command.Role, command.Until));
    }
}
