namespace CaseManager.Domain.Kernel;

/// <summary>Arithmetic of times that hold from their start up to but without their end; no end means for good.</summary>
internal static class Spell
{
    public static bool Covers(DateTimeOffset from, DateTimeOffset? until, DateTimeOffset at) => from <= at && !(until <= at);

    /// <summary>Whether they share a moment; one that ends as it begins shares none.</summary>
    public static bool Overlap(DateTimeOffset from, DateTimeOffset? until, DateTimeOffset otherFrom, DateTimeOffset? otherUntil) =>
        !IsEmpty(from, until) && !IsEmpty(otherFrom, otherUntil) && !(until <= otherFrom) && !(otherUntil <= from);

    private static bool IsEmpty(DateTimeOffset from, DateTimeOffset? until) => until <= from;
}
