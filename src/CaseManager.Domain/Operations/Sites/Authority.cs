using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>The warrant or order under which a site is entered (CASE <c>Authorization</c>), and when it allows that.</summary>
/// <param name="Until">First moment it no longer holds.</param>
/// <param name="DailyFrom">Local time of day from which entry is allowed; absent with <paramref name="DailyUntil"/>: at any hour.</param>
/// <param name="DailyUntil">First local time at which it no longer is; before <paramref name="DailyFrom"/> when the hours span midnight.</param>
public sealed record Authority(string Reference, DateTimeOffset From, DateTimeOffset Until, TimeOnly? DailyFrom, TimeOnly? DailyUntil)
{
    public bool Covers(DateTimeOffset at, string zone)
    {
        if (at < From || at >= Until)
            return false;
        if (DailyFrom is not { } from || DailyUntil is not { } until)
            return true;
        return LocalTime.OfDay(at, zone).IsBetween(from, until);
    }

    /// <summary>Whether it covers a moment, and the minutes after it without a gap.</summary>
    public bool CoversFor(DateTimeOffset at, int minutes, string zone) =>
        minutes == 0
            ? Covers(at, zone)
            : AuthorityHours.Of(this, zone, at, at.AddMinutes(minutes)) is [var whole] && whole.From == at && whole.Until == at.AddMinutes(minutes);
}

/// <summary>An authority as it is written: its times local to the site, or exact.</summary>
public sealed record AuthorityGiven(string Reference, Moment From, Moment Until, TimeOnly? DailyFrom, TimeOnly? DailyUntil)
{
    public static readonly Refusal EndsBeforeStart = new("authority.ends-before-start", "The authority would end before it begins.");
    public static readonly Refusal BothHours = new("authority.both-hours", "Daily hours have a start and another end.");

    /// <summary>Null when it can be; else why not, at a field below <paramref name="field"/>.</summary>
    public Refusal? Resolve(string zone, string field, out Authority authority)
    {
        authority = null!;
        if (Text.Check(Reference, OperationLimits.AuthorityReference, $"{field}.reference") is { } badReference)
            return badReference;
        if (LocalTime.Resolve(From, zone, $"{field}.from", "zone", out var from) is { } badStart)
            return badStart;
        if (LocalTime.Resolve(Until, zone, $"{field}.until", "zone", out var until) is { } badEnd)
            return badEnd;
        if (until <= from)
            return EndsBeforeStart.At($"{field}.until");
        if (DailyFrom is null != DailyUntil is null || (DailyFrom is not null && DailyFrom == DailyUntil))
            return BothHours.At($"{field}.dailyUntil");
        authority = new Authority(Reference, from, until, DailyFrom, DailyUntil);
        return null;
    }
}
