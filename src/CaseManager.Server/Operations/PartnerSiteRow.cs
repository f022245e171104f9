using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>What partners see of a site.</summary>
public readonly record struct PartnerSiteId(Guid Value) : IId<PartnerSiteId>
{
    public static PartnerSiteId Of(Guid value) => new(value);

    /// <summary>One for each site; nobody comes from it to the site.</summary>
    public static PartnerSiteId Of(SiteId site) => new(NameId.For("partner-site", site.Value.ToString("N")));
}

/// <summary>A site as all partners see it: that it is there, and whether it is ready. Who acted at it is not told.</summary>
/// <param name="Site">The site in full, where the caller may see it.</param>
public sealed record PartnerSiteRow(
    PartnerSiteId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OperationId Operation, [Hidden] SiteId Site,
    string Number, Readiness Readiness, DateTimeOffset ReadinessSince) : IRow
{
    public static View<PartnerSiteRow> View { get; } = new("partner_site")
    {
        Temporal = true,
        Indexes = ["index on (operation, number, id) where superseded_at is null"],
        DefaultOrder = [("number", false)],
    };

    public static Projected<IPartnerSiteFact, PartnerSiteRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static PartnerSiteRow Evolve(PartnerSiteRow? row, StoredFact<IPartnerSiteFact> stored)
    {
        var next = stored.Fact switch
        {
            PartnerSiteEntered e => new PartnerSiteRow(
                new PartnerSiteId(stored.Stream), 0, 0, default, e.Operation, e.Site, e.Number, Readiness.Awaited, stored.RecordedAt),
            PartnerSiteTurned e => row! with { Readiness = e.Is, ReadinessSince = stored.RecordedAt },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
