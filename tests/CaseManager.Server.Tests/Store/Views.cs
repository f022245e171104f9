using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Tests.Store;

/// <summary>All views of a database as text, row by row, and what a fold of all facts in memory says they should be.</summary>
internal static class Views
{
    private static readonly FactCatalog Catalog = Composition.Catalog();

    /// <summary>Every row of every view with all its columns.</summary>
    public static async Task<IReadOnlyList<string>> Live(string database)
    {
        await using var connection = await Query.Open(database);
        var all = new List<string>();
        foreach (var projection in Catalog.Projections)
            all.AddRange(await Rows(connection, projection, ViewTable.Name(projection.View)));
        return all;
    }

    /// <summary>The same from the facts alone, folded here; the database only writes the values down.</summary>
    public static async Task<IReadOnlyList<string>> Folded(string database)
    {
        await using var connection = await Query.Open(database);
        var streams = (await Facts(connection)).GroupBy(f => f.Stream).Select(s => s.OrderBy(f => f.Version).ToArray()).ToArray();
        var all = new List<string>();
        foreach (var projection in Catalog.Projections)
        {
            var table = "fold_" + projection.View.Table;
            await Query.Texts(connection, $"create temporary table {table} (like {ViewTable.Name(projection.View)} including defaults)");
            foreach (var page in streams.Where(s => projection.Folds(s[0].Fact)).SelectMany(s => Fold(projection, s)).Chunk(500))
                await Write(connection, projection, table, page);
            foreach (var page in Catalog.Tellings.Where(t => t.In == projection).SelectMany(t => Told(t, streams)).Chunk(500))
                await Write(connection, projection, table, page);
            all.AddRange(await Rows(connection, projection, table));
        }
        return all;
    }

    /// <summary>What only one of two has, marked by side; empty when they are equal to the byte.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> live, IReadOnlyList<string> other) =>
        [.. live.Except(other).Select(row => "only live: " + row), .. other.Except(live).Select(row => "only other: " + row),
            .. live.Count == other.Count ? Array.Empty<string>() : [$"{live.Count} rows against {other.Count}"]];

    private static async Task<List<StoredFact<IFact>>> Facts(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            // Marten marks the place of an append that was rolled back with a fact of its own.
            $"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.type <> 'tombstone'", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var facts = new List<StoredFact<IFact>>();
        while (await rows.ReadAsync())
            facts.Add(FactRows.Read(rows, Catalog));
        return facts;
    }

    private static IEnumerable<(IRow Row, DateTimeOffset? Superseded)> Fold(IProjected projection, StoredFact<IFact>[] facts)
    {
        IRow? row = null;
        for (var i = 0; i < facts.Length; i++)
        {
            row = projection.Evolve(row, facts[i]);
            var last = i == facts.Length - 1;
            if (last || projection.View.Temporal)
                yield return (projection.Shown(row, facts[i].Marked), last ? null : facts[i + 1].RecordedAt);
        }
    }

    private static IEnumerable<(IRow Row, DateTimeOffset? Superseded)> Told(Telling telling, IEnumerable<StoredFact<IFact>[]> streams) => streams
        .Where(s => telling.Of.Folds(s[0].Fact)).SelectMany(s => telling.Tell(null, s)).Select(told => (told.Row, (DateTimeOffset?)null));

    private static async Task Write(
        NpgsqlConnection connection, IProjected projection, string table, (IRow Row, DateTimeOffset? Superseded)[] page)
    {
        var cells = projection.Shape.Cells;
        var columns = string.Join(", ", cells.Select(c => c.Sql)) + (projection.View.Temporal ? ", superseded_at" : "");
        var places = string.Join(", ", Enumerable.Range(1, cells.Count + (projection.View.Temporal ? 1 : 0)).Select(n => $"${n}"));
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (row, superseded) in page)
        {
            var command = new NpgsqlBatchCommand($"insert into {table} ({columns}) values ({places})");
            foreach (var cell in cells)
                command.Parameters.Add(cell.Parameter(row));
            if (projection.View.Temporal)
                command.Parameters.Add(new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz, Value = superseded?.ToUniversalTime() ?? (object)DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task<IEnumerable<string>> Rows(NpgsqlConnection connection, IProjected projection, string table)
    {
        // Named columns: a view rebuilt by a later version may have them in another order.
        var columns = string.Join(", ", projection.Shape.Cells.Select(c => "t." + c.Sql)) + (projection.View.Temporal ? ", t.superseded_at" : "");
        var rows = await Query.Texts(connection, $"select row({columns})::text from {table} t order by t.id, t.version");
        return rows.Select(row => $"{projection.View.Table} {row}");
    }
}
