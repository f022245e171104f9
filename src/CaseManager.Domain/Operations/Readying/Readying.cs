using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>How a rule stands at a site.</summary>
public enum Standing
{
    Met,
    Failed,

    /// <summary>It asks nothing of such a site.</summary>
    NotNeeded,
}

/// <summary>Why a rule is not met.</summary>
public enum Shortfall
{
    /// <summary>Nothing was recorded or reported.</summary>
    Missing,

    /// <summary>It was looked at, and found wanting.</summary>
    Reported,

    /// <summary>What was reported is too old by now.</summary>
    TooOld,

    /// <summary>The authority does not cover the entry, or not for long enough.</summary>
    OutsideHours,

    /// <summary>Fewer people than the rule asks for.</summary>
    TooFew,
}

/// <summary>A rule judged at a site.</summary>
/// <param name="Changed">When time alone made it so: a check that grew too old. Absent: since what it was judged on changed.</param>
/// <param name="Until">When time alone will end it.</param>
public sealed record Verdict(PolicyRule Rule, Standing Standing, Shortfall? Why, DateTimeOffset? Changed, DateTimeOffset? Until)
{
    internal static Verdict Met(PolicyRule rule, DateTimeOffset? until = null) => new(rule, Standing.Met, null, null, until);

    internal static Verdict Failed(PolicyRule rule, Shortfall why, DateTimeOffset? changed = null) => new(rule, Standing.Failed, why, changed, null);

    internal static Verdict NotNeeded(PolicyRule rule) => new(rule, Standing.NotNeeded, null, null, null);
}

/// <summary>What rules look at.</summary>
/// <param name="Leads">Whether the site is of the agency that leads.</param>
public sealed record Judged(DateTimeOffset Entry, string Zone, Authority? Authority, bool Leads, Items<RiskFlag> Risks, Items<SiteCheck> Checks);

/// <summary>Judges sites by the rules of their operation. The same inputs and time give the same verdicts, whenever they are asked for.</summary>
public static class Readying
{
    public static Items<Verdict> Judge(ReadinessPolicy policy, Judged site, DateTimeOffset at) => [.. policy.Rules.Select(rule => Judge(rule, site, at))];

    /// <summary>The first rule that is not met there.</summary>
    public static ReadinessRule? Failing(Operation operation, Site site, DateTimeOffset at) =>
        Judge(operation.Policy, site.AsJudged(operation), at).FirstOrDefault(v => v.Standing == Standing.Failed)?.Rule.Rule;

    /// <summary>Null when the authority holds from the entry for as many minutes.</summary>
    public static Shortfall? ShortfallOf(Authority? authority, DateTimeOffset entry, int minutes, string zone)
    {
        if (authority is null)
            return Shortfall.Missing;
        return authority.CoversFor(entry, minutes, zone) ? null : Shortfall.OutsideHours;
    }

    internal static bool Fails(Operation operation, Site site, ReadinessRule rule, DateTimeOffset at) =>
        Judge(operation.Policy, site.AsJudged(operation), at).Any(v => v.Rule.Rule == rule && v.Standing == Standing.Failed);

    private static Verdict Judge(PolicyRule rule, Judged site, DateTimeOffset at) => rule.Rule switch
    {
        ReadinessRule.Authority => JudgeAuthority(rule, site),
        ReadinessRule.Hazmat when !site.Risks.Any(r => r is RiskFlag.Laboratory or RiskFlag.Chemicals) => Verdict.NotNeeded(rule),
        ReadinessRule.Release when site.Leads => Verdict.NotNeeded(rule),
        _ => JudgeCheck(rule, site.Checks.FirstOrDefault(c => c.Rule == rule.Rule), at),
    };

    private static Verdict JudgeAuthority(PolicyRule rule, Judged site) =>
        ShortfallOf(site.Authority, site.Entry, rule.Minutes ?? 0, site.Zone) is { } why ? Verdict.Failed(rule, why) : Verdict.Met(rule);

    private static Verdict JudgeCheck(PolicyRule rule, SiteCheck? check, DateTimeOffset at)
    {
        if (check is null)
            return Verdict.Failed(rule, Shortfall.Missing);
        if (!check.Passed)
            return Verdict.Failed(rule, Shortfall.Reported);
        if (check.Count < rule.Count)
            return Verdict.Failed(rule, Shortfall.TooFew);
        if (rule.Minutes is not { } minutes)
            return Verdict.Met(rule);
        var ends = check.At.AddMinutes(minutes);
        return at < ends ? Verdict.Met(rule, ends) : Verdict.Failed(rule, Shortfall.TooOld, ends);
    }
}
