using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>The rows that facts make of a stream, as statements: the one place that says what is written to a view.</summary>
internal sealed class ViewRows(IProjected projection)
{
    private readonly (string? Supersede, string Put, string PutAndShow) _sql = ViewTable.Write(projection.View);

    public IProjected Projection => projection;

    /// <summary>Adds what <paramref name="facts"/> change about the row as it was <paramref name="before"/> them.</summary>
    /// <param name="show">The last statement gives the row back as it was stored, in the columns of the view's shape.</param>
    public void Write(IRow? before, IReadOnlyList<StoredFact<IFact>> facts, ICollection<Statement> statements, bool show = false)
    {
        var row = before;
        for (var i = 0; i < facts.Count; i++)
        {
            var next = projection.Evolve(row, facts[i]);
            if (row is not null && _sql.Supersede is { } supersede)
                statements.Add(new Statement(supersede,
                [
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = next.ChangedAt.ToUniversalTime() },
                    new NpgsqlParameter<Guid> { TypedValue = next.Key },
                ]));
            // A row under another label than its fact is for the reader to judge.
            var shown = show && i == facts.Count - 1 && next.Label == facts[i].Label;
            var put = projection.Shown(next, facts[i].Marked);
            statements.Add(new Statement(shown ? _sql.PutAndShow : _sql.Put, [.. projection.Shape.Cells.Select(c => c.Parameter(put))]));
            row = next;
        }
    }
}
