using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>A view as Marten runs it: inline with every append, and by its daemon in <c>projections rebuild</c>.</summary>
internal sealed class ViewProjection(IProjected projection) : IProjection
{
    private readonly string _columns = string.Join(", ", projection.Shape.Cells.Select(c => c.Sql));
    private readonly (string? Supersede, string Put) _write = ViewTable.Write(projection.View);

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(e => projection.Folds(e.EventType)).GroupBy(e => e.StreamId))
        {
            var row = await Prior(operations, stream.Key, stream.First().Version, cancellation);
            foreach (var stored in stream)
            {
                var next = projection.Evolve(row, Read(stored));
                if (row is not null && _write.Supersede is { } supersede)
                    operations.QueueOperation(new SqlOperation(supersede + "? where id = ? and superseded_at is null", [next.ChangedAt.ToUniversalTime(), next.Key]));
                operations.QueueOperation(Put(next));
                row = next;
            }
        }
    }

    private SqlOperation Put(IRow row)
    {
        var cells = projection.Shape.Cells;
        var values = string.Join(", ", Enumerable.Repeat("?", cells.Count));
        var sql = _write.Supersede is not null
            ? $"{_write.Put}({values})"
            : $"insert into {ViewTable.Name(projection.View)} ({_columns}) values ({values}) {_write.Put}";
        return new SqlOperation(sql, [.. cells.Select(c => c.Parameter(row))]);
    }

    private async Task<IRow?> Prior(IDocumentOperations operations, Guid stream, long first, CancellationToken cancel)
    {
        if (first == 1)
            return null;
        if (Priors.TryGet(operations, projection.View.Table, stream, out var row))
            return row;
        var now = projection.View.Temporal ? " and t.superseded_at is null" : "";
        await using var command = new NpgsqlCommand(
            $"select {projection.Shape.ColumnList} from {ViewTable.Name(projection.View)} t where t.id = $1{now}")
        {
            Parameters = { new() { Value = stream } },
        };
        await using var rows = await operations.ExecuteReaderAsync(command, cancel);
        return await rows.ReadAsync(cancel) ? (IRow)projection.Shape.Read(rows) : null;
    }

    private static StoredFact<IFact> Read(IEvent stored) => new(
        (IFact)stored.Data,
        stored.StreamId,
        stored.Version,
        stored.Timestamp,
        new OfficerId(Guid.Parse(stored.UserName!)),
        new AgencyId(stored.GetHeader(FactHeaders.Agency)!.ToString()!),
        Convert.ToInt32(stored.GetHeader(FactHeaders.Label)!.ToString(), CultureInfo.InvariantCulture),
        stored.GetHeader(FactHeaders.Reason)?.ToString());
}
