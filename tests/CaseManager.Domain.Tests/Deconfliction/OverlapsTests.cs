using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>When two events are in conflict.</summary>
public sealed class OverlapsTests
{
    private static readonly Target Phone = new(TargetKind.Phone, "+1 905 555 0142", "Phone:+19055550142");

    private static readonly Gen<EventExtent> Extents =
        from north in Gen.Double[-0.2, 0.2]
        from east in Gen.Double[-0.3, 0.3]
        from radius in Gen.Int[1, EventArea.WidestMetres]
        from hours in Gen.Double[-60, 60]
        from length in Gen.Double[0.1, 168]
        select new EventExtent(
            new EventArea(new Coordinates((decimal)north, (decimal)east), radius), new EventWindow(Noon.AddHours(hours), Noon.AddHours(hours + length), "Etc/UTC"), []);

    // About the equator, Mississauga, Svalbard, the antimeridian and the poles.
    private static readonly Gen<(double North, double East)> Places =
        Gen.Int[0, 5].Select(i => new[] { (0.0, 0.0), (43.5, -79.6), (78.2, 15.6), (-16.5, 179.95), (89.9, 40.0), (-89.85, -170.0) }[i]);

    [Theory]
    [InlineData(0.005, 0, "Place,Time")] // 556 m
    [InlineData(0.006, 0, "")] // 667 m, and the radii are 600 m together
    [InlineData(0, 7.9, "Place,Time")] // Four hours long each, and two hours wider at both ends.
    [InlineData(0, 8.1, "")]
    public void They_meet_where_place_and_time_meet(double north, double hours, string overlap) =>
        Assert.Equal(overlap, string.Join(',', Overlaps.Between(Planned.Extent(), Planned.Extent((decimal)north, hours: hours))));

    [Theory]
    [InlineData(1, 0, "Time,Target")]
    [InlineData(1, 50, "Target")]
    [InlineData(0, 50, "Place,Target")]
    [InlineData(0, 53, "")]
    public void The_same_target_is_enough_and_for_longer(double north, double hours, string overlap) =>
        Assert.Equal(overlap, string.Join(',', Overlaps.Between(Planned.Extent(targets: Phone), Planned.Extent((decimal)north, hours: hours, targets: Phone))));

    [Fact]
    public void What_is_closed_and_what_the_same_officer_registered_is_in_no_conflict()
    {
        Assert.NotEmpty(Overlaps.Between(Planned.Of(Planned.Entry), Planned.Of(Planned.Source)));
        Assert.Empty(Overlaps.Between(Planned.Of(Planned.Entry), Planned.Of(Planned.Source, new DeconflictionEventClosed(DeconflictionEnd.Done, "Over"))));
        Assert.Empty(Overlaps.Between(Planned.Of(Planned.Entry), Planned.Of(Planned.Source with { Officer = Maya })));
    }

    [Fact]
    public void Which_of_the_two_is_named_first_does_not_matter_and_whatever_meets_in_place_and_time_shares_a_cell()
    {
        var met = 0;
        Gen.Select(Places, Extents, Extents).Sample(
            (at, first, second) =>
            {
                var (one, other) = (Around(at, first), Around(at, second));
                var overlap = Overlaps.Between(one, other);
                Assert.Equal(overlap, Overlaps.Between(other, one));
                var cells = Grid.Cells(one);
                Assert.InRange(cells.Count, 1, 4 * 10);
                if (overlap.Count == 0)
                    return;
                Interlocked.Increment(ref met);
                Assert.NotEmpty(cells.Intersect(Grid.Cells(other)));
            },
            iter: Scale.Of(20_000));
        Assert.True(met > 500, $"met {met}");
    }

    private static EventExtent Around((double North, double East) place, EventExtent extent)
    {
        var north = Math.Clamp((decimal)place.North + extent.Area!.Centre.Latitude, -90, 90);
        var east = (decimal)place.East + extent.Area.Centre.Longitude;
        return extent with { Area = extent.Area with { Centre = new Coordinates(north, east > 180 ? east - 360 : east < -180 ? east + 360 : east) } };
    }
}
