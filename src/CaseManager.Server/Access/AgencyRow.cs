using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>A body that takes part.</summary>
/// <param name="Code">The code under which its issuer is configured, such as <c>CFP</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 or a subdivision such as <c>CA-ON</c>; absent for an international body.</param>
/// <param name="Zone">IANA name of the zone its days are counted in.</param>
public sealed record AgencyRow(
    Guid Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, string Code, string Name, string? Country, string Zone) : IRow
{
    public static View<AgencyRow> View { get; } = new("agency")
    {
        Indexes = ["unique index on (code)"],
        DefaultOrder = [("code", false)],
    };

    public static Projected<IAgencyFact, AgencyRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id;

    public static Guid KeyOf(AgencyId agency) => NameId.For("agency", agency.Code);

    private static AgencyRow Evolve(AgencyRow? row, StoredFact<IAgencyFact> stored) => stored.Fact switch
    {
        AgencyRegistered e => new(stored.Stream, stored.Version, stored.Label, stored.RecordedAt, e.Agency.Code, e.Name, e.Country, e.Zone),
        _ => row! with { Version = stored.Version, ChangedAt = stored.RecordedAt },
    };
}
