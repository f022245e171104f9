using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>Up to when an officer has seen a case; for that officer's eyes only.</summary>
public sealed record VisitRow(Guid Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case, OfficerId Officer, DateTimeOffset Last) : IRow
{
    public static View<VisitRow> View { get; } = new("case_visit");

    public static Projected<IVisitFact, VisitRow> Projection { get; } = new(View, (_, stored) =>
    {
        var visit = (CaseVisited)stored.Fact;
        return new VisitRow(stored.Stream, stored.Version, stored.Label, stored.RecordedAt, visit.Case, visit.Officer, visit.At);
    });

    [Hidden]
    public Guid Key => Id;

    public static Guid KeyOf(CaseId of, OfficerId officer) => NameId.For("visit", $"{of.Value:N}|{officer.Value:N}");
}
