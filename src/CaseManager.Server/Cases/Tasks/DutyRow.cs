using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>The mandatory tasks that stand between a case and its closing.</summary>
public sealed record DutyRow(Guid Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case, Items<TaskId> Open) : IRow
{
    public static View<DutyRow> View { get; } = new("case_duty");

    public static Projected<IDutyFact, DutyRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id;

    public static Guid KeyOf(CaseId of) => NameId.For("duties", of.Value.ToString("N"));

    private static DutyRow Evolve(DutyRow? row, StoredFact<IDutyFact> stored)
    {
        var duties = Duties.Evolve(row is null ? null : new Duties(row.Case, row.Open), stored.Fact);
        return new DutyRow(stored.Stream, stored.Version, stored.Label, stored.RecordedAt, duties.Case, duties.Open);
    }
}
