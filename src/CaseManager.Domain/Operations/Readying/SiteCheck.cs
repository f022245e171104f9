using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>What awaits who enters a site.</summary>
public enum RiskFlag
{
    Laboratory,
    Chemicals,
    Weapons,
    Dogs,
    Children,
    Explosives,

    /// <summary>Cameras or lookouts.</summary>
    Watched,
}

/// <summary>The last word on one rule at a site.</summary>
/// <param name="Passed">Whether it was found in order.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Count">Staff: how many.</param>
/// <param name="Detail">What was found, where it is kept, who answers for it.</param>
public sealed record SiteCheck(ReadinessRule Rule, bool Passed, DateTimeOffset At, int? Count, string? Detail);

/// <summary>An agency's word on one rule at its own site.</summary>
/// <param name="At">When it was looked at; now when absent.</param>
public sealed record ReportCheck(ReadinessRule Rule, bool Passed, DateTimeOffset? At, int? Count, string? Detail)
{
    public static readonly Refusal NotReported = new("check.not-reported", "Authority is recorded, not checked off.");
    public static readonly Refusal InFuture = new("check.in-future", "What is to come was not looked at yet.");
    public static readonly Refusal NeedsCount = new("check.needs-count", "Staff is reported with how many there are, and nothing else with a number.");
    public static readonly Refusal Overtaken = new("check.overtaken", "A later check was reported.");

    public static Decision<ISiteFact> Decide(Acting by, ReportCheck command, Site site, Operation operation)
    {
        if (CheckInput(by, command) is { } badInput)
            return badInput;
        if (site.Forbids(by, operation) is { } no)
            return no;
        var check = new SiteCheck(command.Rule, command.Passed, command.At ?? by.At, command.Count, command.Detail);
        var last = site.Checks.FirstOrDefault(c => c.Rule == command.Rule);
        if (last == check)
            return Decision<ISiteFact>.Nothing;
        if (last is not null && check.At < last.At)
            return Overtaken.At("at");

        var reported = new SiteCheckReported(check.Rule, check.Passed, check.At, check.Count, check.Detail, by.Officer);
        var after = Site.Evolve(site, reported);
        return Readying.Fails(operation, after, check.Rule, by.At) ? site.And(reported, LapseCause.CheckFailed) : Decision<ISiteFact>.Accept(reported);
    }

    private static Refusal? CheckInput(Acting by, ReportCheck command)
    {
        if (Choice.Check(command.Rule, "rule") is { } badRule)
            return badRule;
        if (command.Rule == ReadinessRule.Authority)
            return NotReported.At("rule");
        if (command.At > by.At)
            return InFuture.At("at");
        if (command.Rule == ReadinessRule.Staff ? command.Count is not (>= 0 and <= 1_000) : command.Count is not null)
            return NeedsCount.At("count");
        // What was found wanting is said.
        return command.Passed ? Text.CheckOptional(command.Detail, Kernel.Reason.Longest, "detail") : Text.Check(command.Detail, Kernel.Reason.Longest, "detail");
    }
}

/// <summary>Says what awaits who enters. A risk that was not known takes readiness away: teams prepare for what they were told.</summary>
public sealed record SetSiteRisks(Items<RiskFlag> Risks, string Reason)
{
    public static readonly Refusal Repeated = new("site.risk-repeats", "A risk is named twice.");

    public static Decision<ISiteFact> Decide(Acting by, SetSiteRisks command, Site site, Operation operation)
    {
        if (command.Risks.Select(r => Choice.Check(r, "risks")).FirstOrDefault(r => r is not null) is { } badRisk)
            return badRisk;
        if (command.Risks.Distinct().Count() < command.Risks.Count)
            return Repeated.At("risks");
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (site.MustTakePart(operation) is { } no)
            return no;
        Items<RiskFlag> risks = [.. command.Risks.Order()];
        if (site.Risks.Equals(risks))
            return Decision<ISiteFact>.Nothing;

        var set = new SiteRisksSet(site.Risks, risks, command.Reason);
        return risks.Except(site.Risks).Any() ? site.And(set, LapseCause.RiskFound) : Decision<ISiteFact>.Accept(set);
    }
}
