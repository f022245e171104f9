using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Tests.GraphQl.Toy;

public readonly record struct CaseNumber(string Value);

/// <summary>A case of the toy world.</summary>
/// <param name="Number">People's number.</param>
public sealed record CaseRow(
    Guid Id, CaseNumber Number, string Title, string? Summary, Tlp Marking, int Priority, DateTimeOffset OpenedAt, OfficerId? Lead,
    IReadOnlyList<OfficerId> Team, IReadOnlyList<string> Tags, long Version, Place? Scene, [property: Hidden] int LabelId)
{
    /// <summary>How long it has been open.</summary>
    public TimeSpan Age => TimeSpan.FromDays(Priority);

    [Obsolete("Use number.")]
    public string OldNumber => Number.Value;
}

public sealed record Place(string Name, DateOnly? Seen, TimeOnly? At, Uri? Map, decimal Area);

public sealed record OfficerRow(OfficerId Id, string Name, AgencyId Agency);

public sealed record AgencyRow(AgencyId Id, string Name);

public sealed record EntryRow(EntryId Id, CaseId Case, string Text);

/// <summary>What to open a case with.</summary>
public sealed record OpenCaseInput(
    string Title, OfficerId Lead, Tlp Marking = Tlp.Amber, string? Summary = null, DateTimeOffset? OpenedAt = null,
    IReadOnlyList<OfficerId>? Team = null, Items<string>? Tags = null, When? When = null, AgencyId? For = null);

public sealed record AmendInput(CaseId Case, long Version, string Summary);

/// <summary>An instant or a day.</summary>
[OneOf]
public sealed record When(DateTimeOffset? Instant, DateOnly? Day);

public static class Columns
{
    public static readonly View<CaseRow> Cases = new("cases",
    [
        new("id", "id", ColumnKind.Uuid, typeof(CaseId), false, true, false),
        new("number", "number", ColumnKind.Text, typeof(CaseNumber), false, true, true),
        new("title", "title", ColumnKind.Text, typeof(string), false, true, true),
        new("marking", "marking", ColumnKind.Choice, typeof(Tlp), false, true, false),
        new("priority", "priority", ColumnKind.Number, typeof(int), false, true, true),
        new("openedAt", "opened_at", ColumnKind.Time, typeof(DateTimeOffset), false, true, true),
        new("lead", "lead", ColumnKind.Uuid, typeof(OfficerId), true, true, false),
        new("tags", "tags", ColumnKind.Texts, typeof(string), false, true, false),
        new("closed", "closed", ColumnKind.Flag, typeof(bool), false, true, false),
        new("secret", "secret", ColumnKind.Text, typeof(string), false, false, false),
    ]);

    public static readonly View<OfficerRow> Officers = new("officers", [new("name", "name", ColumnKind.Text, typeof(string), false, true, true)]);
    public static readonly View<AgencyRow> Agencies = new("agencies", []);
    public static readonly View<EntryRow> Entries = new("entries", [new("text", "text", ColumnKind.Text, typeof(string), false, true, true)]);
}
