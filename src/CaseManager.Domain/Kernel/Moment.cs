using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace CaseManager.Domain.Kernel;

/// <summary>
/// A point in time as a person gives it: exact (with its offset), or as a clock on the wall showed it,
/// which means something only together with a zone, and not always even then.
/// </summary>
public readonly record struct Moment
{
    public static readonly Refusal Malformed =
        new("moment.malformed", "Give a time such as 2026-04-18T20:00, with an offset or Z when it is exact.");

    private static readonly OffsetDateTimePattern Exact = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFo<Z+HH:mm>");
    private static readonly OffsetDateTimePattern ExactMinute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFF");
    private static readonly LocalDateTimePattern WallMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private Moment(Instant? instant, LocalDateTime? onTheWall)
    {
        Instant = instant;
        OnTheWall = onTheWall;
    }

    internal Instant? Instant { get; }

    internal LocalDateTime? OnTheWall { get; }

    public static Moment At(DateTimeOffset instant) => new(NodaTime.Instant.FromDateTimeOffset(instant), null);

    /// <summary>As a clock on the wall showed it; the kind of <paramref name="local"/> is not looked at.</summary>
    public static Moment Local(DateTime local) => new(null, LocalDateTime.FromDateTime(local));

    public static bool TryParse(string? text, string field, out Moment moment, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        moment = default;
        if (text is { Length: <= 40 } && (Read(Exact, text) ?? Read(ExactMinute, text)) is { Year: > 1 and < 9999 } exact)
            moment = new Moment(exact.ToInstant(), null);
        else if (text is { Length: <= 40 } && (Read(Wall, text) ?? Read(WallMinute, text)) is { } local)
            moment = new Moment(null, local);
        else
            refusal = Malformed.At(field);
        return refusal is null;
    }

    private static T? Read<T>(IPattern<T> pattern, string text) where T : struct =>
        pattern.Parse(text).TryGetValue(default, out var value) ? value : null;
}
