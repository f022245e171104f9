using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>In what two events meet.</summary>
public enum ConflictOverlap
{
    Place,
    Time,
    Target,
}

/// <summary>When two events are in conflict. Which of the two is named first does not matter.</summary>
public static class Overlaps
{
    /// <summary>By how much each window is wider at both ends where places meet.</summary>
    public static readonly TimeSpan Buffer = TimeSpan.FromHours(2);

    /// <summary>By how much where targets are the same: whoever is followed today and arrested tomorrow is one matter.</summary>
    public static readonly TimeSpan TargetBuffer = TimeSpan.FromHours(24);

    /// <returns>Nothing where they are not in conflict.</returns>
    public static Items<ConflictOverlap> Between(DeconflictionEvent one, DeconflictionEvent other)
    {
        // Who registered both knows of both.
        if (one.Closed || other.Closed || one.Officer == other.Officer)
            return [];
        return Between(one.Extent, other.Extent);
    }

    public static Items<ConflictOverlap> Between(EventExtent one, EventExtent other)
    {
        var near = one.Area is { } area && other.Area is { } otherArea && area.Meets(otherArea);
        var sameTime = one.Window.Meets(other.Window, Buffer);
        var sameTarget = one.Window.Meets(other.Window, TargetBuffer) && one.Targets.Any(t => other.Targets.Any(o => o.Token == t.Token));
        if (!sameTarget && !(near && sameTime))
            return [];

        return [.. Met(ConflictOverlap.Place, near), .. Met(ConflictOverlap.Time, sameTime), .. Met(ConflictOverlap.Target, sameTarget)];
    }

    private static IEnumerable<ConflictOverlap> Met(ConflictOverlap overlap, bool met) => met ? [overlap] : [];
}
