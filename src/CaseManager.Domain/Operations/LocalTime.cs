using CaseManager.Domain.Kernel;
using NodaTime;
using NodaTime.Text;

namespace CaseManager.Domain.Operations;

/// <summary>Times as clocks at a place show them, by the pinned tz database.</summary>
public static class LocalTime
{
    public static readonly Refusal NeedsZone = new("moment.needs-zone", "A local time needs its zone.");
    public static readonly Refusal OutOfRange = new("moment.out-of-range", "Times lie between the years 2000 and 2100.");

    private static readonly OffsetDateTimePattern Shown = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>The instant meant. A local time that clocks skipped or showed twice is refused; with its offset every time is one.</summary>
    public static Refusal? Resolve(Moment moment, string? zone, string field, string zoneField, out DateTimeOffset instant)
    {
        instant = default;
        if (zone is not null && Zone.Check(zone, zoneField) is { } badZone)
            return badZone;
        if (Find(moment, zone, field, zoneField, out var found) is { } refusal)
            return refusal;
        if (found.InUtc().Year is < 2000 or > 2100)
            return OutOfRange.At(field);
        var exact = found.ToDateTimeOffset();
        instant = exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerMicrosecond));
        return null;
    }

    /// <summary>With its offset, such as <c>2026-05-13T06:15:00-04:00</c>.</summary>
    public static string Show(DateTimeOffset instant, string zone) => Shown.Format(In(instant, zone).ToOffsetDateTime());

    public static TimeOnly OfDay(DateTimeOffset instant, string zone) => In(instant, zone).TimeOfDay.ToTimeOnly();

    private static ZonedDateTime In(DateTimeOffset instant, string zone) => Instant.FromDateTimeOffset(instant).InZone(Zone.Of(zone));

    private static Refusal? Find(Moment moment, string? zone, string field, string zoneField, out Instant found)
    {
        found = moment.Instant ?? default;
        if (moment.OnTheWall is not { } wall)
            return null;
        if (zone is null)
            return NeedsZone.At(zoneField);
        if (wall.Year is < 1999 or > 2101)
            return OutOfRange.At(field);
        var mapping = Zone.Of(zone).MapLocal(wall);
        if (mapping.Count == 0)
            return OccurrenceGiven.NoSuchLocalTime.At(field);
        if (mapping.Count == 2)
            return OccurrenceGiven.AmbiguousLocalTime.At(field);
        found = mapping.Single().ToInstant();
        return null;
    }
}
