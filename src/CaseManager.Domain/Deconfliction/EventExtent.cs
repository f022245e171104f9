using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Where, when and at whom an event is directed: all that is ever compared.</summary>
public sealed record EventExtent(EventArea? Area, EventWindow Window, Items<Target> Targets);

/// <summary>A circle on the ground.</summary>
public sealed record EventArea(Coordinates Centre, int RadiusMetres)
{
    /// <summary>The side of the grid's cells holds for twice this radius (<see cref="Grid"/>).</summary>
    public const int WidestMetres = 5_000;

    // The mean radius of the earth: at these distances the sphere is within half a percent of the spheroid.
    private const double EarthMetres = 6_371_008.8;

    public bool Meets(EventArea other) => MetresTo(other) <= RadiusMetres + other.RadiusMetres;

    /// <summary>Between the centres, by the haversine formula.</summary>
    internal double MetresTo(EventArea other)
    {
        var (north, otherNorth) = (Radians(Centre.Latitude), Radians(other.Centre.Latitude));
        var (up, across) = (Math.Sin((otherNorth - north) / 2), Math.Sin(Radians(other.Centre.Longitude - Centre.Longitude) / 2));
        var half = (up * up) + (Math.Cos(north) * Math.Cos(otherNorth) * across * across);
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(decimal degrees) => double.DegreesToRadians((double)degrees);
}

/// <summary>From its start up to its end.</summary>
/// <param name="Zone">In which it was said.</param>
public sealed record EventWindow(DateTimeOffset From, DateTimeOffset Until, string Zone)
{
    /// <summary>Whether they share a moment once each is wider by <paramref name="buffer"/> at both ends.</summary>
    public bool Meets(EventWindow other, TimeSpan buffer) => From - buffer <= other.Until + buffer && other.From - buffer <= Until + buffer;
}
