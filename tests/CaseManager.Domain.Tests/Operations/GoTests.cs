using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>One decision over the plan and all sites.</summary>
public sealed class GoTests
{
    [Fact]
    public void With_all_ready_and_every_agency_for_it_there_is_a_go_that_pins_what_it_stands_on() =>
        OperationStory.Given(Planned.Voted).When(Going()).Then(Planned.Go);

    [Fact]
    public void Not_without_every_agency() =>
        OperationStory.Given([.. Planned.Entered, Planned.GoOf(Maya, Cfp), Planned.GoOf(Theo, Ops)]).When(Going()).ThenRefused(DecideGo.NoQuorum);

    [Fact]
    public void Not_without_the_lead() =>
        OperationStory.Given([.. Planned.Entered, Planned.GoOf(Sanne, Nlfi), Planned.GoOf(Theo, Ops)]).When(Going()).ThenRefused(DecideGo.NoQuorum);

    [Fact]
    public void Not_against_a_no() =>
        OperationStory.Given([.. Planned.Voted, Planned.GoOf(Theo, Ops) with { Choice = VoteChoice.NoGo, Reason = "Child seen" }])
            .When(Going()).ThenRefused(DecideGo.VotedNoGo);

    [Fact]
    public void An_agency_may_change_its_mind_until_the_decision() =>
        OperationStory.Given([.. Planned.Entered, Planned.GoOf(Theo, Ops) with { Choice = VoteChoice.NoGo, Reason = "Child seen" }, .. Planned.Voted.Skip(4)])
            .When(Going()).Then(Planned.Go);

    [Fact]
    public void Not_twice() => OperationStory.Given(Planned.Gone).When(Going()).ThenRefused(Operation.GoStands);

    [Fact]
    public void Not_after_an_abort() => OperationStory.Given([.. Planned.Voted, Planned.Abort]).When(Going()).ThenRefused(Operation.IsAborted);

    [Fact]
    public void Not_on_the_votes_before_a_no_go() =>
        OperationStory.Given([.. Planned.Voted, new NoGoDecided(1, Jules, "Fog", Noon)]).When(Going()).ThenRefused(Pin.Stale.At("pin"));

    [Fact]
    public void A_held_go_is_never_revived()
    {
        IOperationFact[] held = [.. Planned.Gone, new OperationHeld(2, Jules, HoldCause.Ordered, null, "Wait", Noon)];
        OperationStory.Given(held).When(Going()).ThenRefused(Pin.Stale.At("pin"));
        var pin = Planned.OperationOf(held).PinWith(Planned.AllReady);
        OperationStory.Given(held).When(Going(pin: pin)).ThenRefused(DecideGo.NoQuorum);
        OperationStory.Given([.. held, .. Votes(pin)]).When(Going(pin: pin)).Then(Planned.Go with { Number = 3, Pin = pin });
    }

    [Fact]
    public void A_site_has_gone_with_the_first_go_that_covers_it_and_that_is_not_undone_by_a_hold_or_an_abort()
    {
        var lab = Planned.AllReady[1];
        Assert.Equal(Site.NotGone, lab.MustHaveGone(Planned.OperationOf(Planned.Voted)));
        Assert.Null(lab.MustHaveGone(Planned.OperationOf(Planned.Gone)));
        Assert.Null(lab.MustHaveGone(Planned.OperationOf([.. Planned.Gone, new OperationHeld(2, Jules, HoldCause.Ordered, null, "Wait", Noon)])));
        Assert.Null(lab.MustHaveGone(Planned.OperationOf([.. Planned.Gone, Planned.Abort with { Number = 2 }])));
        Assert.Equal(Site.IsWithdrawn, Planned.SiteOf(Planned.Lab, new SiteWithdrawn(Maya, "Nobody there")).MustHaveGone(Planned.OperationOf(Planned.Gone)));
    }

    [Fact]
    public void A_go_does_not_cover_a_site_that_had_withdrawn_or_was_added_later()
    {
        var without = Planned.Go with { Sites = [new(Planned.SiteNo(1), "S1", Readiness.Ready, 2, 2), new(Planned.SiteNo(4), "S4", Readiness.Withdrawn, 2, 2)] };
        var gone = Planned.OperationOf([.. Planned.Voted, without]);
        Assert.Null(Planned.AllReady[0].MustHaveGone(gone));
        Assert.Equal(Site.NotGone, Planned.AllReady[1].MustHaveGone(gone));
        Assert.Equal(Site.NotGone, Planned.AllReady[2].MustHaveGone(gone));
        var again = Planned.OperationOf([.. Planned.Voted, without, Planned.Go with { Number = 2 }]);
        Assert.All(Planned.AllReady, site => Assert.Null(site.MustHaveGone(again)));
    }

    [Fact]
    public void Not_on_a_pin_of_other_readiness() =>
        OperationStory.Given(Planned.Voted).When(Going(Planned.Waiting)).ThenRefused(Pin.Stale.At("pin"));

    [Fact]
    public void Not_with_an_essential_site_that_is_not_ready()
    {
        Site[] sites = [Planned.Waiting[0], Planned.AllReady[1], Planned.AllReady[2]];
        var pin = Planned.OperationOf(Planned.Entered).PinWith(sites);
        OperationStory.Given([.. Planned.Entered, .. Votes(pin)]).When(Going(sites, pin)).ThenRefused(DecideGo.EssentialNotReady);
    }

    [Fact]
    public void Not_with_an_essential_site_withdrawn()
    {
        Site[] sites = [Planned.SiteOf(Planned.Warehouse, new SiteWithdrawn(Theo, "No staff")), Planned.AllReady[1], Planned.AllReady[2]];
        var pin = Planned.OperationOf(Planned.Entered).PinWith(sites);
        OperationStory.Given([.. Planned.Entered, .. Votes(pin)]).When(Going(sites, pin)).ThenRefused(DecideGo.EssentialWithdrawn);
    }

    [Fact]
    public void Others_may_be_missing_and_one_that_withdrew_has_no_vote()
    {
        Site[] sites = [Planned.AllReady[0], Planned.AllReady[1], Planned.SiteOf(Planned.Office, new SiteWithdrawn(Sanne, "No staff"))];
        var pin = Planned.OperationOf(Planned.Entered).PinWith(sites);
        IOperationFact[] facts = [.. Planned.Entered, .. Votes(pin).Take(2)];
        var go = Assert.IsType<GoDecided>(Assert.Single(Going(sites, pin)(Planned.OperationOf(facts)).Facts));
        Assert.Equal([Cfp, Ops], go.Quorum);
        Assert.Equal(Readiness.Withdrawn, go.Sites[2].Readiness);
    }

    [Fact]
    public void Not_to_nowhere()
    {
        var pin = Planned.OperationOf(Planned.Granite).PinWith([]);
        OperationStory.Given(Planned.Granite).When(Going([], pin)).ThenRefused(DecideGo.NoSites);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("go")]
    public void A_pin_has_its_form(string? pin) => OperationStory.Given(Planned.Voted).When(Going(pin: new Pin(pin!))).ThenRefused(Pin.Malformed.At("pin"));

    [Fact]
    public void A_pin_does_not_depend_on_the_order_of_the_sites() =>
        Assert.Equal(Planned.Pin, Planned.OperationOf(Planned.Entered).PinWith([.. Planned.AllReady.Reverse()]));

    [Theory]
    [InlineData(Readiness.Withdrawn, HoldCause.SiteWithdrew)]
    [InlineData(Readiness.NotReady, HoldCause.SiteNotReady)]
    [InlineData(Readiness.Awaited, HoldCause.SiteChanged)]
    public void When_an_essential_site_falls_away_the_go_is_held(Readiness now, HoldCause cause)
    {
        var decided = HoldOnChange.Decide(By(Theo), Planned.OperationOf(Planned.Gone), Planned.AllReady[0], Turning(now));
        Assert.Equal([new OperationHeld(2, Theo, cause, "S1", null, Noon)], decided.Facts);
    }

    [Fact]
    public void Another_site_may_fall_away_and_the_go_stands()
    {
        var operation = Planned.OperationOf(Planned.Gone);
        Assert.Empty(HoldOnChange.Decide(By(Sanne), operation, Planned.AllReady[2], Turning(Readiness.Withdrawn)).Facts);
        Assert.Empty(HoldOnChange.Decide(By(Theo), Planned.OperationOf(Planned.Voted), Planned.AllReady[0], Turning(Readiness.Withdrawn)).Facts);
        Assert.Empty(HoldOnChange.Decide(By(Theo), operation, Planned.AllReady[0], Decision<ISiteFact>.Nothing).Facts);
    }

    private static Decision<ISiteFact> Turning(Readiness to) => to switch
    {
        Readiness.Withdrawn => new SiteWithdrawn(Theo, "No staff"),
        Readiness.NotReady => new SiteReportedNotReady(Theo, "Radio"),
        _ => new SiteReadinessLapsed(LapseCause.SiteShifted),
    };

    private static IEnumerable<IOperationFact> Votes(Pin pin) =>
        [Planned.GoOf(Maya, Cfp) with { Pin = pin }, Planned.GoOf(Theo, Ops) with { Pin = pin }, Planned.GoOf(Sanne, Nlfi) with { Pin = pin }];

    private static Func<Operation, Decision<IOperationFact>> Going(Site[]? sites = null, Pin? pin = null) =>
        operation => DecideGo.Decide(By(Jules), new DecideGo(pin ?? Planned.Pin, null), operation, sites ?? Planned.AllReady);
}
