using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>Clocks that jump, in the zones of the world and in the one that jumps by half an hour.</summary>
public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("America/Toronto", "2026-03-08T02:30")]
    [InlineData("Europe/Amsterdam", "2026-03-29T02:30")]
    [InlineData("America/Mazatlan", "2022-04-03T02:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15")]
    public void A_time_that_clocks_skipped_is_refused(string zone, string wall) =>
        Assert.Equal(OccurrenceGiven.NoSuchLocalTime.At("at"), LocalTime.Resolve(Planned.Wall(wall), zone, "at", "zone", out _));

    [Theory]
    [InlineData("America/Toronto", "2026-11-01T01:30", "-04:00", "-05:00")]
    [InlineData("Europe/Amsterdam", "2026-10-25T02:30", "+02:00", "+01:00")]
    [InlineData("America/Mazatlan", "2022-10-30T01:30", "-06:00", "-07:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "+11:00", "+10:30")]
    public void A_time_that_clocks_showed_twice_needs_its_offset(string zone, string wall, string first, string second)
    {
        Assert.Equal(OccurrenceGiven.AmbiguousLocalTime.At("at"), LocalTime.Resolve(Planned.Wall(wall), zone, "at", "zone", out _));

        Assert.Null(LocalTime.Resolve(Planned.Wall(wall + first), zone, "at", "zone", out var earlier));
        Assert.Null(LocalTime.Resolve(Planned.Wall(wall + second), zone, "at", "zone", out var later));
        Assert.True(earlier < later);
        Assert.Equal($"{wall}:00{first}", LocalTime.Show(earlier, zone));
        Assert.Equal($"{wall}:00{second}", LocalTime.Show(later, zone));
    }

    [Theory]
    [InlineData("America/Toronto", "2026-05-13T06:15:00-04:00")]
    [InlineData("America/Vancouver", "2026-05-13T03:15:00-07:00")]
    [InlineData("Europe/Amsterdam", "2026-05-13T12:15:00+02:00")]
    [InlineData("America/Mazatlan", "2026-05-13T03:15:00-07:00")]
    [InlineData("Australia/Lord_Howe", "2026-05-13T20:45:00+10:30")]
    public void One_instant_is_shown_as_the_clock_there_shows_it(string zone, string shown) => Assert.Equal(shown, LocalTime.Show(Planned.HHour, zone));

    // Over the jump the same distance to H is another distance on the wall.
    [Theory]
    [InlineData("America/Toronto", "2026-03-08T03:30", -60, "2026-03-08T01:30:00-05:00")]
    [InlineData("America/Toronto", "2026-11-01T02:30", -120, "2026-11-01T01:30:00-04:00")]
    [InlineData("Europe/Amsterdam", "2026-03-29T03:30", -60, "2026-03-29T01:30:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:45", -60, "2026-10-04T01:15:00+10:30")]
    public void A_phase_keeps_its_distance_to_H_over_a_jump(string zone, string wall, int minutes, string shown)
    {
        Assert.Null(LocalTime.Resolve(Planned.Wall(wall), zone, "at", "zone", out var hHour));
        Assert.Equal(shown, LocalTime.Show(new Phase("Before", minutes).At(hHour), zone));
    }

    [Fact]
    public void A_zone_that_is_none_is_refused() =>
        Assert.Equal(Zone.Unknown.At("zone"), LocalTime.Resolve(Planned.Wall("2026-05-13T06:15Z"), "UTC+05", "at", "zone", out _));
}
