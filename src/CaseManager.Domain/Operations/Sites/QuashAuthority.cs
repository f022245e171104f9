using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>The court, or whoever gave it, took the authority back.</summary>
public sealed record QuashAuthority(string Reason)
{
    public static Decision<ISiteFact> Decide(Acting by, QuashAuthority command, Site site, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (site.Forbids(by, operation) is { } no)
            return no;
        if (site.Authority is not { } authority)
            return Decision<ISiteFact>.Nothing;

        return site.And(new SiteAuthorityQuashed(authority, command.Reason), LapseCause.AuthorityQuashed);
    }
}
