using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>A site in full: for its own agency, and for those who may read all sites of the operation.</summary>
/// <param name="Number">Within the operation, such as <c>S1</c>.</param>
/// <param name="Coordinates">Where it is on the map, if that was said.</param>
/// <param name="Zone">IANA name of the place's time zone.</param>
/// <param name="Essential">Without it the operation does not go.</param>
/// <param name="Authority">Under which it is entered; absent when there is none, or none any more.</param>
/// <param name="Shift">Minutes by which its entry differs from H-hour.</param>
/// <param name="Reason">Why it is not ready, or has withdrawn.</param>
/// <param name="Risks">What awaits who enters.</param>
/// <param name="JudgedAt">When authority, time or risks changed last.</param>
public sealed record SiteRow(
    SiteId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OperationId Operation, string Number, string Place,
    string? Address, Coordinates? Coordinates, AgencyId Agency, OfficerId Commander, string Zone, bool Essential, Authority? Authority, int Shift,
    Readiness Readiness, DateTimeOffset ReadinessSince, string? Reason, [Hidden] Items<RiskFlag> Risks, [property: Hidden] Items<SiteCheckSeen> Checks,
    [property: Hidden] DateTimeOffset JudgedAt) : IRow
{
    public static View<SiteRow> View { get; } = new("site")
    {
        Temporal = true,
        Indexes = ["index on (operation, number, id) where superseded_at is null"],
        DefaultOrder = [("number", false)],
        Searched = new() { Texts = ["place", "address"], People = ["commander"] },
    };

    public static Projected<ISiteFact, SiteRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static SiteRow Evolve(SiteRow? row, StoredFact<ISiteFact> stored)
    {
        var next = stored.Fact switch
        {
            SitePlanned e => new SiteRow(e.Site, 0, 0, default, e.Operation, e.Number, e.Place, e.Address, null, e.Agency, e.Commander, e.Zone, e.Essential,
                e.Authority, 0, Readiness.Awaited, stored.RecordedAt, null, [], [], stored.RecordedAt),
            SiteLocated e => row! with { Coordinates = e.Is },
            SiteShifted e => row! with { Shift = e.Is, JudgedAt = stored.RecordedAt },
            SiteAuthorityRecorded e => row! with { Authority = e.Is, JudgedAt = stored.RecordedAt },
            SiteAuthorityQuashed => row! with { Authority = null, JudgedAt = stored.RecordedAt },
            SiteRisksSet e => row! with { Risks = e.Is, JudgedAt = stored.RecordedAt },
            SiteCheckReported e => row! with { Checks = [.. row.Checks.Where(c => c.Check.Rule != e.Rule), SiteCheckSeen.Of(e, stored.RecordedAt)] },
            SiteReportedReady => Turned(row!, Readiness.Ready, null, stored),
            SiteReportedNotReady e => Turned(row!, Readiness.NotReady, e.Reason, stored),
            SiteReadinessLapsed => Turned(row!, Readiness.Awaited, null, stored),
            SiteWithdrawn e => Turned(row!, Readiness.Withdrawn, e.Reason, stored),
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static SiteRow Turned(SiteRow row, Readiness readiness, string? reason, StoredFact<ISiteFact> stored) => row with
    {
        Readiness = readiness, Reason = reason, ReadinessSince = readiness == row.Readiness ? row.ReadinessSince : stored.RecordedAt,
    };
}

/// <summary>An agency's last word on one rule at its site.</summary>
public sealed record SiteCheckSeen(SiteCheck Check, OfficerId By, DateTimeOffset RecordedAt)
{
    internal static SiteCheckSeen Of(SiteCheckReported e, DateTimeOffset recorded) => new(new SiteCheck(e.Rule, e.Passed, e.At, e.Count, e.Detail), e.By, recorded);
}
