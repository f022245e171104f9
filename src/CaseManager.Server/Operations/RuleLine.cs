using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;

namespace CaseManager.Server.Operations;

/// <summary>One rule of readiness at one site.</summary>
/// <param name="Minutes">Authority: for how long after the entry it must hold. Deconfliction and communications: how old the last check may be.</param>
/// <param name="Count">Staff: how many at least.</param>
/// <param name="Why">Why it is not met.</param>
/// <param name="Since">Since when it has stood as it does: what it is judged on changed then, or grew too old.</param>
/// <param name="Until">When time alone will end it.</param>
/// <param name="Check">What was reported, where the rule is one that is reported on.</param>
public sealed record RuleLine(
    ReadinessRule Rule, int? Minutes, int? Count, Standing Standing, Shortfall? Why, DateTimeOffset Since, DateTimeOffset? Until, ReportedCheck? Check)
{
    /// <param name="at">The time judged for: rules about age are met or not as it goes on.</param>
    internal static Items<RuleLine> Of(OperationRow operation, SiteRow site, DateTimeOffset at)
    {
        var policy = operation.Policy ?? ReadinessPolicy.None;
        var judged = new Judged(
            operation.HHour.AddMinutes(site.Shift), site.Zone, site.Authority, site.Agency == operation.LeadAgency, site.Risks, [.. site.Checks.Select(c => c.Check)]);
        return [.. Readying.Judge(policy, judged, at).Select(verdict => Of(verdict, operation, site))];
    }

    private static RuleLine Of(Verdict verdict, OperationRow operation, SiteRow site)
    {
        var seen = site.Checks.FirstOrDefault(c => c.Check.Rule == verdict.Rule.Rule);
        var changed = verdict.Rule.Rule == ReadinessRule.Authority ? Later(site.JudgedAt, operation.TimedAt) : seen?.RecordedAt ?? site.JudgedAt;
        return new RuleLine(
            verdict.Rule.Rule, verdict.Rule.Minutes, verdict.Rule.Count, verdict.Standing, verdict.Why, verdict.Changed ?? Later(changed, operation.PolicyAt),
            verdict.Until, seen is null ? null : new ReportedCheck(seen.Check.Passed, seen.Check.At, seen.Check.Count, seen.Check.Detail, seen.By));
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>What a site's agency reported on a rule.</summary>
/// <param name="At">When it was looked at.</param>
public sealed record ReportedCheck(bool Passed, DateTimeOffset At, int? Count, string? Detail, OfficerId By);
