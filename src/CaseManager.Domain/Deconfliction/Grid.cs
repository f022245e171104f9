using System.Globalization;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>
/// Cells of place and day: events whose places and times meet share one of them, so that an index finds all that may be in conflict. In bands
/// of a tenth of a degree of latitude, each cut into columns at least as wide as the band is high: 11.1 km, which is twice the widest radius.
/// </summary>
public static class Grid
{
    private const int PerDegree = 10;
    private const int Bands = 180 * PerDegree;
    private const double MetresPerDegree = 111_195;

    // For what is lost where doubles are rounded.
    private const double Margin = 1.01;

    /// <summary>At most four cells on a day but at the poles, and nine days.</summary>
    public static Items<string> Cells(EventExtent extent)
    {
        if (extent.Area is not { } area)
            return [];
        var first = DayOf(extent.Window.From - Overlaps.Buffer);
        var days = Enumerable.Range(first, DayOf(extent.Window.Until + Overlaps.Buffer) - first + 1).ToList();
        return [.. Places(area).SelectMany(place => days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{place.Band}.{place.Column}.{day}")))];
    }

    private static IEnumerable<(int Band, int Column)> Places(EventArea area)
    {
        var (north, east) = ((double)area.Centre.Latitude, (double)area.Centre.Longitude);
        var up = area.RadiusMetres * Margin / MetresPerDegree;
        for (var band = BandOf(north - up); band <= BandOf(north + up); band++)
        {
            var columns = ColumnsOf(band);
            var across = Math.Sin(double.DegreesToRadians(up)) / Math.Cos(double.DegreesToRadians(north));
            var width = 360.0 / columns;
            var reach = across is >= 0 and < 1 ? double.RadiansToDegrees(Math.Asin(across)) : 180;
            var (from, until) = ((int)Math.Floor((east + 180 - reach) / width), (int)Math.Floor((east + 180 + reach) / width));
            for (var column = from; column <= until && column < from + columns; column++)
                yield return (band, (column + columns) % columns);
        }
    }

    private static int BandOf(double latitude) => Math.Clamp((int)Math.Floor((latitude + 90) * PerDegree), 0, Bands - 1);

    // By the edge nearer to the pole, where a degree of longitude is shortest.
    private static int ColumnsOf(int band)
    {
        var edge = Math.Max(Math.Abs(((double)band / PerDegree) - 90), Math.Abs(((double)(band + 1) / PerDegree) - 90));
        return Math.Max(1, (int)(2 * Bands * Math.Cos(double.DegreesToRadians(Math.Min(edge, 90)))));
    }

    private static int DayOf(DateTimeOffset at) => (int)((at.ToUniversalTime() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerDay);
}
