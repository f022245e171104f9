using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Where a thing was taken, in words and, where known, on the map.</summary>
public sealed record SeizurePlace(string Description, Coordinates? Coordinates)
{
    public static Refusal? Check(SeizurePlace place, string field) =>
        Text.Check(place.Description, ExhibitLimits.Place, $"{field}.description")
        ?? (place.Coordinates is { } coordinates ? Kernel.Coordinates.Check(coordinates, field) : null);
}
