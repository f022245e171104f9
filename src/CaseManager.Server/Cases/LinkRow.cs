using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>One entry pointing at another, for those who may read both.</summary>
public sealed record LinkRow(
    Guid Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, EntryId From, EntryId To, LinkKind Kind, string? Reason,
    OfficerId LinkedBy, DateTimeOffset LinkedAt, bool Stands) : IRow
{
    public static View<LinkRow> View { get; } = new("entry_link")
    {
        Indexes = ["index on (\"from\", linked_at, id) where stands"],
        DefaultOrder = [("linkedAt", false)],
    };

    public static Projected<ILinkFact, LinkRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id;

    /// <summary>One stream for each way in which one entry points at another.</summary>
    public static Guid KeyOf(EntryId from, EntryId to, LinkKind kind) => NameId.For("entry-link", $"{from.Value:N}|{to.Value:N}|{kind}");

    private static LinkRow Evolve(LinkRow? row, StoredFact<ILinkFact> stored)
    {
        var next = stored.Fact is EntriesLinked e
            ? new LinkRow(stored.Stream, 0, 0, default, e.From, e.To, e.Kind, e.Reason, stored.By, stored.RecordedAt, true)
            : row! with { Stands = false };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
