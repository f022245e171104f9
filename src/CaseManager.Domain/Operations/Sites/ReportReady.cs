using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Says that a site is ready for its entry. It takes an authority that covers the entry in local time.</summary>
public sealed record ReportReady(string? Remark)
{
    public static readonly Refusal NoAuthority = new("site.no-authority", "The site has no authority to enter.");
    public static readonly Refusal OutsideAuthority = new("site.outside-authority", "The site's authority does not cover the time of entry.");

    /// <summary>Which one, its field says.</summary>
    public static readonly Refusal RuleFailed = new("site.rule-failed", "A rule of readiness is not met at the site.");

    public static Decision<ISiteFact> Decide(Acting by, ReportReady command, Site site, Operation operation)
    {
        if (Text.CheckOptional(command.Remark, Reason.Longest, "remark") is { } badRemark)
            return badRemark;
        if (site.Forbids(by, operation) is { } no)
            return no;
        if (site.Readiness == Readiness.Ready)
            return Decision<ISiteFact>.Nothing;
        if (site.Authority is not { } authority)
            return NoAuthority;
        var entry = site.EntryAt(operation.HHour);
        if (!authority.Covers(entry, site.Zone))
            return OutsideAuthority;
        if (Readying.Failing(operation, site, by.At) is { } rule)
            return RuleFailed.At($"rules.{char.ToLowerInvariant(rule.ToString()[0])}{rule.ToString()[1..]}");

        return Decision<ISiteFact>.Accept(new SiteReportedReady(by.Officer, entry, command.Remark));
    }
}
