using CaseManager.Domain.Kernel;
using NodaTime;

namespace CaseManager.Domain.Operations;

/// <summary>A time without a gap, up to but without its end.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset Until);

/// <summary>When an authority allows entry, as stretches of time: its hours are told by the clock at the place, also on days when that clock is put forward or back.</summary>
public static class AuthorityHours
{
    /// <summary>In their order, and none touches the next. The answer is right within <paramref name="from"/> and <paramref name="until"/>.</summary>
    public static IReadOnlyList<Stretch> Of(Authority authority, string zone, DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (Later(authority.From, from), Earlier(authority.Until, until));
        if (start >= end)
            return [];
        if (authority.DailyFrom is not { } dailyFrom || authority.DailyUntil is not { } dailyUntil)
            return [new Stretch(start, end)];
        var stretches = new List<Stretch>();
        // Within one offset local time runs as evenly as any other, so that a local hour is one stretch.
        foreach (var even in Zone.Of(zone).GetZoneIntervals(Instant.FromDateTimeOffset(start), Instant.FromDateTimeOffset(end)))
        {
            var (first, last) = (even.HasStart ? Later(start, even.Start.ToDateTimeOffset()) : start, even.HasEnd ? Earlier(end, even.End.ToDateTimeOffset()) : end);
            AddDays(stretches, even.WallOffset.ToTimeSpan(), first, last, dailyFrom, dailyUntil);
        }
        return stretches;
    }

    private static void AddDays(List<Stretch> stretches, TimeSpan offset, DateTimeOffset first, DateTimeOffset last, TimeOnly dailyFrom, TimeOnly dailyUntil)
    {
        var length = dailyUntil > dailyFrom ? dailyUntil - dailyFrom : TimeSpan.FromDays(1) - (dailyFrom - dailyUntil);
        // From the day before: its hours may reach past midnight.
        for (var day = (first + offset).UtcDateTime.Date.AddDays(-1); day <= (last + offset).UtcDateTime.Date; day = day.AddDays(1))
        {
            var opens = new DateTimeOffset(day + dailyFrom.ToTimeSpan(), TimeSpan.Zero) - offset;
            var (start, end) = (Later(opens, first), Earlier(opens + length, last));
            if (start >= end)
                continue;
            if (stretches is [.., var before] && before.Until == start)
                stretches[^1] = before with { Until = end };
            else
                stretches.Add(new Stretch(start, end));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
