using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Deconfliction;

/// <summary>What the other side of a conflict told.</summary>
public readonly record struct ConflictRevealId(Guid Value) : IId<ConflictRevealId>
{
    public static ConflictRevealId Of(Guid value) => new(value);
}

/// <summary>What the other side of a conflict told once both had agreed, for the officers whom one's own side named.</summary>
/// <param name="Agency">Who the other side is; <paramref name="By"/> agreed for it.</param>
/// <param name="Officers">Whom one may turn to there.</param>
public sealed record ConflictRevealRow(
    ConflictRevealId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, ConflictId Conflict, AgencyId Agency, OfficerId By,
    Items<OfficerId> Officers, string Text, DateTimeOffset At) : IRow
{
    public static View<ConflictRevealRow> View { get; } = new("conflict_reveal")
    {
        Indexes = ["index on (conflict)"],
        DefaultOrder = [("at", true)],
    };

    public static Projected<IConflictRevealFact, ConflictRevealRow> Projection { get; } = new(View, (_, stored) =>
    {
        var told = (ConflictRevealed)stored.Fact;
        return new ConflictRevealRow(
            new ConflictRevealId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, told.Conflict, told.Agency, told.By, told.Officers, told.Text, stored.RecordedAt);
    });

    [Hidden]
    public Guid Key => Id.Value;
}
