using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Links;

/// <summary>One way in which one record points at another.</summary>
public readonly record struct LinkId(Guid Value) : IId<LinkId>
{
    public static LinkId Of(Guid value) => new(value);

    // Named when only entries were linked: their links are found under the same name as ever.
    public static LinkId Of(LinkEnd from, LinkEnd to, LinkKind kind) => new(NameId.For("entry-link", $"{from.Id:N}|{to.Id:N}|{kind}"));
}

/// <summary>One record pointing at another, for those who may read both.</summary>
/// <param name="Kind">What the record that points is to the other.</param>
/// <param name="Stands">It was not taken back.</param>
public sealed record LinkRow(
    LinkId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, [property: Hidden] EndKind FromKind, [property: Hidden] Guid From,
    [property: Hidden] EndKind ToKind, [property: Hidden] Guid To, LinkKind Kind, string? Reason, OfficerId LinkedBy, DateTimeOffset LinkedAt,
    bool Stands) : IRow
{
    /// <summary>The column by which a record's links are found, whichever end it is.</summary>
    public const string End = "end";

    public static View<LinkRow> View { get; } = new("link")
    {
        Indexes = ["index on (\"from\")", "index on (\"to\")"],
        Computed = [new Column(End, "t.\"from\"", ColumnKind.Uuid, typeof(Guid), Nullable: false, Filterable: false, Sortable: false) { Computed = true, Or = "t.\"to\"" }],
        DefaultOrder = [("linkedAt", false)],
    };

    public static Projected<ILinkFact, LinkRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>The record that points.</summary>
    [WireName("from")]
    public AnyRecord Pointing => LinkEnds.Record(new(FromKind, From));

    /// <summary>The record pointed at.</summary>
    [WireName("to")]
    public AnyRecord PointedAt => LinkEnds.Record(new(ToKind, To));

    private static LinkRow Evolve(LinkRow? row, StoredFact<ILinkFact> stored)
    {
        var next = stored.Fact switch
        {
            LinkMade e => Made(e, stored),
            EntriesLinked e => Made(e.Now(), stored),
            _ => row! with { Stands = false },
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static LinkRow Made(LinkMade e, StoredFact<ILinkFact> stored) => new(
        new LinkId(stored.Stream), 0, 0, default, e.From.Kind, e.From.Id, e.To.Kind, e.To.Id, e.Kind, e.Reason, stored.By, stored.RecordedAt, true);
}
