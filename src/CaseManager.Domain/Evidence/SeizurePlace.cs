using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Where a thing was taken, in words and, where known, on the map.</summary>
public sealed record SeizurePlace(string Description, Coordinates? Coordinates)
{
    public static Refusal? Check(SeizurePlace place, string field) =>
        Text.Check(place.Description, ExhibitLimits.Place, $"{field}.description")
        ?? (place.Coordinates is { } coordinates ? Evidence.Coordinates.Check(coordinates, field) : null);
}

/// <summary>WGS 84, in degrees; six decimals are a tenth of a metre.</summary>
public sealed record Coordinates(decimal Latitude, decimal Longitude)
{
    public static readonly Refusal BadLatitude = new("exhibit.bad-latitude", "A latitude lies between -90 and 90 degrees.");
    public static readonly Refusal BadLongitude = new("exhibit.bad-longitude", "A longitude lies between -180 and 180 degrees.");

    internal Coordinates Rounded => new(decimal.Round(Latitude, 6), decimal.Round(Longitude, 6));

    internal static Refusal? Check(Coordinates coordinates, string field)
    {
        if (coordinates.Latitude is < -90 or > 90)
            return BadLatitude.At($"{field}.latitude");
        if (coordinates.Longitude is < -180 or > 180)
            return BadLongitude.At($"{field}.longitude");
        return null;
    }
}
