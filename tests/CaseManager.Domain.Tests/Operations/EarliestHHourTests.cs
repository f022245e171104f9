using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using CsCheck;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>When all sites may be entered at one moment, by the clocks of their places.</summary>
public sealed class EarliestHHourTests
{
    private const string Amsterdam = "Europe/Amsterdam";

    private static readonly DateTimeOffset Asked = new(2026, 5, 13, 9, 30, 0, TimeSpan.Zero);

    private static readonly Authority Order = new("NL order", new(2026, 5, 12, 22, 0, 0, TimeSpan.Zero), new(2026, 5, 13, 22, 0, 0, TimeSpan.Zero), new(8, 0), new(20, 0));

    private static readonly string[] Zones =
        [Planned.Toronto, "America/New_York", "America/Vancouver", Amsterdam, "America/Mazatlan", "Europe/Vienna", "Australia/Lord_Howe", "America/St_Johns"];

    // Around the days on which clocks jump, in either direction.
    private static readonly Gen<(string Zone, DateTimeOffset At)> Jumps = Gen.Select(
        OneOf(Zones), OneOf("2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31", "2026-06-14"), Gen.Int[0, 3 * 24 * 60],
        (zone, day, minutes) => (zone, new DateTimeOffset(DateTime.SpecifyKind(DateTime.Parse(day, null), DateTimeKind.Utc)).AddMinutes(minutes)));

    private static readonly Gen<TimeOnly> OfDay = Gen.Int[0, 95].Select(quarter => TimeOnly.MinValue.AddMinutes(quarter * 15));

    [Fact]
    public void Granite_is_entered_at_six_in_Toronto_and_noon_in_Rotterdam() =>
        Assert.Equal(new DateTimeOffset(2026, 5, 13, 10, 0, 0, TimeSpan.Zero), EarliestHHour.Of([Warehouse, Lab, Office], Asked, 0));

    [Fact]
    public void An_H_hour_that_all_allow_already_is_the_earliest() =>
        Assert.Equal(Planned.HHour, EarliestHHour.Of([Warehouse, Lab, Office], Planned.HHour, 240));

    [Fact]
    public void What_must_hold_for_longer_leaves_less_room()
    {
        // From noon in Rotterdam to eight in the evening there are eight hours: and not a minute more.
        Assert.Equal(new DateTimeOffset(2026, 5, 13, 10, 0, 0, TimeSpan.Zero), EarliestHHour.Of([Warehouse, Office], Asked, 8 * 60));
        Assert.Null(EarliestHHour.Of([Warehouse, Office], Asked, (8 * 60) + 1));
    }

    [Fact]
    public void A_site_that_enters_earlier_moves_it_back() =>
        Assert.Equal(new DateTimeOffset(2026, 5, 13, 10, 5, 0, TimeSpan.Zero), EarliestHHour.Of([Warehouse with { Shift = -5 }, Office], Asked, 0));

    [Fact]
    public void Without_an_authority_or_without_sites_there_is_none()
    {
        Assert.Null(EarliestHHour.Of([Warehouse, new Timed(null, Amsterdam, 0)], Asked, 0));
        Assert.Null(EarliestHHour.Of([], Asked, 0));
    }

    [Fact]
    public void A_warrant_that_has_ended_allows_nothing_more() =>
        Assert.Null(EarliestHHour.Of([Warehouse], Planned.Warrant.Until, 0));

    [Fact]
    public void Its_stretches_cover_exactly_the_moments_that_the_authority_covers() =>
        Gen.Select(Jumps, OfDay, OfDay).Where(t => t.Item2 != t.Item3).Sample(
            (jump, dailyFrom, dailyUntil) =>
            {
                var authority = new Authority("W", jump.At.AddDays(-1), jump.At.AddDays(2), dailyFrom, dailyUntil);
                var (from, until) = (jump.At.AddHours(-20), jump.At.AddHours(40));
                var hours = AuthorityHours.Of(authority, jump.Zone, from, until);
                for (var at = from; at < until; at = at.AddMinutes(5))
                    Assert.Equal(authority.Covers(at, jump.Zone), hours.Any(h => h.From <= at && at < h.Until));
                Assert.All(hours.Zip(hours.Skip(1)), pair => Assert.True(pair.First.Until < pair.Second.From));
            },
            iter: Scale.Of(500));

    [Fact]
    public void The_earliest_is_allowed_everywhere_and_nothing_before_it_is() =>
        Gen.Select(Jumps, Gen.Select(OfDay, OfDay, OneOf(Zones), Gen.Int[-30, 30]).Where(t => t.Item1 != t.Item2).Array[1, 4], OneOf(0, 60, 240)).Sample(
            (jump, places, minutes) =>
            {
                var from = jump.At;
                Timed[] sites = [.. places.Select(p => new Timed(new Authority("W", from.AddDays(-3), from.AddDays(3), p.Item1, p.Item2), p.Item3, p.Item4))];
                var earliest = EarliestHHour.Of(sites, from, minutes);
                if (earliest is { } found)
                    Assert.True(Allowed(sites, found, minutes));
                for (var at = from; at < (earliest ?? from.AddDays(3)); at = at.AddMinutes(15))
                    Assert.False(Allowed(sites, at, minutes), $"{at:u} came before {earliest:u}");
            },
            iter: Scale.Of(500));

    private static Timed Warehouse => new(Planned.Warrant, Planned.Toronto, 0);

    private static Timed Lab => new(Planned.AnyHour, Planned.Toronto, 0);

    private static Timed Office => new(Order, Amsterdam, 0);

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    // Minute by minute, as people would check it.
    private static bool Allowed(Timed[] sites, DateTimeOffset at, int minutes) => sites.All(site =>
        Enumerable.Range(0, Math.Max(1, minutes)).All(minute => site.Authority!.Covers(at.AddMinutes(site.Shift + minute), site.Zone)));
}
