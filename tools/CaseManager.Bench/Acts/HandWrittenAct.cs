using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseManager.Bench.World;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Facts;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Bench.Acts;

/// <summary>
/// What a careful programmer would write for this one act and no other: two statements, prepared on a connection of one's own, on the
/// same tables with the same guards. The floor that the ledger is measured against.
/// </summary>
internal sealed class HandWrittenAct : IAsyncDisposable
{
    private const string Look = """
        select f.stage, f.label, s.version, now(),
               coalesce((select epoch from cm.officer_epoch where officer_id = $1), 0),
               exists (select from cm.command where officer_id = $1 and key = $3),
               exists (select from rm.officer_grant g, jsonb_array_elements(g.periods) p
                       where g.officer = $1 and g.scope_id = $2 and p ->> 'role' = any($4)
                         and (p ->> 'from')::timestamptz <= now() and ((p ->> 'until') is null or (p ->> 'until')::timestamptz > now()))
        from rm.case_file f join es.mt_streams s on s.id = f.id where f.id = $2 and f.superseded_at is null
        """;

    private const string Columns =
        "id, version, label, changed_at, \"case\", recorded_at, recorded_by, changed_by, originator, text, precision, occurred_at, "
        + "occurred_until, occurred_zone, source_kind, source_reference, tags, tlp, attachments, corrected, derived";

    // With the same words for the search as the product writes.
    private static readonly string Write = $"""
        with held as (select id from es.mt_streams where id = $1 and version = $2 for share),
        command as (insert into cm.command (officer_id, key, fingerprint, outcome) select $3, $4, $5, $6 from held),
        stream as (insert into es.mt_streams (id, version, timestamp) select $7, 1, now() from held),
        fact as (insert into es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, correlation_id, causation_id, is_archived)
            select nextval('es.mt_events_sequence'), $8, $7, 1, $9, 'entry.recorded.v1', now(), '*DEFAULT*', $10, $11, $12, $4, $4, false from held)
        insert into rm.timeline_entry ({Columns}, words)
        select written.*, {EntryRow.View.Searched!.Words(EntryRow.View.Shape, "written")}
        from (select $7, 1, $13, now(), $1, now(), $3, $3, $14, $15, 'Instant', $16, $16, $17, 'OfficerReport', 'R-1', $18, 'Amber', '[]'::jsonb, false, false
            from held) written({Columns})
        """;

    private static readonly DateTimeOffset Occurred = new(2026, 4, 18, 20, 0, 0, TimeSpan.Zero);
    private static readonly string[] Roles = ["PrimaryInvestigator", "TeamCommander", "Investigator", "FileCoordinator"];

    private readonly Seeded _world;
    private readonly NpgsqlDataSource _pool;
    private readonly Desk[] _desks;

    private HandWrittenAct(Seeded world, NpgsqlDataSource pool, Desk[] desks) => (_world, _pool, _desks) = (world, pool, desks);

    public static async Task<HandWrittenAct> Open(BenchHost host, Seeded world, int callers)
    {
        var pool = new NpgsqlDataSourceBuilder(host.ConnectionString).Build();
        var desks = new Desk[callers];
        for (var i = 0; i < callers; i++)
            desks[i] = await Desk.Open(pool);
        return new(world, pool, desks);
    }

    public async Task Once(int caller)
    {
        var desk = _desks[caller];
        var onCase = Desks.CaseFor(caller, _world.Cases);
        var (file, officer) = (Seeded.Case(onCase).Value, Seeded.Officer(Desks.LeadOf(onCase)).Value);
        var key = Guid.NewGuid().ToString("N");
        var (label, version) = await Find(desk, file, officer, key);

        var entry = Guid.NewGuid();
        var fact = new EntryRecorded(
            new EntryId(entry), new CaseId(file), LedgerAct.Text, new Occurrence(Precision.Instant, "America/Toronto", Occurred, Occurred, null, null),
            new EntrySource(SourceKind.OfficerReport, "R-1"), null, ["surveillance"], new AgencyId(Seeded.Agency), Tlp.Amber, null, []);
        object[] values =
        [
            file, version, officer, key, SHA256.HashData(Encoding.UTF8.GetBytes(key)), $$"""{"id":"{{entry}}","version":1}""", entry, Guid.NewGuid(),
            JsonSerializer.Serialize(fact, FactJson.Options), "CaseManager.Domain.Cases.EntryRecorded, CaseManager.Domain",
            $$"""{"agency":"{{Seeded.Agency}}","label":{{label}},"command":"{{key}}"}""", officer.ToString(), label, Seeded.Agency, LedgerAct.Text, Occurred,
            "America/Toronto", new[] { "surveillance" },
        ];
        for (var i = 0; i < values.Length; i++)
            desk.Write.Parameters[i].Value = values[i];
        if (await desk.Write.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("Another act came first.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
            await desk.Connection.DisposeAsync();
        await _pool.DisposeAsync();
    }

    private static async Task<(int Label, long Version)> Find(Desk desk, Guid file, Guid officer, string key)
    {
        desk.Look.Parameters[0].Value = officer;
        desk.Look.Parameters[1].Value = file;
        desk.Look.Parameters[2].Value = key;
        desk.Look.Parameters[3].Value = Roles;
        await using var found = await desk.Look.ExecuteReaderAsync();
        await found.ReadAsync();
        if (found.GetString(0) == nameof(Stage.Closed) || found.GetBoolean(5) || !found.GetBoolean(6))
            throw new InvalidOperationException("Refused.");
        return (found.GetInt32(1), found.GetInt64(2));
    }

    private sealed record Desk(NpgsqlConnection Connection, NpgsqlCommand Look, NpgsqlCommand Write)
    {
        private static readonly NpgsqlDbType[] LookTypes = [NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text];

        private static readonly NpgsqlDbType[] WriteTypes =
        [
            NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Jsonb, NpgsqlDbType.Uuid,
            NpgsqlDbType.Uuid, NpgsqlDbType.Jsonb, NpgsqlDbType.Text, NpgsqlDbType.Jsonb, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Text,
            NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text,
        ];

        public static async Task<Desk> Open(NpgsqlDataSource pool)
        {
            var connection = await pool.OpenConnectionAsync();
            return new(connection, await Prepared(connection, HandWrittenAct.Look, LookTypes), await Prepared(connection, HandWrittenAct.Write, WriteTypes));
        }

        private static async Task<NpgsqlCommand> Prepared(NpgsqlConnection connection, string sql, NpgsqlDbType[] types)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var type in types)
                command.Parameters.Add(new() { NpgsqlDbType = type });
            await command.PrepareAsync();
            return command;
        }
    }
}
