using System.Text.Json;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Bench.World;

/// <summary>Stores a world by binary COPY, past the ledger; the views then follow by the product's own rebuild, through the same fold.</summary>
internal sealed class BulkLoad(BenchHost host)
{
    // The owner's own rows are under row-level security, with which COPY does not go; and the guards stamp times of their own.
    private const string Lift = $"""
        alter table {Schemas.Events}.mt_events no force row level security;
        alter table {Schemas.Events}.mt_events disable trigger user;
        alter table {Schemas.Events}.mt_events_default disable trigger user;
        """;

    private const string Restore = $"""
        alter table {Schemas.Events}.mt_events force row level security;
        alter table {Schemas.Events}.mt_events enable trigger user;
        alter table {Schemas.Events}.mt_events_default enable trigger user;
        """;

    /// <summary>Returns how many facts were stored.</summary>
    public async Task<long> Load(Seeded world)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await Run(connection, "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, Lift);
        await Streams(connection, world);
        var facts = await Facts(connection, world);
        await Run(connection, Restore);
        await Run(connection, $"select setval('{Schemas.Events}.mt_events_sequence', {facts})");
        await transaction.CommitAsync();
        await host.Get<ViewRebuild>().All(null, CancellationToken.None);
        // As a store is that has run for a while.
        await Run(connection, "vacuum (analyze)");
        return facts;
    }

    private static async Task Streams(NpgsqlConnection connection, Seeded world)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            $"copy {Schemas.Events}.mt_streams (id, version, timestamp, created, is_archived) from stdin (format binary)");
        foreach (var stream in world.Streams())
        {
            await rows.StartRowAsync();
            await rows.WriteAsync(stream.Id, NpgsqlDbType.Uuid);
            await rows.WriteAsync((long)stream.Facts.Count, NpgsqlDbType.Bigint);
            await rows.WriteAsync(stream.Facts[^1].By.At, NpgsqlDbType.TimestampTz);
            await rows.WriteAsync(stream.Facts[0].By.At, NpgsqlDbType.TimestampTz);
            await rows.WriteAsync(false, NpgsqlDbType.Boolean);
        }
        await rows.CompleteAsync();
    }

    private async Task<long> Facts(NpgsqlConnection connection, Seeded world)
    {
        var labels = host.Get<Labels>();
        var catalog = host.Get<FactCatalog>();
        await using var rows = await connection.BeginBinaryImportAsync(
            $"copy {Schemas.Events}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name, is_archived) from stdin (format binary)");
        var sequence = 0L;
        foreach (var stream in world.Streams())
        {
            var label = await labels.Number(stream.Label, CancellationToken.None);
            var version = 0L;
            var last = DateTimeOffset.MinValue;
            foreach (var (fact, by) in stream.Facts)
            {
                // As the database's own stamp: later than the fact before it.
                last = by.At > last ? by.At : last.AddMicroseconds(1);
                await rows.StartRowAsync();
                await rows.WriteAsync(++sequence, NpgsqlDbType.Bigint);
                await rows.WriteAsync(NameId.For("bench-fact", $"{sequence}"), NpgsqlDbType.Uuid);
                await rows.WriteAsync(stream.Id, NpgsqlDbType.Uuid);
                await rows.WriteAsync(++version, NpgsqlDbType.Bigint);
                await rows.WriteAsync(JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options), NpgsqlDbType.Jsonb);
                await rows.WriteAsync(catalog.NameOf(fact), NpgsqlDbType.Varchar);
                await rows.WriteAsync(last, NpgsqlDbType.TimestampTz);
                await rows.WriteAsync($"{fact.GetType().FullName}, {fact.GetType().Assembly.GetName().Name}", NpgsqlDbType.Varchar);
                await rows.WriteAsync(Headers(by.Agency.Code, label), NpgsqlDbType.Jsonb);
                await rows.WriteAsync(by.Officer.Value.ToString(), NpgsqlDbType.Varchar);
                await rows.WriteAsync(false, NpgsqlDbType.Boolean);
            }
        }
        await rows.CompleteAsync();
        return sequence;
    }

    private static string Headers(string agency, int label) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { [FactHeaders.Agency] = agency, [FactHeaders.Label] = label });

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
