using System.Diagnostics;
using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Tests.Support;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>The embedded server comes up, refuses company, and survives what kills it.</summary>
public class EmbeddedPostgresTests
{
    [Fact]
    public async Task What_was_stored_is_there_after_a_restart_and_the_port_is_the_same()
    {
        var first = await TestPostgres.StartAlone();
        await Run(first.ConnectionString, "create table told (id int); insert into told values (1)");
        await first.DisposeAsync();

        var again = await EmbeddedPostgres.Start(new() { Folder = first.Folder });
        Assert.Equal(1L, await Ask(again.ConnectionString, "select count(*) from told"));
        Assert.Equal(Port(first), Port(again));
        await TestPostgres.Remove(again);
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_is_refused_and_says_who_holds_it()
    {
        var server = await TestPostgres.StartAlone(durable: false);
        var refused = await Assert.ThrowsAsync<PostgresUnavailableException>(
            () => EmbeddedPostgres.Start(new() { Folder = server.Folder }));
        Assert.Contains($"in use by process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Ask(server.ConnectionString, "select 1"));
        await TestPostgres.Remove(server);
    }

    [Fact]
    public async Task After_postgres_is_killed_it_starts_again_with_everything_acknowledged()
    {
        var server = await TestPostgres.StartAlone();
        await Run(server.ConnectionString, "create table told (id int)");
        for (var id = 0; id < 50; id++)
            await Run(server.ConnectionString, $"insert into told values ({id})");
        Kill(server.ProcessId);
        await server.StartAgain();
        Assert.Equal(50L, await Ask(server.ConnectionString, "select count(*) from told"));
        await TestPostgres.Remove(server);
    }

    [Fact]
    public async Task A_postgres_left_over_by_a_killed_server_is_stopped_and_the_store_opened()
    {
        var folder = TestPostgres.NewFolder();
        var first = await EmbeddedPostgres.Start(new() { Folder = folder });
        await Run(first.ConnectionString, "create table told (id int)");
        await first.DisposeAsync();
        var orphan = await Orphan.Start(first);

        var server = await EmbeddedPostgres.Start(new() { Folder = folder });
        Assert.NotEqual(orphan, server.ProcessId);
        Assert.False(Orphan.StillWorks(orphan));
        Assert.Equal(0L, await Ask(server.ConnectionString, "select count(*) from told"));
        await TestPostgres.Remove(server);
    }

    [Fact]
    public async Task A_pid_file_naming_a_stranger_prevents_nothing_and_the_stranger_lives()
    {
        var first = await TestPostgres.StartAlone(durable: false);
        var pidFile = Path.Combine(first.Folder, "cluster", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        await first.DisposeAsync();
        lines[0] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture); // recycled: it is us now
        await File.WriteAllLinesAsync(pidFile, lines);
        await File.WriteAllTextAsync(Path.Combine(first.Folder, "owner"), "4194303");

        var again = await EmbeddedPostgres.Start(new() { Folder = first.Folder, Durable = false });
        Assert.Equal(1, await Ask(again.ConnectionString, "select 1"));
        await TestPostgres.Remove(again);
    }

    [Fact]
    public async Task A_store_half_made_is_made_anew()
    {
        var folder = TestPostgres.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "cluster.partial", "base"));
        var server = await EmbeddedPostgres.Start(new() { Folder = folder, Durable = false });
        Assert.Equal(1, await Ask(server.ConnectionString, "select 1"));
        await TestPostgres.Remove(server);
    }

    [Fact]
    public async Task The_application_is_no_superuser_but_may_take_on_and_grant_the_reading_role()
    {
        var database = await TestPostgres.NewDatabase();
        Assert.Equal(false, await Ask(database, "select rolsuper from pg_roles where rolname = current_user"));
        await Run(database, "create table t (id int); grant select on t to cm_read; create extension btree_gist; create extension pg_trgm");
        Assert.Equal("cm_read", await Ask(database, "set role cm_read; select current_user::text"));
        Assert.Equal("UTC", await Ask(database, "show timezone"));
    }

    [Fact]
    public async Task Only_this_machine_can_connect_and_only_with_the_password()
    {
        var server = await TestPostgres.Fast;
        var withoutPassword = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" };
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Ask(withoutPassword.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.Equal("127.0.0.1", await Ask(server.ConnectionString, "show listen_addresses"));
    }

    private static string Port(EmbeddedPostgres server) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static async Task Run(string connectionString, string sql) => await Ask(connectionString, sql);

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        // No pool: these servers come and go, and a pooled connection would remember the last one's end.
        var single = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(single.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
