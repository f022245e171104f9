using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>When something happened, as it was said: a moment, or a range, or a date with or without a part of the day.</summary>
/// <param name="Zone">IANA name of the zone it was said in.</param>
/// <param name="At">A moment such as <c>2026-04-18T20:00</c>; with an offset or <c>Z</c> when exact.</param>
/// <param name="From">Start of a range; <paramref name="Until"/> its end.</param>
/// <param name="Said">The words used, such as "evening, about 20:00".</param>
public sealed record OccurredInput(string Zone, string? At, string? From, string? Until, DateOnly? Date, DayPart? Part, string? Said)
{
    /// <summary>Null when every given time has the form of a time.</summary>
    internal Refusal? Read(string field, out OccurrenceGiven occurred)
    {
        occurred = new OccurrenceGiven(Zone);
        if (Parse(At, $"{field}.at", out var at) is { } badAt)
            return badAt;
        if (Parse(From, $"{field}.from", out var from) is { } badFrom)
            return badFrom;
        if (Parse(Until, $"{field}.until", out var until) is { } badUntil)
            return badUntil;
        occurred = new OccurrenceGiven(Zone, at, from, until, Date, Part, Said);
        return null;
    }

    private static Refusal? Parse(string? text, string field, out Moment? moment)
    {
        moment = null;
        if (text is null)
            return null;
        if (!Moment.TryParse(text, field, out var parsed, out var refusal))
            return refusal;
        moment = parsed;
        return null;
    }
}
