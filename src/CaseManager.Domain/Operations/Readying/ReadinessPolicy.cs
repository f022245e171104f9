using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>What must hold of a site before it goes.</summary>
public enum ReadinessRule
{
    /// <summary>A warrant or order covers the entry, and some minutes after it.</summary>
    Authority,

    /// <summary>Other agencies were asked whether they act there, not too long ago, and nothing stands against it.</summary>
    Deconfliction,

    /// <summary>The commander was briefed.</summary>
    Briefing,

    /// <summary>Enough people are assigned.</summary>
    Staff,

    /// <summary>A hazardous-materials team is there; where a laboratory or chemicals are expected.</summary>
    Hazmat,

    /// <summary>There is a medical plan.</summary>
    Medical,

    /// <summary>There is an exhibit officer, and seals.</summary>
    Exhibits,

    /// <summary>Communications were checked, not too long ago.</summary>
    Communications,

    /// <summary>What the site's agency needs was released to it; where it is not the agency that leads.</summary>
    Release,
}

/// <param name="Minutes">Authority: for how long after the entry it holds. Deconfliction and communications: how old the last check may be.</param>
/// <param name="Count">Staff: how many at least.</param>
public sealed record PolicyRule(ReadinessRule Rule, int? Minutes, int? Count);

/// <summary>The rules that all sites of an operation are held to. One version takes the place of the last; decisions stand on the one of their time.</summary>
/// <param name="Name">As people say it, such as <c>GRANITE-R1</c>.</param>
/// <param name="Version">Counts the sets of the operation, from 1.</param>
public sealed record ReadinessPolicy(string Name, int Version, Items<PolicyRule> Rules)
{
    public static readonly Refusal NoRules = new("policy.no-rules", "A policy has at least one rule.");
    public static readonly Refusal Repeated = new("policy.rule-repeats", "A rule is named twice.");
    public static readonly Refusal BadMinutes = new("policy.bad-minutes", "This rule needs its minutes, up to a week, and others have none.");
    public static readonly Refusal BadCount = new("policy.bad-count", "Staff needs how many at least, up to a thousand, and other rules have no count.");

    /// <summary>Without a policy a site needs an authority for its entry, and no more.</summary>
    public static readonly ReadinessPolicy None = new("", 0, [new PolicyRule(ReadinessRule.Authority, 0, null)]);

    public static Refusal? Check(string name, Items<PolicyRule> rules)
    {
        if (Text.Check(name, OperationLimits.PolicyName, "name") is { } badName)
            return badName;
        if (rules.Count == 0)
            return NoRules.At("rules");
        if (rules.Select(r => r.Rule).Distinct().Count() < rules.Count)
            return Repeated.At("rules");
        return rules.Select(Check).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Check(PolicyRule rule)
    {
        if (Choice.Check(rule.Rule, "rules.rule") is { } badRule)
            return badRule;
        var timed = rule.Rule is ReadinessRule.Authority or ReadinessRule.Deconfliction or ReadinessRule.Communications;
        // An authority may be asked for at the entry alone; a check of no age at all could never be met.
        var least = rule.Rule == ReadinessRule.Authority ? 0 : 1;
        if (timed ? !(rule.Minutes >= least && rule.Minutes <= OperationLimits.PhaseMinutes) : rule.Minutes is not null)
            return BadMinutes.At("rules.minutes");
        return (rule.Rule == ReadinessRule.Staff ? rule.Count is >= 1 and <= 1_000 : rule.Count is null) ? null : BadCount.At("rules.count");
    }
}

/// <summary>Puts a policy in force: what was ready or voted by the last one no longer counts.</summary>
public sealed record SetReadinessPolicy(string Name, Items<PolicyRule> Rules, string Reason)
{
    public static Decision<IOperationFact> Decide(Acting by, SetReadinessPolicy command, Operation operation)
    {
        if ((ReadinessPolicy.Check(command.Name, command.Rules) ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (operation.MustGoOn() is { } over)
            return over;
        Items<PolicyRule> rules = [.. command.Rules.OrderBy(r => r.Rule)];
        if (operation.Policy.Name == command.Name && operation.Policy.Rules.Equals(rules))
            return Decision<IOperationFact>.Nothing;

        var set = new ReadinessPolicySet(command.Name, operation.Policy.Version + 1, rules, command.Reason);
        return Decision<IOperationFact>.Accept([set, .. HoldOnChange.Of(by, operation, HoldCause.PolicyChanged, null)]);
    }

    /// <summary>What it means for a site: ready by the old rules is not ready by the new ones.</summary>
    public static Decision<ISiteFact> Lapse(Site site) => site.LapseOf(LapseCause.PolicyChanged);
}
