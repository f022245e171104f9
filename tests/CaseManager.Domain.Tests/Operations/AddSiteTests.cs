using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

public sealed class AddSiteTests
{
    private static readonly AuthorityGiven W1 = new("W1", Planned.Wall("2026-05-10T00:00"), Planned.Wall("2026-05-17T00:00"), new(6, 0), new(21, 0));

    private static readonly AddSite Command = new(
        Planned.SiteNo(1), "S1", "Place of S1", null, null, Ops, Theo, Planned.Toronto, Essential: true, W1);

    [Fact]
    public void A_site_is_planned_and_its_authority_read_in_local_time() => Add(Command, Planned.Granite).Then(Planned.Warehouse);

    [Fact]
    public void It_says_where_the_place_is_on_the_map_to_a_tenth_of_a_metre() =>
        Add(Command with { Coordinates = new Coordinates(43.5890451m, -79.644119m) }, Planned.Granite)
            .Then(Planned.Warehouse, new SiteLocated(null, new Coordinates(43.589045m, -79.644119m), null));

    [Fact]
    public void A_point_is_on_the_globe()
    {
        Add(Command with { Coordinates = new Coordinates(90.1m, 0) }, Planned.Granite).ThenRefused(Coordinates.BadLatitude.At("coordinates.latitude"));
        Add(Command with { Coordinates = new Coordinates(0, 180.1m) }, Planned.Granite).ThenRefused(Coordinates.BadLongitude.At("coordinates.longitude"));
    }

    [Fact]
    public void The_operation_learns_its_number_and_no_more() =>
        Assert.Equal([new OperationSiteAdded(Planned.SiteNo(1), "S1")], AddSite.Enter(Planned.Warehouse).Facts);

    [Fact]
    public void Partners_learn_that_it_is_there() =>
        Assert.Equal([new PartnerSiteEntered(Planned.SiteNo(1), Northgate.Granite, "S1")], PartnerSite.Learn(null, Planned.Warehouse).Facts);

    [Fact]
    public void A_number_is_given_once() => Add(Command, Planned.Entered).ThenRefused(AddSite.NumberTaken.At("number"));

    [Fact]
    public void Nothing_is_added_while_a_go_stands() => Add(Command with { Number = "S9" }, Planned.Gone).ThenRefused(Operation.GoStands);

    [Fact]
    public void Nothing_is_added_to_what_was_aborted() => Add(Command, Planned.Granite, Planned.Abort).ThenRefused(Operation.IsAborted);

    [Fact]
    public void There_are_fifty_sites_at_most() =>
        Add(Command with { Number = "S99" }, [Planned.Granite, .. Enumerable.Range(1, 50).Select(i => new OperationSiteAdded(Planned.SiteNo(i), $"S{i}"))])
            .ThenRefused(AddSite.TooMany);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s1")]
    [InlineData("S1 ")]
    [InlineData("S1234567890")]
    public void A_number_has_its_form(string? number) => Add(Command with { Number = number! }, Planned.Granite).ThenRefused(AddSite.BadNumber.At("number"));

    [Theory]
    [MemberData(nameof(Bad.Texts), OperationLimits.Place, MemberType = typeof(Bad))]
    public void It_has_a_place(string? place, string code) => Add(Command with { Place = place! }, Planned.Granite).ThenRefused(new(code, "", "place"));

    [Fact]
    public void Its_zone_is_one() => Add(Command with { Zone = "Toronto" }, Planned.Granite).ThenRefused(Zone.Unknown.At("zone"));

    [Fact]
    public void An_authority_ends_after_it_begins() =>
        Add(Command with { Authority = W1 with { Until = W1.From } }, Planned.Granite).ThenRefused(AuthorityGiven.EndsBeforeStart.At("authority.until"));

    [Fact]
    public void Daily_hours_have_both_ends()
    {
        Add(Command with { Authority = W1 with { DailyUntil = null } }, Planned.Granite).ThenRefused(AuthorityGiven.BothHours.At("authority.dailyUntil"));
        Add(Command with { Authority = W1 with { DailyUntil = W1.DailyFrom } }, Planned.Granite).ThenRefused(AuthorityGiven.BothHours.At("authority.dailyUntil"));
    }

    [Fact]
    public void An_authority_has_a_reference() =>
        Add(Command with { Authority = W1 with { Reference = " " } }, Planned.Granite).ThenRefused(Text.Missing.At("authority.reference"));

    private static SiteStory.Ending Add(AddSite command, params IOperationFact[] facts) =>
        SiteStory.Given().When(_ => AddSite.Decide(By(Maya), command, Planned.OperationOf(facts)));
}
