using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>What an agency says of its own site, and what partners learn of it.</summary>
public sealed class SiteTests
{
    private static readonly Operation Open = Planned.OperationOf(Planned.Entered);
    private static readonly Operation Early = Planned.OperationOf(Planned.Granite with { HHour = Planned.HHour.AddMinutes(-45) });
    private static readonly Operation Aborted = Planned.OperationOf(Planned.Granite, Planned.Abort);

    [Fact]
    public void It_is_ready_for_its_entry() => At(Planned.Warehouse).When(Ready(Theo)).Then(Planned.Ready(Theo));

    [Fact]
    public void Ready_again_is_nothing_new() => At(Planned.Warehouse, Planned.Ready(Theo)).When(Ready(Theo)).ThenNothing();

    [Fact]
    public void At_half_past_five_the_warrant_does_not_allow_it() =>
        At(Planned.Warehouse).When(Ready(Theo, Early)).ThenRefused(ReportReady.OutsideAuthority);

    [Fact]
    public void Without_authority_nobody_is_ready() =>
        At(Planned.Warehouse, new SiteAuthorityQuashed(Planned.Warrant, "Court")).When(Ready(Theo)).ThenRefused(ReportReady.NoAuthority);

    [Fact]
    public void A_shifted_site_is_ready_for_its_own_entry() =>
        At(Planned.Warehouse, new SiteShifted(0, 5, "Ferry")).When(Ready(Theo)).Then(new SiteReportedReady(Theo, Planned.HHour.AddMinutes(5), null));

    [Fact]
    public void It_is_not_ready_with_a_reason() =>
        At(Planned.Warehouse, Planned.Ready(Theo)).When(NotReady(Theo, "Radio")).Then(new SiteReportedNotReady(Theo, "Radio"));

    [Fact]
    public void The_same_reason_again_is_nothing_new()
    {
        At(Planned.Warehouse, new SiteReportedNotReady(Theo, "Radio")).When(NotReady(Theo, "Radio")).ThenNothing();
        At(Planned.Warehouse, new SiteReportedNotReady(Theo, "Radio")).When(NotReady(Theo, "Van")).Then(new SiteReportedNotReady(Theo, "Van"));
    }

    [Fact]
    public void It_withdraws_once_and_for_good()
    {
        At(Planned.Warehouse).When(Withdrawing(Theo)).Then(new SiteWithdrawn(Theo, "No staff"));
        var gone = At(Planned.Warehouse, new SiteWithdrawn(Theo, "No staff"));
        gone.When(Withdrawing(Theo)).ThenNothing();
        gone.When(Ready(Theo)).ThenRefused(Site.IsWithdrawn);
        gone.When(NotReady(Theo, "Radio")).ThenRefused(Site.IsWithdrawn);
        gone.When(Shifting(1)).ThenRefused(Site.IsWithdrawn);
        gone.When(Recording("W1b")).ThenRefused(Site.IsWithdrawn);
        gone.When(Quashing(Theo)).ThenRefused(Site.IsWithdrawn);
    }

    [Fact]
    public void Nobody_speaks_for_another_agencys_site()
    {
        var site = At(Planned.Warehouse);
        site.When(Ready(Maya)).ThenRefused(Site.OtherAgency);
        site.When(NotReady(Maya, "Radio")).ThenRefused(Site.OtherAgency);
        site.When(Withdrawing(Maya)).ThenRefused(Site.OtherAgency);
        site.When(Quashing(Maya)).ThenRefused(Site.OtherAgency);
    }

    [Fact]
    public void What_was_aborted_takes_no_more_acts()
    {
        var site = At(Planned.Warehouse);
        site.When(Ready(Theo, Aborted)).ThenRefused(Operation.IsAborted);
        site.When(s => WithdrawSite.Decide(By(Theo), new WithdrawSite("No staff"), s, Aborted)).ThenRefused(Operation.IsAborted);
        site.When(s => ShiftSite.Decide(By(Maya), new ShiftSite(1, "Ferry"), s, Aborted)).ThenRefused(Operation.IsAborted);
    }

    [Fact]
    public void Another_authority_makes_it_report_anew() =>
        At(Planned.Warehouse, Planned.Ready(Theo)).When(Recording("W1b"))
            .Then(new SiteAuthorityRecorded(Planned.Warrant, Planned.Warrant with { Reference = "W1b" }, "Replaced"), new SiteReadinessLapsed(LapseCause.AuthorityChanged));

    [Fact]
    public void The_same_authority_is_nothing_new() => At(Planned.Warehouse).When(Recording("W1")).ThenNothing();

    [Fact]
    public void A_quashed_authority_takes_readiness_with_it()
    {
        At(Planned.Warehouse, Planned.Ready(Theo)).When(Quashing(Theo))
            .Then(new SiteAuthorityQuashed(Planned.Warrant, "Court"), new SiteReadinessLapsed(LapseCause.AuthorityQuashed));
        At(Planned.Warehouse with { Authority = null }).When(Quashing(Theo)).ThenNothing();
    }

    [Fact]
    public void It_shifts_within_the_window()
    {
        At(Planned.Warehouse, Planned.Ready(Theo)).When(Shifting(5)).Then(new SiteShifted(0, 5, "Ferry"), new SiteReadinessLapsed(LapseCause.SiteShifted));
        At(Planned.Warehouse).When(Shifting(-5)).Then(new SiteShifted(0, -5, "Ferry"));
        At(Planned.Warehouse).When(Shifting(0)).ThenNothing();
        At(Planned.Warehouse).When(Shifting(20)).ThenRefused(ShiftSite.OutsideWindow.At("minutes"));
        At(Planned.Warehouse).When(Shifting(-6)).ThenRefused(ShiftSite.OutsideWindow.At("minutes"));
        At(Planned.Warehouse).When(Shifting(int.MinValue)).ThenRefused(ShiftSite.OutsideWindow.At("minutes"));
    }

    [Fact]
    public void Where_it_is_on_the_map_is_put_right_and_readiness_stands()
    {
        var (first, second) = (new Coordinates(43.589045m, -79.644119m), new Coordinates(43.589100m, -79.644200m));
        At(Planned.Warehouse).When(Locating(first)).Then(new SiteLocated(null, first, "The gate"));
        At(Planned.Warehouse, new SiteLocated(null, first, null), Planned.Ready(Theo)).When(Locating(second)).Then(new SiteLocated(first, second, "The gate"));
        At(Planned.Warehouse, new SiteLocated(null, first, null)).When(Locating(first)).ThenNothing();
        At(Planned.Warehouse).When(Locating(new Coordinates(-90.1m, 0))).ThenRefused(Coordinates.BadLatitude.At("coordinates.latitude"));
        At(Planned.Warehouse, new SiteWithdrawn(Theo, "No staff")).When(Locating(first)).ThenRefused(Site.IsWithdrawn);
        At(Planned.Warehouse).When(s => LocateSite.Decide(By(Maya), new LocateSite(first, "The gate"), s, Aborted)).ThenRefused(Operation.IsAborted);
        Assert.Empty(PartnerSite.Learn(Planned.SiteOf(Planned.Warehouse), Locating(first)(Planned.SiteOf(Planned.Warehouse))).Facts);
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Bad_news_needs_its_reason(string? reason, string code)
    {
        var (site, refusal) = (At(Planned.Warehouse), new Refusal(code, "", "reason"));
        site.When(NotReady(Theo, reason!)).ThenRefused(refusal);
        site.When(s => WithdrawSite.Decide(By(Theo), new WithdrawSite(reason!), s, Open)).ThenRefused(refusal);
        site.When(s => QuashAuthority.Decide(By(Theo), new QuashAuthority(reason!), s, Open)).ThenRefused(refusal);
        site.When(s => ShiftSite.Decide(By(Maya), new ShiftSite(1, reason!), s, Open)).ThenRefused(refusal);
        site.When(s => RecordAuthority.Decide(By(Theo), new RecordAuthority(Given("W1b"), reason!), s, Open)).ThenRefused(refusal);
    }

    [Fact]
    public void Partners_learn_that_readiness_turned_and_nothing_else()
    {
        var site = Planned.SiteOf(Planned.Warehouse);
        Assert.Equal([new PartnerSiteTurned(Readiness.Awaited, Readiness.Ready)], PartnerSite.Learn(site, Ready(Theo)(site)).Facts);
        Assert.Equal([new PartnerSiteTurned(Readiness.Awaited, Readiness.NotReady)], PartnerSite.Learn(site, NotReady(Theo, "Radio")(site)).Facts);
        Assert.Equal([new PartnerSiteTurned(Readiness.Awaited, Readiness.Withdrawn)], PartnerSite.Learn(site, Withdrawing(Theo)(site)).Facts);
        Assert.Empty(PartnerSite.Learn(site, Shifting(5)(site)).Facts);
        Assert.Empty(PartnerSite.Learn(site, Quashing(Theo)(site)).Facts);
        Assert.Empty(PartnerSite.Learn(site, Ready(Maya)(site)).Facts);
    }

    [Fact]
    public void A_second_reason_for_not_being_ready_is_no_turn()
    {
        var site = Planned.SiteOf(Planned.Warehouse, new SiteReportedNotReady(Theo, "Radio"));
        Assert.Empty(PartnerSite.Learn(site, NotReady(Theo, "Van")(site)).Facts);
    }

    private static SiteStory At(params ISiteFact[] facts) => SiteStory.Given(facts);

    private static AuthorityGiven Given(string reference) =>
        new(reference, Moment.At(Planned.Warrant.From), Moment.At(Planned.Warrant.Until), Planned.Warrant.DailyFrom, Planned.Warrant.DailyUntil);

    private static Func<Site, Decision<ISiteFact>> Ready(OfficerId by, Operation? operation = null) =>
        site => ReportReady.Decide(By(by), new ReportReady(null), site, operation ?? Open);

    private static Func<Site, Decision<ISiteFact>> NotReady(OfficerId by, string reason) =>
        site => ReportNotReady.Decide(By(by), new ReportNotReady(reason), site, Open);

    private static Func<Site, Decision<ISiteFact>> Withdrawing(OfficerId by) => site => WithdrawSite.Decide(By(by), new WithdrawSite("No staff"), site, Open);

    private static Func<Site, Decision<ISiteFact>> Quashing(OfficerId by) => site => QuashAuthority.Decide(By(by), new QuashAuthority("Court"), site, Open);

    private static Func<Site, Decision<ISiteFact>> Recording(string reference) =>
        site => RecordAuthority.Decide(By(Theo), new RecordAuthority(Given(reference), "Replaced"), site, Open);

    private static Func<Site, Decision<ISiteFact>> Locating(Coordinates point) => site => LocateSite.Decide(By(Maya), new LocateSite(point, "The gate"), site, Open);

    private static Func<Site, Decision<ISiteFact>> Shifting(int minutes) => site => ShiftSite.Decide(By(Maya), new ShiftSite(minutes, "Ferry"), site, Open);
}
