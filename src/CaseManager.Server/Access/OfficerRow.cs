using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>A person of an agency.</summary>
public sealed record OfficerRow(
    OfficerId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt,
    AgencyId Agency, string Name, string? Language, DateTimeOffset? DepartedOn) : IRow
{
    public static View<OfficerRow> View { get; } = new("officer")
    {
        Indexes = ["index on (agency, name)"],
        DefaultOrder = [("name", false)],
        Searched = new() { Titles = ["name"] },
    };

    public static Projected<IOfficerFact, OfficerRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static OfficerRow Evolve(OfficerRow? row, StoredFact<IOfficerFact> stored)
    {
        var next = stored.Fact switch
        {
            OfficerRegistered e => new OfficerRow(e.Officer, 0, 0, default, e.Agency, e.Name, e.Language, null),
            OfficerNameCorrected e => row! with { Name = e.Is },
            OfficerLanguageChosen e => row! with { Language = e.Is },
            OfficerDeparted e => row! with { DepartedOn = e.On },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
