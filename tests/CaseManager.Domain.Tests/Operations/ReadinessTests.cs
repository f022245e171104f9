using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>What must hold at a site before it goes, who says so, and for how long that counts.</summary>
public sealed class ReadinessTests
{
    private static readonly PolicyRule[] Rules =
    [
        new(ReadinessRule.Authority, 240, null), new(ReadinessRule.Deconfliction, 720, null), new(ReadinessRule.Briefing, null, null), new(ReadinessRule.Staff, null, 6),
        new(ReadinessRule.Hazmat, null, null), new(ReadinessRule.Communications, 120, null), new(ReadinessRule.Release, null, null),
    ];

    private static readonly ReadinessPolicySet Set = new("GRANITE-R1", 1, [.. Rules], "Agreed");
    private static readonly Operation Ruled = Planned.OperationOf([.. Planned.Entered, Set]);
    private static readonly Operation Aborted = Planned.OperationOf(Planned.Granite, Set, Planned.Abort);

    private static readonly ISiteFact[] InOrder =
    [
        Planned.Warehouse, Passed(ReadinessRule.Deconfliction), Passed(ReadinessRule.Briefing), Passed(ReadinessRule.Staff, 6),
        Passed(ReadinessRule.Communications), Passed(ReadinessRule.Release),
    ];

    [Fact]
    public void Without_a_policy_an_authority_for_the_entry_is_all_that_is_asked()
    {
        var verdict = Assert.Single(Readying.Judge(ReadinessPolicy.None, AsJudged(Planned.Warehouse), Noon));
        Assert.Equal((ReadinessRule.Authority, Standing.Met), (verdict.Rule.Rule, verdict.Standing));
    }

    [Fact]
    public void Each_rule_that_is_not_met_says_why()
    {
        Assert.Equal(
            [
                (ReadinessRule.Authority, Standing.Met, null), (ReadinessRule.Deconfliction, Standing.Failed, Shortfall.Missing), (ReadinessRule.Briefing, Standing.Failed, Shortfall.Missing),
                (ReadinessRule.Staff, Standing.Failed, Shortfall.TooFew), (ReadinessRule.Hazmat, Standing.NotNeeded, null),
                (ReadinessRule.Communications, Standing.Failed, Shortfall.Reported), (ReadinessRule.Release, Standing.Failed, Shortfall.Missing),
            ],
            Verdicts(Noon, Planned.Warehouse, Passed(ReadinessRule.Staff, 5), new SiteCheckReported(ReadinessRule.Communications, false, Noon, null, "Dead in the cellar", Theo)));
        Assert.All(Readying.Judge(Ruled.Policy, AsJudged(InOrder), Noon), v => Assert.NotEqual(Standing.Failed, v.Standing));
    }

    [Fact]
    public void A_laboratory_needs_hazmat_and_the_agency_that_leads_needs_no_release()
    {
        var lab = Verdicts(Noon, Planned.Lab, new SiteRisksSet([], [RiskFlag.Laboratory], "Seen"));
        Assert.Contains((ReadinessRule.Hazmat, Standing.Failed, Shortfall.Missing), lab);
        Assert.Contains((ReadinessRule.Release, Standing.NotNeeded, null), lab);
    }

    [Fact]
    public void A_check_counts_until_it_is_too_old_and_says_when_that_is()
    {
        var (young, old) = (Of(ReadinessRule.Communications, Noon.AddMinutes(120).AddMicroseconds(-1)), Of(ReadinessRule.Communications, Noon.AddMinutes(120)));
        Assert.Equal((Standing.Met, Noon.AddMinutes(120)), (young.Standing, young.Until));
        Assert.Equal((Standing.Failed, Shortfall.TooOld, Noon.AddMinutes(120)), (old.Standing, old.Why, old.Changed));
    }

    [Fact]
    public void The_authority_holds_for_as_long_as_the_teams_stay()
    {
        var judged = AsJudged(Planned.Warehouse);
        Assert.Equal(Standing.Met, Judge(240, judged));
        Assert.Equal(Standing.Met, Judge(14 * 60 + 45, judged)); // 06:15 to 21:00
        Assert.Equal(Standing.Failed, Judge(14 * 60 + 46, judged));
        Assert.Equal(Standing.Failed, Judge(0, judged with { Entry = Planned.HHour.AddMinutes(-45) }));
    }

    [Fact]
    public void Nobody_is_ready_while_a_rule_is_not_met()
    {
        At(InOrder).When(Ready(Noon)).Then(Planned.Ready(Theo));
        At(Planned.Warehouse).When(Ready(Noon)).ThenRefused(ReportReady.RuleFailed.At("rules.deconfliction"));
        At(InOrder).When(Ready(Noon.AddHours(2))).ThenRefused(ReportReady.RuleFailed.At("rules.communications"));
    }

    [Fact]
    public void What_is_found_wanting_takes_readiness_away()
    {
        ISiteFact[] ready = [.. InOrder, Planned.Ready(Theo)];
        var lost = new SiteCheckReported(ReadinessRule.Communications, false, Noon.AddMinutes(1), null, "No signal", Theo);
        At(ready).When(Checking(ReadinessRule.Communications, false, "No signal")).Then(lost, new SiteReadinessLapsed(LapseCause.CheckFailed));
        At(ready).When(Checking(ReadinessRule.Communications, true, null)).Then(lost with { Passed = true, Detail = null });
        At(ready).When(Checking(ReadinessRule.Staff, true, null, 5)).Then(
            new SiteCheckReported(ReadinessRule.Staff, true, Noon.AddMinutes(1), 5, null, Theo), new SiteReadinessLapsed(LapseCause.CheckFailed));
        // The policy asks for no medical plan.
        At(ready).When(Checking(ReadinessRule.Medical, false, "No ambulance")).Then(new SiteCheckReported(ReadinessRule.Medical, false, Noon.AddMinutes(1), null, "No ambulance", Theo));
    }

    [Fact]
    public void A_check_that_cannot_be_is_refused_by_its_field()
    {
        At(Planned.Warehouse).When(Checking(ReadinessRule.Authority, true, null)).ThenRefused(ReportCheck.NotReported.At("rule"));
        At(Planned.Warehouse).When(Checking((ReadinessRule)99, true, null)).ThenRefused(Choice.Unlisted.At("rule"));
        At(Planned.Warehouse).When(Checking(ReadinessRule.Staff, true, null)).ThenRefused(ReportCheck.NeedsCount.At("count"));
        At(Planned.Warehouse).When(Checking(ReadinessRule.Briefing, true, null, 3)).ThenRefused(ReportCheck.NeedsCount.At("count"));
        At(Planned.Warehouse).When(Checking(ReadinessRule.Briefing, true, null, at: Noon.AddHours(1))).ThenRefused(ReportCheck.InFuture.At("at"));
        At(Planned.Warehouse).When(Checking(ReadinessRule.Briefing, false, " ")).ThenRefused(new Refusal("input.missing", "", "detail"));
        At(InOrder).When(Checking(ReadinessRule.Briefing, true, null, at: Noon.AddHours(-1))).ThenRefused(ReportCheck.Overtaken.At("at"));
        At(InOrder).When(Checking(ReadinessRule.Briefing, true, null, at: Noon)).ThenNothing();
        At(InOrder).When(s => ReportCheck.Decide(By(Maya), new ReportCheck(ReadinessRule.Briefing, true, null, null, null), s, Ruled)).ThenRefused(Site.OtherAgency);
        At(InOrder).When(s => ReportCheck.Decide(By(Theo), new ReportCheck(ReadinessRule.Briefing, true, null, null, null), s, Aborted)).ThenRefused(Operation.IsAborted);
    }

    [Fact]
    public void A_child_that_was_not_known_takes_readiness_away_and_one_who_left_does_not()
    {
        ISiteFact[] ready = [.. InOrder, Planned.Ready(Theo)];
        var seen = new SiteRisksSet([], [RiskFlag.Children], "Seen 2 May");
        At(ready).When(Risking("Seen 2 May", RiskFlag.Children)).Then(seen, new SiteReadinessLapsed(LapseCause.RiskFound));
        At([.. InOrder, seen, Planned.Ready(Theo)]).When(Risking("Left")).Then(new SiteRisksSet([RiskFlag.Children], [], "Left"));
        At(Planned.Warehouse, seen).When(Risking("Again", RiskFlag.Children)).ThenNothing();
        At(Planned.Warehouse).When(Risking("Twice", RiskFlag.Dogs, RiskFlag.Dogs)).ThenRefused(SetSiteRisks.Repeated.At("risks"));
        At(Planned.Warehouse).When(Risking("What", (RiskFlag)99)).ThenRefused(Choice.Unlisted.At("risks"));
    }

    [Fact]
    public void New_rules_end_votes_and_hold_a_go_that_stood_on_the_old_ones()
    {
        var voted = Planned.OperationOf(Planned.Voted);
        var decided = Setting(Rules)(voted);
        Assert.Equal([Set], decided.Facts);
        Assert.NotEqual(voted.PinWith(Planned.AllReady), decided.Facts.Aggregate(voted, Operation.Evolve).PinWith(Planned.AllReady));
        Assert.Equal([Set, new OperationHeld(2, Jules, HoldCause.PolicyChanged, null, null, Noon)], Setting(Rules)(Planned.OperationOf(Planned.Gone)).Facts);
        Assert.Equal([new SiteReadinessLapsed(LapseCause.PolicyChanged)], SetReadinessPolicy.Lapse(Planned.AllReady[0]).Facts);
        Assert.Empty(SetReadinessPolicy.Lapse(Planned.Waiting[0]).Facts);
        Assert.Empty(Setting([.. Rules.Reverse()])(Ruled).Facts);
        Assert.Equal(2, ((ReadinessPolicySet)Setting(Rules[0])(Ruled).Facts[0]).Version);
        Assert.Equal(Operation.IsAborted, Setting(Rules)(Aborted).Refusal);
    }

    [Fact]
    public void A_policy_that_could_never_be_met_is_refused()
    {
        Assert.Equal(ReadinessPolicy.NoRules.At("rules"), Setting()(Ruled).Refusal);
        Assert.Equal(ReadinessPolicy.Repeated.At("rules"), Setting(Rules[2], Rules[2])(Ruled).Refusal);
        foreach (var minutes in new int?[] { null, 0, -1, OperationLimits.PhaseMinutes + 1 })
            Assert.Equal(ReadinessPolicy.BadMinutes.At("rules.minutes"), Setting(new PolicyRule(ReadinessRule.Communications, minutes, null))(Ruled).Refusal);
        Assert.Equal(ReadinessPolicy.BadMinutes.At("rules.minutes"), Setting(new PolicyRule(ReadinessRule.Briefing, 5, null))(Ruled).Refusal);
        foreach (var count in new int?[] { null, 0, 1_001 })
            Assert.Equal(ReadinessPolicy.BadCount.At("rules.count"), Setting(new PolicyRule(ReadinessRule.Staff, null, count))(Ruled).Refusal);
        Assert.Equal(ReadinessPolicy.BadCount.At("rules.count"), Setting(new PolicyRule(ReadinessRule.Briefing, null, 5))(Ruled).Refusal);
        Assert.Equal(Choice.Unlisted.At("rules.rule"), Setting(new PolicyRule((ReadinessRule)99, null, null))(Ruled).Refusal);
    }

    [Fact]
    public void There_is_no_go_on_a_check_that_grew_too_old_since()
    {
        var policy = new ReadinessPolicySet("R", 1, [new PolicyRule(ReadinessRule.Communications, 120, null)], "Agreed");
        Site[] sites =
        [
            Planned.SiteOf(Planned.Warehouse, Passed(ReadinessRule.Communications), Planned.Ready(Theo)), Planned.SiteOf(Planned.Lab, Passed(ReadinessRule.Communications), Planned.Ready(Maya)),
            Planned.SiteOf(Planned.Office, Passed(ReadinessRule.Communications), Planned.Ready(Sanne)),
        ];
        var open = Planned.OperationOf([.. Planned.Entered, policy]);
        var pin = open.PinWith(sites);
        var voted = new[] { (Maya, Cfp), (Theo, Ops), (Sanne, Nlfi) }
            .Aggregate(open, (state, who) => Operation.Evolve(state, new VoteCast(who.Item2, who.Item1, VoteChoice.Go, pin, null, Noon)));

        Assert.Equal(DecideGo.RuleFailed, DecideGo.Decide(By(Jules, Noon.AddHours(2)), new DecideGo(pin, null), voted, sites).Refusal);
        Assert.IsType<GoDecided>(Assert.Single(DecideGo.Decide(By(Jules, Noon.AddHours(1)), new DecideGo(pin, null), voted, sites).Facts));
    }

    private static SiteCheckReported Passed(ReadinessRule rule, int? count = null) => new(rule, true, Noon, count, null, Theo);

    private static Judged AsJudged(params ISiteFact[] facts)
    {
        var site = Planned.SiteOf(facts);
        return new Judged(Planned.HHour, site.Zone, site.Authority, site.Agency == Cfp, site.Risks, site.Checks);
    }

    private static Standing Judge(int minutes, Judged judged) =>
        Assert.Single(Readying.Judge(new ReadinessPolicy("R", 1, [new PolicyRule(ReadinessRule.Authority, minutes, null)]), judged, Noon)).Standing;

    private static Verdict Of(ReadinessRule rule, DateTimeOffset at) => Readying.Judge(Ruled.Policy, AsJudged(InOrder), at).Single(v => v.Rule.Rule == rule);

    private static (ReadinessRule, Standing, Shortfall?)[] Verdicts(DateTimeOffset at, params ISiteFact[] facts) =>
        [.. Readying.Judge(Ruled.Policy, AsJudged(facts), at).Select(v => (v.Rule.Rule, v.Standing, v.Why))];

    private static SiteStory At(params ISiteFact[] facts) => SiteStory.Given(facts);

    private static Func<Site, Decision<ISiteFact>> Ready(DateTimeOffset at) => s => ReportReady.Decide(By(Theo, at), new ReportReady(null), s, Ruled);

    private static Func<Site, Decision<ISiteFact>> Checking(ReadinessRule rule, bool passed, string? detail, int? count = null, DateTimeOffset? at = null) =>
        s => ReportCheck.Decide(By(Theo, Noon.AddMinutes(1)), new ReportCheck(rule, passed, at, count, detail), s, Ruled);

    private static Func<Site, Decision<ISiteFact>> Risking(string reason, params RiskFlag[] risks) =>
        s => SetSiteRisks.Decide(By(Theo), new SetSiteRisks([.. risks], reason), s, Ruled);

    private static Func<Operation, Decision<IOperationFact>> Setting(params PolicyRule[] rules) =>
        operation => SetReadinessPolicy.Decide(By(Jules), new SetReadinessPolicy("GRANITE-R1", [.. rules], "Agreed"), operation);
}
