using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;

namespace CaseManager.Server.Operations;

/// <summary>A time such as <c>2026-05-13T05:30</c> in its zone, or with an offset or <c>Z</c>. Where clocks showed it twice it needs the offset.</summary>
/// <param name="Zone">IANA name; needed for a local time.</param>
public sealed record MomentInput(string At, string? Zone);

/// <param name="Minutes">Before (negative) or after H-hour.</param>
public sealed record PhaseInput(string Name, int Minutes);

/// <param name="Case">The case it serves, if any.</param>
/// <param name="WindowMinutes">By how many minutes a site may differ from H-hour; 5 when absent.</param>
public sealed record PlanOperationInput(
    string Name, string Aim, TaskForceId TaskForce, CaseId? Case, MomentInput HHour, IReadOnlyList<PhaseInput>? Phases, int? WindowMinutes);

/// <summary>The warrant or order under which a site is entered.</summary>
/// <param name="From">Local to the site such as <c>2026-05-10T00:00</c>, or with an offset or <c>Z</c>; so is <paramref name="Until"/>, the first moment it no longer holds.</param>
/// <param name="DailyFrom">Local time of day from which entry is allowed, up to <paramref name="DailyUntil"/>; at any hour when both are absent.</param>
public sealed record SiteAuthorityInput(string Reference, string From, string Until, TimeOnly? DailyFrom, TimeOnly? DailyUntil)
{
    /// <summary>Null when both times have the form of a time.</summary>
    internal Refusal? Read(string field, out AuthorityGiven? authority)
    {
        authority = null;
        if (!Moment.TryParse(From, $"{field}.from", out var from, out var badStart))
            return badStart;
        if (!Moment.TryParse(Until, $"{field}.until", out var until, out var badEnd))
            return badEnd;
        authority = new AuthorityGiven(Reference, from, until, DailyFrom, DailyUntil);
        return null;
    }
}

/// <summary>A point by WGS 84, in degrees.</summary>
public sealed record CoordinatesInput(decimal Latitude, decimal Longitude)
{
    internal Coordinates Read() => new(Latitude, Longitude);
}

/// <param name="Number">Within the operation, such as <c>S1</c>.</param>
/// <param name="Coordinates">Where the place is on the map, where known.</param>
/// <param name="Commander">An officer of the agency.</param>
/// <param name="Zone">IANA name of the place's time zone.</param>
/// <param name="Essential">Without it the operation does not go.</param>
public sealed record AddSiteInput(
    OperationId Operation, string Number, string Place, string? Address, CoordinatesInput? Coordinates, AgencyId Agency, OfficerId Commander, string Zone, bool Essential,
    SiteAuthorityInput? Authority);

/// <param name="Version">The version of the operation that the person saw.</param>
public sealed record MoveHHourInput(OperationId Operation, long Version, MomentInput HHour, string Reason);

/// <param name="Version">The version of the site that the person saw.</param>
/// <param name="Minutes">After (or, negative, before) H-hour.</param>
public sealed record ShiftSiteInput(SiteId Site, long Version, int Minutes, string Reason);

/// <param name="Version">The version of the site that the person saw.</param>
public sealed record LocateSiteInput(SiteId Site, long Version, CoordinatesInput Coordinates, string Reason);

/// <param name="Minutes">Authority: for how long after the entry it must hold. Deconfliction and communications: how old the last check may be. Others have none.</param>
/// <param name="Count">Staff: how many at least. Others have none.</param>
public sealed record PolicyRuleInput(ReadinessRule Rule, int? Minutes, int? Count);

/// <param name="Version">The version of the operation that the person saw.</param>
/// <param name="Name">As people say it, such as <c>GRANITE-R1</c>.</param>
public sealed record SetReadinessPolicyInput(OperationId Operation, long Version, string Name, IReadOnlyList<PolicyRuleInput> Rules, string Reason);
