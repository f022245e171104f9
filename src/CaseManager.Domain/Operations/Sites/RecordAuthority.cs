using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Records the authority to enter, or the one that takes its place: the site reports anew.</summary>
public sealed record RecordAuthority(AuthorityGiven Authority, string Reason)
{
    public static Decision<ISiteFact> Decide(Acting by, RecordAuthority command, Site site, Operation operation)
    {
        if (command.Authority.Resolve(site.Zone, "authority", out var authority) is { } badAuthority)
            return badAuthority;
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (site.Forbids(by, operation) is { } no)
            return no;
        if (site.Authority == authority)
            return Decision<ISiteFact>.Nothing;

        return site.And(new SiteAuthorityRecorded(site.Authority, authority, command.Reason), LapseCause.AuthorityChanged);
    }
}
