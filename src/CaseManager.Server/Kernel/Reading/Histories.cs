using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>Tells a stream's facts as changes with old and new values: the difference each fact makes to the record's row.</summary>
public static class Histories
{
    public static IReadOnlyList<Change> Tell(FactCatalog catalog, IReadOnlyList<StoredFact<IFact>> facts)
    {
        if (facts.Count == 0 || catalog.ProjectionOf(facts[0].Fact) is not { } projection)
            return [];
        var changes = new List<Change>(facts.Count);
        IRow? row = null;
        foreach (var fact in facts)
        {
            var next = projection.Evolve(row, fact);
            changes.Add(new Change(fact.Version, catalog.NameOf(fact.Fact), fact.By, fact.Agency, fact.RecordedAt, fact.Reason, Differences(projection.Shape, row, next)));
            row = next;
        }
        return changes;
    }

    private static List<FieldChange> Differences(RowShape shape, IRow? before, IRow after)
    {
        var fields = new List<FieldChange>();
        foreach (var cell in shape.Cells.Where(c => (!c.Hidden || IsInWords(c)) && c.Sql is not ("id" or "version" or "changed_at")))
        {
            var (was, now) = (before is null ? null : cell.Get(before), cell.Get(after));
            if (Change(cell, was, now) is { } change)
                fields.Add(change);
        }
        return fields;
    }

    private static FieldChange? Change(RowShape.Cell cell, object? was, object? now)
    {
        if (cell.Clr == typeof(OfficerId))
            return Equals(was, now) ? null : new FieldChange(cell.Name, null, null, (OfficerId?)was, (OfficerId?)now);
        // Other records that a record names belong to it from the start, and it shows them itself.
        if (cell.Kind == ColumnKind.Uuid)
            return null;
        var (before, after) = (Text(cell, was), Text(cell, now));
        return before == after ? null : new FieldChange(cell.Name, before, after);
    }

    // Shown beside the record and not as a column of it, and still part of what changed.
    private static bool IsInWords(RowShape.Cell cell) => cell.Clr is { IsGenericType: true } list && list.GetGenericArguments()[0].IsAssignableTo(typeof(IInWords));

    private static string? InWords(object? list) =>
        list is IEnumerable<IInWords> all && string.Join(", ", all.Select(e => e.InWords())) is { Length: > 0 } words ? words : null;

    private static string? Text(RowShape.Cell cell, object? value) => IsInWords(cell) ? InWords(value) : cell.Stored(value) switch
    {
        null => null,
        _ when value is Coordinates point => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude}, {point.Longitude}"),
        string text when cell.Kind == ColumnKind.Choice => Choices.Name(text),
        string text => text,
        bool flag => flag ? "true" : "false",
        string[] texts => texts.Length == 0 ? null : string.Join(", ", texts),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
