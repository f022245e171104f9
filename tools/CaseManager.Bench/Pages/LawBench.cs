using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Bench.Pages;

/// <summary>
/// P9: what the law costs the database. The same questions, each in a transaction and a round trip of its own, as the reader asks them: under the
/// readers' role with rights compared and labels set, and on the owner's role without. Runs last: it spreads the timeline's rows over 5,000 labels.
/// </summary>
internal sealed class LawBench(NpgsqlDataSource pool)
{
    private const int Labels = 5_000;
    private const string Page = """select t.* from rm.timeline_entry t where t."case" = $1 and t.superseded_at is null order by t.occurred_at desc, t.id desc limit 51""";
    private const string Count = """select count(*) from rm.timeline_entry t where t."case" = $1 and t.superseded_at is null""";
    private const string Detail = "select t.* from rm.timeline_entry t where t.id = $1 and t.superseded_at is null";
    private const string Plan = "set_config('plan_cache_mode', 'force_generic_plan', true)";

    private static readonly (string Name, int Of)[] _shares = [("half", Labels / 2), ("9 %", Labels * 9 / 100)];

    public async Task Run(Rounds rounds)
    {
        await Spread();
        var file = Seeded.Case(0).Value;
        foreach (var (share, readable) in _shares)
        {
            // Spread over all numbers, so that neighbours are hidden from each other.
            var numbers = Enumerable.Range(0, readable).Select(i => 1 + (int)((long)i * Labels / readable)).ToArray();
            var labels = ReadableLabels.Text(ReadableLabels.With([], numbers));
            var seen = await One(numbers, file);
            foreach (var (name, sql, id) in new[] { ("page", Page, file), ("count", Count, file), ("detail", Detail, seen) })
            {
                var found = await rounds.Run(1,
                    new Variant("owner", _ => Owner(sql, id)), new Variant("law", _ => Law(sql, id, labels)), new Variant("law, nothing asked", _ => Law("select 1 where $1 is not null", id, labels)),
                    new Variant("owner, nothing asked", _ => Owner("select 1 where $1 is not null", id)));
                found.Print($"P9 {name}, {share} of {Labels} labels readable");
                Console.WriteLine(await Explain(sql, id, null));
                Console.WriteLine(await Explain(sql, id, labels));
                Figures.Add("P9", ("readable-percent", 100.0 * readable / Labels), (name, found.TimeRatio("law", "owner").Median), (name + "-cpu", found.CpuRatio("law", "owner").Median),
                    ("rights-alone", found.TimeRatio("law, nothing asked", "owner, nothing asked").Median), (name + "-ms", found.Time("law")), (name + "-without-ms", found.Time("owner")));
            }
        }
    }

    private async Task Spread()
    {
        await using var connection = await pool.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"set statement_timeout = 0; update rm.timeline_entry set label = 1 + abs(hashtext(id::text)) % {Labels}; vacuum (analyze) rm.timeline_entry", connection) { CommandTimeout = 0 };
        foreach (var statement in command.CommandText.Split("; "))
        {
            await using var one = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await one.ExecuteNonQueryAsync();
        }
        await using var count = new NpgsqlCommand("select count(*), count(distinct label) from rm.timeline_entry", connection) { CommandTimeout = 0 };
        await using var rows = await count.ExecuteReaderAsync();
        await rows.ReadAsync();
        Console.WriteLine($"  {rows.GetInt64(0)} rows under {rows.GetInt64(1)} labels");
    }

    // One that is read in vain costs nothing.
    private async Task<Guid> One(int[] labels, Guid file)
    {
        await using var command = pool.CreateCommand("""select id from rm.timeline_entry where "case" = $1 and superseded_at is null and label = any($2) limit 1""");
        command.Parameters.Add(new() { Value = file });
        command.Parameters.Add(new() { Value = labels });
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    // What was looked at, for the question and for the question under the law.
    private async Task<string> Explain(string sql, Guid id, string? labels)
    {
        await using var connection = await pool.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var set = new NpgsqlCommand($"select {Plan}, set_config('cm.labels', $1, true){(labels is null ? "" : ", set_config('role', 'cm_read', true)")}", connection) { Parameters = { new() { Value = labels ?? "" } } };
        await set.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"explain (analyze, buffers, costs off, timing off, summary off) {sql}", connection) { Parameters = { new() { Value = id } } };
        await using var rows = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
            lines.Add($"      {rows.GetString(0)}");
        return string.Join(Environment.NewLine, lines);
    }

    private Task Owner(string sql, Guid id) => Ask(new($"select {Plan}"), sql, id);

    private Task Law(string sql, Guid id, string labels) => Ask(
        new($"{Standings.Watermark}, set_config('role', 'cm_read', true), {Plan}, set_config('cm.labels', $2, true)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = Seeded.Officer(0).Value }, new NpgsqlParameter<string> { TypedValue = labels } },
        }, sql, id);

    private async Task Ask(NpgsqlBatchCommand before, string sql, Guid id)
    {
        await using var connection = await pool.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { before, new(sql) { Parameters = { new() { Value = id, NpgsqlDbType = NpgsqlDbType.Uuid } } }, new("commit") } };
        await using var rows = await batch.ExecuteReaderAsync();
        do
        {
            while (await rows.ReadAsync())
            {
            }
        }
        while (await rows.NextResultAsync());
    }
}
