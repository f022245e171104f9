using CaseManager.Domain.Access;
using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>Maya says where and when she acts.</summary>
public sealed class DeconflictionEventTests
{
    private static readonly RegisterDeconflictionEvent Asked = new(
        DeconflictionClass.EnforcementAction, DeconflictionUrgency.High, Planned.Given(), "Desk CFP-2", "Warrant W1");

    public static TheoryData<string?, string> Contacts => Bad.Texts(RegisterDeconflictionEvent.LongestContact);

    [Fact]
    public void It_is_registered_without_a_case() =>
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given().When(_ => RegisterDeconflictionEvent.Decide(By(Maya), Asked)).Then(Planned.Entry);

    [Theory]
    [MemberData(nameof(Contacts))]
    public void It_says_whom_to_call(string? contact, string code) =>
        Assert.Equal((code, "contact"), Refused(RegisterDeconflictionEvent.Decide(By(Maya), Asked with { Contact = contact! })));

    [Theory]
    [InlineData(0, "deconfliction-event.bad-radius")]
    [InlineData(5_001, "deconfliction-event.bad-radius")]
    public void A_place_has_a_radius_that_the_grid_holds_for(int radius, string code) =>
        Assert.Equal((code, "place.radiusMetres"), Refused(Register(Planned.Given() with { RadiusMetres = radius })));

    [Fact]
    public void A_place_is_on_the_earth() =>
        Assert.Equal((Coordinates.BadLatitude.Code, "place.latitude"), Refused(Register(Planned.Given() with { Centre = new Coordinates(91, 0) })));

    [Theory]
    [InlineData(0, 0, "deconfliction-event.bad-window", "window.until")]
    [InlineData(0, 169, "deconfliction-event.too-long", "window.until")]
    [InlineData(-3, -1, "deconfliction-event.over", "window.until")]
    [InlineData(-1, 0, "deconfliction-event.over", "window.until")]
    [InlineData(9_000, 9_001, "deconfliction-event.too-far", "window.from")]
    public void A_window_is_short_and_ahead(int from, int until, string code, string field) =>
        Assert.Equal((code, field), Refused(Register(Planned.Given() with { From = Moment.At(Noon.AddHours(from)), Until = Moment.At(Noon.AddHours(until)) })));

    [Fact]
    public void A_window_has_a_zone() =>
        Assert.Equal((Zone.Unknown.Code, "window.zone"), Refused(Register(Planned.Given() with { Zone = "UTC+05" })));

    [Fact]
    public void It_has_a_place_or_a_target()
    {
        Assert.Equal(("deconfliction-event.nothing-to-compare", null), Refused(Register(Planned.Given() with { Centre = null })));
        Assert.Empty(Register(Planned.Given() with { Centre = null, Targets = [new TargetGiven(TargetKind.Phone, "+1 905 555 0142", null)] }).Refusal?.Code ?? "");
        Assert.Equal(
            ("deconfliction-event.too-many-targets", "targets"),
            Refused(Register(Planned.Given() with { Targets = [.. Enumerable.Repeat(new TargetGiven(TargetKind.Phone, "+1 905 555 0142", null), 21)] })));
    }

    [Fact]
    public void It_is_moved_with_a_reason_and_to_the_same_place_not_at_all()
    {
        var moved = new MoveDeconflictionEvent(Planned.Given(north: 0.01m), "Other door");
        var there = new DeconflictionEventMoved(Planned.Extent(), Planned.Extent(north: 0.01m), "Other door");
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry).When(e => MoveDeconflictionEvent.Decide(By(Maya), moved, e)).Then(there);
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, there).When(e => MoveDeconflictionEvent.Decide(By(Maya), moved, e)).ThenNothing();
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry).When(e => MoveDeconflictionEvent.Decide(By(Maya), moved with { Reason = "" }, e)).ThenRefused(Text.Missing.At("reason"));
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, new DeconflictionEventClosed(DeconflictionEnd.Done, "Over"))
            .When(e => MoveDeconflictionEvent.Decide(By(Maya), moved, e)).ThenRefused(DeconflictionEvent.AlreadyClosed);
    }

    [Fact]
    public void It_is_closed_once()
    {
        var close = new CloseDeconflictionEvent(DeconflictionEnd.Cancelled, "Not today");
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry).When(e => CloseDeconflictionEvent.Decide(close, e)).Then(new DeconflictionEventClosed(DeconflictionEnd.Cancelled, "Not today"));
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, new DeconflictionEventClosed(DeconflictionEnd.Done, "Over")).When(e => CloseDeconflictionEvent.Decide(close, e)).ThenNothing();
    }

    [Fact]
    public void That_it_was_compared_is_recorded_once_for_each_move()
    {
        var moved = new DeconflictionEventMoved(Planned.Extent(), Planned.Extent(north: 0.01m), "Other door");
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry).When(e => RecordComparison.Decide(new RecordComparison(0, 2), e)).Then(new DeconflictionEventCompared(0, 2));
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, new DeconflictionEventCompared(0, 2)).When(e => RecordComparison.Decide(new RecordComparison(0, 2), e)).ThenNothing();
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, moved).When(e => RecordComparison.Decide(new RecordComparison(0, 2), e)).ThenNothing();
        Story<DeconflictionEvent, IDeconflictionEventFact>.Given(Planned.Entry, new DeconflictionEventCompared(0, 2), moved).When(e => RecordComparison.Decide(new RecordComparison(1, 0), e)).Then(new DeconflictionEventCompared(1, 0));
    }

    [Fact]
    public void It_is_read_by_who_registered_it_and_the_colleagues_named_alone()
    {
        var label = DeconflictionEvent.LabelOf(By(Maya), [Jules]);
        Assert.True(AccessLaw.MayRead(RightsOf(Maya), label, Noon));
        Assert.True(AccessLaw.MayRead(RightsOf(Jules), label, Noon));
        Assert.False(AccessLaw.MayRead(RightsOf(Theo), label, Noon));
    }

    private static Decision<IDeconflictionEventFact> Register(EventExtentGiven extent) => RegisterDeconflictionEvent.Decide(By(Maya), Asked with { Extent = extent });

    private static (string?, string?) Refused(Decision<IDeconflictionEventFact> decision) => (decision.Refusal?.Code, decision.Refusal?.Field);
}
