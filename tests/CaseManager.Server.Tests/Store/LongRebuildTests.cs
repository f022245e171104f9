using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>With a million facts a view's indexes take minutes to build: no time-out of a request ends that.</summary>
public sealed class LongRebuildTests
{
    [Fact]
    public async Task A_rebuild_takes_as_long_as_it_takes()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(new NpgsqlConnectionStringBuilder(database) { CommandTimeout = 1 }.ConnectionString);
        await using var connection = await Query.Open(database);
        await using var writing = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("set local idle_in_transaction_session_timeout = 0; lock table es.mt_events in row exclusive mode", connection);
        await hold.ExecuteNonQueryAsync();

        var rebuild = node.Services.GetRequiredService<ViewRebuild>().All("officer", CancellationToken.None);
        await Until.True(async () => rebuild.IsCompleted || await Query.Count(database,
            "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '3 seconds'") > 0, "The rebuild neither waits nor ends.");
        Assert.False(rebuild.IsCompleted);
        await writing.CommitAsync();

        Assert.Equal(0, await rebuild);
    }
}
