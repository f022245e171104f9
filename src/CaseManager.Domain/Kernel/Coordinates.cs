namespace CaseManager.Domain.Kernel;

/// <summary>WGS 84, in degrees; six decimals are a tenth of a metre.</summary>
public sealed record Coordinates(decimal Latitude, decimal Longitude)
{
    // Named when only exhibits had a place on the map: a code is never renamed.
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
