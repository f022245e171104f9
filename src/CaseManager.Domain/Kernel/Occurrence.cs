namespace CaseManager.Domain.Kernel;

/// <summary>How exactly a time is known.</summary>
public enum Precision
{
    Instant,
    Range,
    DayPart,
    Day,
}

/// <summary>Six hours of a local day: night from midnight, morning from 6, afternoon from noon, evening from 18.</summary>
public enum DayPart
{
    Night,
    Morning,
    Afternoon,
    Evening,
}

/// <summary>When something happened, as exactly as anybody knows, in the zone it was said in.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="From">First moment it can have happened, UTC, whole microseconds.</param>
/// <param name="Until">Equal to <paramref name="From"/> for an instant, last moment of a range; for a day or part of one the first moment after it. UTC.</param>
/// <param name="Said">The words used, such as "evening, about 20:00".</param>
public sealed record Occurrence(
    Precision Precision, string Zone, DateTimeOffset From, DateTimeOffset Until, DayPart? Part, string? Said);
