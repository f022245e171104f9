using System.Threading.Channels;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// Fills a view's new table: the facts stream out in stream order, many of them in parts of whole streams, each folded by itself;
/// the rows stream in as they come. What is in memory at a time is a few hundred rows, however many facts there are.
/// </summary>
internal sealed class ViewFill(NpgsqlDataSource database, FactCatalog catalog, IProjected projection, IReadOnlyList<Telling> tellings)
{
    private const int Many = 10_000;
    // By the first bit of the stream's id, which is random: the index then leads each part to its own facts only.
    private static readonly string[] Whole = [""];
    private static readonly string[] Halves = [" and e.stream_id < '80000000-0000-0000-0000-000000000000'", " and e.stream_id >= '80000000-0000-0000-0000-000000000000'"];
    private const int AtOnce = 200;
    private const int Waiting = 8;

    private readonly bool _temporal = projection.View.Temporal;
    private readonly string _names = string.Join(", ", catalog.Types
        .Where(t => projection.Folds(t.Value) || tellings.Any(told => told.Of.Folds(t.Value))).Select(t => $"'{t.Key}'"));
    private readonly Channel<List<(IRow Row, DateTimeOffset? Superseded)>> _rows =
        Channel.CreateBounded<List<(IRow, DateTimeOffset?)>>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    /// <summary>Returns how many facts were folded.</summary>
    public async Task<long> Into(NpgsqlConnection target, string table, CancellationToken cancel)
    {
        if (_names.Length == 0)
            return 0;
        var parts = await AreMany(target, cancel) ? Halves : Whole;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var folding = Fold(parts, stop.Token);
        try
        {
            await Write(target, table, stop.Token);
        }
        finally
        {
            await stop.CancelAsync(); // Once all is written there is nothing left to stop.
            await Task.WhenAny(folding);
        }
        return await folding;
    }

    private async Task<bool> AreMany(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select exists (select from {Schemas.Events}.mt_events where type in ({_names}) offset {Many})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<long> Fold(string[] parts, CancellationToken cancel)
    {
        try
        {
            var counts = await Task.WhenAll(parts.Select(part => Task.Run(() => Fold(part, cancel), cancel)));
            _rows.Writer.Complete();
            return counts.Sum();
        }
        catch (Exception fault)
        {
            _rows.Writer.TryComplete(fault);
            throw;
        }
    }

    private async Task<long> Fold(string part, CancellationToken cancel)
    {
        await using var source = await database.OpenConnectionAsync(cancel);
        await using var reading = await source.BeginTransactionAsync(cancel);
        // The larger part of a million facts is sorted in memory, or on disk at half the speed.
        await using var settings = new NpgsqlCommand("set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0; set local work_mem = '256MB'", source);
        await settings.ExecuteNonQueryAsync(cancel);
        await using var facts = await source.BeginBinaryExportAsync(
            $"copy (select {FactRows.Columns} from {Schemas.Events}.mt_events e where type in ({_names}){part} order by stream_id, version) to stdout (format binary)", cancel);
        facts.Timeout = TimeSpan.Zero; // The first row comes when all are sorted.
        var stream = new StreamFold(projection, tellings);
        var count = 0L;
        while (await facts.StartRowAsync(cancel) != -1)
        {
            stream.Take(FactRows.Read(facts, catalog));
            count++;
            if (stream.Rows.Count >= AtOnce)
                await _rows.Writer.WriteAsync(stream.Give(), cancel);
        }
        stream.End();
        await _rows.Writer.WriteAsync(stream.Give(), cancel);
        return count;
    }

    private async Task Write(NpgsqlConnection target, string table, CancellationToken cancel)
    {
        var columns = string.Join(", ", projection.Shape.Cells.Select(c => c.Sql)) + (_temporal ? ", superseded_at" : "");
        await using var copy = await target.BeginBinaryImportAsync($"copy {Schemas.Views}.{table} ({columns}) from stdin (format binary)", cancel);
        await foreach (var rows in _rows.Reader.ReadAllAsync(cancel))
        {
            foreach (var (row, superseded) in rows)
            {
                await copy.StartRowAsync(cancel);
                projection.Shape.Write(copy, row);
                if (!_temporal)
                    continue;
                if (superseded is { } at)
                    await copy.WriteAsync(at.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancel);
                else
                    await copy.WriteNullAsync(cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }
}
