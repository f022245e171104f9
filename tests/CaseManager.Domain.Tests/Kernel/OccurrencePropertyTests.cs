using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using NodaTime;
using Precision = CaseManager.Domain.Kernel.Precision;

namespace CaseManager.Domain.Tests.Kernel;

/// <summary>What must hold in every zone on every day, transitions of the clocks above all.</summary>
public sealed class OccurrencePropertyTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] AllZones = [.. DateTimeZoneProviders.Tzdb.Ids];
    private static readonly Gen<string> Zones = Gen.Int[0, AllZones.Length - 1].Select(i => AllZones[i]);

    private static readonly Gen<DateOnly> Dates =
        Gen.Int[new DateOnly(1900, 1, 3).DayNumber, new DateOnly(2029, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    // Days on which clocks change are one in two hundred: half of all samples are taken there.
    private static readonly Gen<(string Zone, DateOnly Date)> Days = Gen.OneOf(
        Gen.Select(Zones, Dates),
        Gen.Select(Zones, Gen.Int[0, 10_000]).Select((zone, pick) => (zone, Transition(zone, pick))));

    [Fact]
    public void A_day_begins_and_ends_where_its_date_does() =>
        Days.Sample(
            day =>
            {
                var zone = DateTimeZoneProviders.Tzdb[day.Zone];
                if (!new OccurrenceGiven(day.Zone, Date: day.Date).TryResolve(Now, "when", out var whole, out var refusal))
                    return refusal.Code == OccurrenceGiven.NoSuchLocalTime.Code && IsSkipped(zone, day.Date);
                return whole.From == zone.AtStartOfDay(LocalDate.FromDateOnly(day.Date)).ToInstant().ToDateTimeOffset()
                    && DateAt(zone, whole.From.AddTicks(-10)) < day.Date
                    && DateAt(zone, whole.Until.AddTicks(-10)) == day.Date
                    && DateAt(zone, whole.Until) > day.Date;
            },
            iter: Scale.Of(20_000));

    [Fact]
    public void The_parts_of_a_day_make_the_day() =>
        Days.Sample(
            day =>
            {
                if (!new OccurrenceGiven(day.Zone, Date: day.Date).TryResolve(Now, "when", out var whole, out _))
                    return true;
                var end = whole.From;
                foreach (var part in Enum.GetValues<DayPart>())
                {
                    if (!new OccurrenceGiven(day.Zone, Date: day.Date, Part: part).TryResolve(Now, "when", out var some, out _))
                        continue; // clocks jumped over the whole of it
                    if (some.From != end || some.Until <= some.From)
                        return false;
                    end = some.Until;
                }
                return end == whole.Until;
            },
            iter: Scale.Of(20_000));

    [Fact]
    public void A_wall_clock_time_is_never_taken_for_another() =>
        Gen.Select(Days, Gen.Int[0, 26 * 60]).Sample(
            (day, minutes) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[day.Zone];
                var said = day.Date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
                var sure = new OccurrenceGiven(day.Zone, At: Moment.Local(said)).TryResolve(Now, "when", out var once, out var refusal);
                // Looked for the long way round: every offset the zone had within two days.
                var shown = OffsetsAround(zone, said).Select(offset => LocalDateTime.FromDateTime(said).WithOffset(offset).ToInstant())
                    .Where(t => t.InZone(zone).LocalDateTime == LocalDateTime.FromDateTime(said)).Select(t => t.ToDateTimeOffset()).ToList();
                return shown.Count switch
                {
                    0 => refusal?.Code == OccurrenceGiven.NoSuchLocalTime.Code,
                    1 => sure && once!.From == shown[0] && once.Until == shown[0] && once.Precision == Precision.Instant,
                    _ => refusal?.Code == OccurrenceGiven.AmbiguousLocalTime.Code,
                };
            },
            iter: Scale.Of(20_000));

    private static DateOnly Transition(string id, int pick)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var changes = zone.GetZoneIntervals(Instant.FromUtc(1900, 2, 1, 0, 0), Instant.FromUtc(2029, 12, 1, 0, 0)).Skip(1).ToList();
        return changes.Count == 0
            ? new DateOnly(2000, 1, 1)
            : changes[pick % changes.Count].IsoLocalStart.Date.PlusDays(pick % 3 - 1).ToDateOnly();
    }

    private static bool IsSkipped(DateTimeZone zone, DateOnly date) =>
        Enumerable.Range(0, 24).All(hour => zone.MapLocal(LocalDate.FromDateOnly(date).At(new NodaTime.LocalTime(hour, 0))).Count == 0);

    private static DateOnly DateAt(DateTimeZone zone, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();

    private static List<Offset> OffsetsAround(DateTimeZone zone, DateTime said)
    {
        var about = LocalDateTime.FromDateTime(said).InUtc().ToInstant();
        return [.. zone.GetZoneIntervals(about - NodaTime.Duration.FromDays(2), about + NodaTime.Duration.FromDays(2))
            .Select(i => i.WallOffset).Distinct()];
    }
}
