using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Connections go back to the pool without being cleared: so nothing may be left on one.</summary>
public sealed class PooledConnectionTests
{
    // Rented together they are all that lie idle, and some new ones.
    private const int Rented = 12;

    private const string LeftBehind =
        """
        select concat_ws(', ',
            case when current_user <> session_user then 'role ' || current_user end,
            'labels ' || nullif(current_setting('cm.labels', true), ''),
            (select 'listens to ' || string_agg(c, ' ') from pg_listening_channels() c),
            (select 'lock ' || string_agg(objid::text, ' ') from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'),
            (select 'table ' || string_agg(relname, ' ') from pg_class where relnamespace = pg_my_temp_schema()),
            (select 'setting ' || string_agg(name, ' ') from pg_settings where source = 'session'))
        """;

    [Fact]
    public async Task Nothing_of_one_user_is_left_on_a_connection_for_the_next()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        await using var second = await Node.On(database, running: true, schema: false);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var guest = await node.Arrives(Node.Officer("guest"));
        var onCase = await node.OpenedCase(lead, "CFP-2026-10");
        await using var follower = new Follower(node, lead, onCase);
        Acts.Done(await node.Grant(lead, onCase, guest, DateTimeOffset.UtcNow.AddSeconds(2)));
        Assert.Equal("case.number-taken", (await node.Open(lead, "CFP-2026-10")).Refusal?.Code);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            var entry = Acts.Done(await node.Record(lead, onCase, $"entry {n}"));
            await node.Correct(guest, entry, 1, $"corrected {n}");
        }));
        await Until.True(async () => await Query.Count(database, "es.mt_events where type = 'grant.expired.v1'") == 1, "No message was handled.");
        await Until.True(async () => await Query.Count(database,
            "pg_locks l join pg_stat_activity a using (pid) where locktype = 'advisory' and datname = current_database()") > 0, "Nobody leads the nodes.");

        foreach (var pool in new[] { node, second }.Select(n => n.Services.GetRequiredService<NpgsqlDataSource>()))
            Assert.Equal([""], (await Left(pool)).Distinct());
    }

    [Theory]
    [InlineData("set role cm_read", "role cm_read")]
    [InlineData("select set_config('cm.labels', 'x4', false)", "labels x4")]
    [InlineData("listen anything", "listens to anything")]
    [InlineData("select pg_advisory_lock(7)", "lock 7")]
    [InlineData("create temporary table scratch ()", "table scratch")]
    [InlineData("set search_path to es", "setting search_path")]
    public async Task What_is_left_on_a_connection_is_found(string left, string found)
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var pool = node.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var command = pool.CreateCommand(left))
            await command.ExecuteNonQueryAsync();
        Assert.Contains(await Left(pool), what => what.Contains(found, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Left(NpgsqlDataSource pool)
    {
        var rented = new List<NpgsqlConnection>();
        try
        {
            for (var i = 0; i < Rented; i++)
                rented.Add(await pool.OpenConnectionAsync());
            return [.. await Task.WhenAll(rented.Select(async c => (await Query.Texts(c, LeftBehind)).Single()))];
        }
        finally
        {
            foreach (var connection in rented)
                await connection.DisposeAsync();
        }
    }
}
