using CaseManager.Domain.Access;
using CaseManager.Server.Hosting;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Health;

/// <summary>Asks the checks and the database's own books. Of records nothing is read but how many there are.</summary>
public sealed class HealthReader(NpgsqlDataSource database, Standings standings, ViewLag lag, IEnumerable<IReadinessCheck> checks, TimeProvider clock)
{
    private const string Views =
        $"""
        select v.name, nullif(c.reltuples, -1)::bigint, v.built_at from cm.view_state v
        join pg_class c on c.relname = v.name join pg_namespace n on n.oid = c.relnamespace and n.nspname = '{Schemas.Views}' order by v.name
        """;

    // A partitioned table's own figure is not kept up to date, those of its parts are.
    private const string Facts =
        $"""
        select (select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint from pg_partition_tree('{Schemas.Events}.mt_events') p join pg_class c on c.oid = p.relid where p.isleaf),
            (select timestamp from {Schemas.Events}.mt_events order by seq_id desc limit 1)
        """;

    private const string In = $"{Schemas.Messages}.wolverine_incoming_envelopes";

    private const string Messages =
        $"""
        select (select count(*)::int from (select from {In} where status = 'Incoming' limit 1000) w),
            (select count(*)::int from (select from {In} where status = 'Scheduled' and execution_time < now() - interval '5 seconds' limit 1000) l),
            (select count(*)::int from (select from {In} where status <> 'Handled' and attempts > 0 limit 1000) f),
            (select count(*)::int from (select from {Schemas.Messages}.wolverine_outgoing_envelopes limit 1000) o),
            (select count(*)::int from (select from {Schemas.Messages}.wolverine_dead_letters limit 1000) d),
            (select min(execution_time) from {In} where status = 'Scheduled')
        """;

    /// <summary>Null when the caller may not know.</summary>
    public async Task<SystemHealth?> For(Caller caller, CancellationToken cancel)
    {
        // It is not read in the request's snapshot, so the rights are read anew.
        if (!AccessLaw.MayReadHealth((await standings.Refresh(caller, cancel)).Rights, clock.GetUtcNow()))
            return null;
        var found = await Readiness.Ask(checks, cancel);
        var behind = await lag.Behind(cancel);
        await using var batch = database.CreateBatch();
        foreach (var question in new[] { Views, Facts, Messages })
            batch.BatchCommands.Add(new(question));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var views = new List<ViewHealth>();
        while (await rows.ReadAsync(cancel))
            if (behind.TryGetValue(rows.GetString(0), out var missing))
                views.Add(new ViewHealth(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetInt64(1), rows.GetFieldValue<DateTimeOffset>(2), missing));
        await Next(rows, cancel);
        var (facts, newest) = (rows.GetInt64(0), Time(rows, 1));
        await Next(rows, cancel);
        var messages = new MessageHealth(rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4), Time(rows, 5));
        return new SystemHealth([.. found.Select(f => new HealthCheck(f.Name, f.Problem is null, f.Problem))], views, messages, facts, newest);
    }

    private static async Task Next(NpgsqlDataReader rows, CancellationToken cancel)
    {
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
    }

    private static DateTimeOffset? Time(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetFieldValue<DateTimeOffset>(column);
}
