using CaseManager.Domain.Kernel;
using NodaTime;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Where, when and at whom, as people give it.</summary>
/// <param name="From">Of the time window, in <paramref name="Zone"/>; so is <paramref name="Until"/>.</param>
public sealed record EventExtentGiven(Coordinates? Centre, int? RadiusMetres, string? Zone, Moment From, Moment Until, Items<TargetGiven> Targets)
{
    public const int MostTargets = 20;

    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    public static readonly Refusal NothingToCompare = new("deconfliction-event.nothing-to-compare", "An event has a place, a target, or both.");
    public static readonly Refusal BadRadius = new("deconfliction-event.bad-radius", "A place has a radius of 1 to 5000 metres.");
    public static readonly Refusal BadWindow = new("deconfliction-event.bad-window", "An event ends after it begins.");
    public static readonly Refusal TooLong = new("deconfliction-event.too-long", "An event lasts seven days at most.");
    public static readonly Refusal Over = new("deconfliction-event.over", "The event would be over already.");
    public static readonly Refusal TooFar = new("deconfliction-event.too-far", "An event begins within a year.");
    public static readonly Refusal TooManyTargets = new("deconfliction-event.too-many-targets", "An event has at most twenty targets.");

    internal Refusal? Read(DateTimeOffset now, out EventExtent? extent)
    {
        extent = null;
        if (ReadArea(out var area) is { } badPlace)
            return badPlace;
        if (ReadWindow(now, out var window) is { } badTime)
            return badTime;
        if (ReadTargets(out var targets) is { } badTarget)
            return badTarget;
        if (area is null && targets.Count == 0)
            return NothingToCompare;
        extent = new EventExtent(area, window!, targets);
        return null;
    }

    private Refusal? ReadArea(out EventArea? area)
    {
        area = null;
        if (Centre is null)
            return null;
        if (Coordinates.Check(Centre, "place") is { } bad)
            return bad;
        if (RadiusMetres is not (>= 1 and <= EventArea.WidestMetres))
            return BadRadius.At("place.radiusMetres");
        area = new EventArea(Centre.Rounded, RadiusMetres.Value);
        return null;
    }

    private Refusal? ReadWindow(DateTimeOffset now, out EventWindow? window)
    {
        window = null;
        if (Kernel.Zone.Check(Zone, "window.zone") is { } badZone)
            return badZone;
        var zone = Kernel.Zone.Of(Zone!);
        if (OccurrenceGiven.Resolve(zone, From, "window.from", out var from) is { } badStart)
            return badStart;
        if (OccurrenceGiven.Resolve(zone, Until, "window.until", out var until) is { } badEnd)
            return badEnd;
        if (until <= from)
            return BadWindow.At("window.until");
        if (until - from > Duration.FromTimeSpan(Longest))
            return TooLong.At("window.until");
        if (until <= Instant.FromDateTimeOffset(now))
            return Over.At("window.until");
        if (from > Instant.FromDateTimeOffset(now + Furthest))
            return TooFar.At("window.from");
        window = new EventWindow(OccurrenceGiven.Utc(from), OccurrenceGiven.Utc(until), Zone!);
        return null;
    }

    private Refusal? ReadTargets(out Items<Target> targets)
    {
        targets = [];
        if (Targets.Count > MostTargets)
            return TooManyTargets.At("targets");
        for (var i = 0; i < Targets.Count; i++)
        {
            if (Targets[i].Read($"targets.{i}", out var target) is { } bad)
                return bad;
            if (targets.All(t => t.Token != target!.Token))
                targets = targets.With(target!);
        }
        return null;
    }
}
