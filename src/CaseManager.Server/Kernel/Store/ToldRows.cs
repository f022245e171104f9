using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Rows that facts add to a view that is not their record's own, as statements.</summary>
internal sealed class ToldRows(Telling telling)
{
    private readonly string _put = ViewTable.Write(telling.In.View).Put;

    public IProjected Of => telling.Of;

    /// <summary>Adds what <paramref name="facts"/> tell of the record as it was <paramref name="before"/> them, and returns which rows of which cases they are.</summary>
    public IReadOnlyList<(Guid Row, CaseId Case)> Write(IRow? before, IEnumerable<StoredFact<IFact>> facts, ICollection<Statement> statements)
    {
        var rows = new List<(Guid, CaseId)>();
        foreach (var (row, onCase) in telling.Tell(before, facts))
        {
            statements.Add(new Statement(_put, [.. telling.In.Shape.Cells.Select(c => c.Parameter(row))]));
            rows.Add((row.Key, onCase));
        }
        return rows;
    }
}
