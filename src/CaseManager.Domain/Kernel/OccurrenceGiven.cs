using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CaseManager.Domain.Kernel;

/// <summary>A time as it was given: a moment, or a range, or a date with or without a part of the day; always with its zone.</summary>
public sealed record OccurrenceGiven(
    string? Zone, Moment? At = null, Moment? From = null, Moment? Until = null,
    DateOnly? Date = null, DayPart? Part = null, string? Said = null)
{
    public const int LongestSaid = 200;

    /// <summary>Longest range, in years: what is wider says nothing about when.</summary>
    public const int LongestRange = 10;

    /// <summary>How far ahead of the store's clock a time may lie: a day, for the other side of the date line, and a little for clocks.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(24) + TimeSpan.FromMinutes(5);

    public static readonly Refusal OneForm = new("occurrence.one-form", "Give one of: a moment, a range with both ends, or a date.");
    public static readonly Refusal NoSuchLocalTime = new("occurrence.no-such-local-time", "Clocks in that zone skipped this time.");
    public static readonly Refusal AmbiguousLocalTime = new("occurrence.ambiguous-local-time", "Clocks in that zone showed this time twice: give it with its offset.");
    public static readonly Refusal EndsBeforeStart = new("occurrence.ends-before-start", "The end is before the start.");
    public static readonly Refusal TooLong = new("occurrence.too-long", "A range may span ten years at most.");
    public static readonly Refusal TooEarly = new("occurrence.too-early", "Times before 1900 are not accepted.");
    public static readonly Refusal InFuture = new("occurrence.in-future", "The time lies in the future.");

    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>Works out the bounds; <paramref name="now"/> is the store's clock.</summary>
    public bool TryResolve(
        DateTimeOffset now, string field, [NotNullWhen(true)] out Occurrence? occurrence, [NotNullWhen(false)] out Refusal? refusal)
    {
        occurrence = null;
        refusal = Kernel.Zone.Check(Zone, $"{field}.zone")
            ?? Text.CheckOptional(Said, LongestSaid, $"{field}.said")
            ?? Choice.CheckOptional(Part, $"{field}.part")
            ?? CheckForm(field);
        if (refusal is not null)
            return false;

        var zone = Kernel.Zone.Of(Zone!);
        var latest = Instant.FromDateTimeOffset(now) + Duration.FromTimeSpan(Ahead);
        refusal = Date is { } date
            ? ResolveDay(zone, date, latest, field, out var bounds)
            : ResolveMoments(zone, latest, field, out bounds);
        if (refusal is not null)
            return false;

        occurrence = new Occurrence(Form, Zone!, Utc(bounds.From), Utc(bounds.Until), Part, Said);
        return true;
    }

    private Precision Form =>
        At is not null ? Precision.Instant
        : From is not null ? Precision.Range
        : Part is not null ? Precision.DayPart
        : Precision.Day;

    private Refusal? CheckForm(string field)
    {
        var forms = (At is null ? 0 : 1) + (From is null && Until is null ? 0 : 1) + (Date is null && Part is null ? 0 : 1);
        if (forms != 1)
            return OneForm.At(field);
        if (From is null != Until is null)
            return Text.Missing.At(From is null ? $"{field}.from" : $"{field}.until");
        if (Part is not null && Date is null)
            return Text.Missing.At($"{field}.date");
        return null;
    }

    private Refusal? ResolveMoments(DateTimeZone zone, Instant latest, string field, out (Instant From, Instant Until) bounds)
    {
        var (first, last) = At is null ? ("from", "until") : ("at", "at");
        bounds = default;
        if (Resolve(zone, (At ?? From)!.Value, $"{field}.{first}", out var from) is { } badStart)
            return badStart;
        if (Resolve(zone, (At ?? Until)!.Value, $"{field}.{last}", out var until) is { } badEnd)
            return badEnd;
        if (from < Earliest)
            return TooEarly.At($"{field}.{first}");
        if (until < from)
            return EndsBeforeStart.At($"{field}.{last}");
        if (until > latest)
            return InFuture.At($"{field}.{last}");
        if (from.InUtc().LocalDateTime.PlusYears(LongestRange) < until.InUtc().LocalDateTime)
            return TooLong.At($"{field}.{last}");
        bounds = (from, until);
        return null;
    }

    private Refusal? ResolveDay(DateTimeZone zone, DateOnly date, Instant latest, string field, out (Instant From, Instant Until) bounds)
    {
        bounds = default;
        if (date.Year < 1900)
            return TooEarly.At($"{field}.date");
        if (date.Year > latest.InUtc().Year + 1)
            return InFuture.At($"{field}.date");

        var midnight = LocalDate.FromDateOnly(date).AtMidnight();
        var (start, end) = Part is { } part ? ((int)part * 6, (int)part * 6 + 6) : (0, 24);
        bounds = (Boundary(zone, midnight.PlusHours(start)), Boundary(zone, midnight.PlusHours(end)));
        if (bounds.From >= bounds.Until)
            return NoSuchLocalTime.At($"{field}.date");
        if (bounds.From < Earliest)
            return TooEarly.At($"{field}.date");
        if (bounds.From > latest)
            return InFuture.At($"{field}.date");
        return null;
    }

    internal static Refusal? Resolve(DateTimeZone zone, Moment moment, string field, out Instant instant)
    {
        instant = moment.Instant ?? default;
        if (moment.OnTheWall is not { } wall)
            return null;
        if (wall.Year is < 1000 or > 9000)
        {
            // At the ends of the calendar a zone's offset would lead out of it; the limits refuse such times in any zone.
            instant = wall.InUtc().ToInstant();
            return null;
        }
        var mapping = zone.MapLocal(wall);
        if (mapping.Count == 0)
            return NoSuchLocalTime.At(field);
        if (mapping.Count == 2)
            return AmbiguousLocalTime.At(field);
        instant = mapping.Single().ToInstant();
        return null;
    }

    // Where clocks skip a boundary the part begins when they resume; where they show it twice it begins the first time.
    private static Instant Boundary(DateTimeZone zone, LocalDateTime wall)
    {
        var mapping = zone.MapLocal(wall);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    internal static DateTimeOffset Utc(Instant instant) => Instants.Utc(instant.ToDateTimeOffset());
}
