using System.Collections.Frozen;
using NodaTime;

namespace CaseManager.Domain.Kernel;

/// <summary>IANA time zones of the pinned tz database; fixed offsets such as <c>UTC+05</c> are no place and no zone.</summary>
public static class Zone
{
    public static readonly Refusal Unknown = new("zone.unknown", "There is no such time zone in the IANA database.");

    private static readonly FrozenSet<string> Known = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    public static Refusal? Check(string? zone, string field) =>
        zone is not null && Known.Contains(zone) ? null : Unknown.At(field);

    internal static DateTimeZone Of(string zone) => DateTimeZoneProviders.Tzdb[zone];
}
