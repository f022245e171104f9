using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>A compartment, as those see it who are read into it; to others it is not there.</summary>
/// <param name="Agency">The agency that answers for it.</param>
public sealed record CompartmentRow(
    CompartmentId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, string Name, AgencyId Agency, DateTimeOffset EstablishedAt) : IRow
{
    public static View<CompartmentRow> View { get; } = new("compartment") { DefaultOrder = [("name", false)] };

    public static Projected<ICompartmentFact, CompartmentRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static CompartmentRow Evolve(CompartmentRow? row, StoredFact<ICompartmentFact> stored) => stored.Fact switch
    {
        CompartmentEstablished e => new(e.Compartment, stored.Version, stored.Label, stored.RecordedAt, e.Name, e.Agency, stored.RecordedAt),
        _ => row! with { Version = stored.Version, ChangedAt = stored.RecordedAt },
    };
}
