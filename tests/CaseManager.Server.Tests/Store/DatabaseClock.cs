using Npgsql;

namespace CaseManager.Server.Tests.Store;

/// <summary>The database's clock as those who connect in a certain way see it: behind every machine's, until it is put right.</summary>
internal static class DatabaseClock
{
    /// <summary>The connection string under which it is earlier.</summary>
    public static async Task<string> SetBack(string database, TimeSpan by)
    {
        await Query.Run(database, $"""
            create schema slow;
            create table slow.clock as select interval '{by.TotalSeconds} seconds' as behind;
            create function slow.now() returns timestamptz language sql stable as 'select pg_catalog.now() - behind from slow.clock';
            create function slow.clock_timestamp() returns timestamptz language sql volatile as 'select pg_catalog.clock_timestamp() - behind from slow.clock';
            grant usage on schema slow to public;
            grant select on slow.clock to public;
            """);
        return new NpgsqlConnectionStringBuilder(database) { SearchPath = "slow, pg_catalog, public" }.ConnectionString;
    }

    public static Task PutRight(string database) => Query.Run(database, "update slow.clock set behind = '0'");
}
