using Npgsql;

namespace CaseManager.Server.Tests.Store;

/// <summary>Looks at a database past every door, as the tables' owner.</summary>
internal static class Query
{
    public static Task Run(string database, string sql) => One<object>(database, sql);

    public static async Task<T?> One<T>(string database, string sql)
    {
        await using var connection = await Open(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public static async Task<long> Count(string database, string from) => await One<long>(database, "select count(*) from " + from);

    /// <summary>The first column of every row.</summary>
    public static async Task<IReadOnlyList<string>> Texts(string database, string sql)
    {
        await using var connection = await Open(database);
        return await Texts(connection, sql);
    }

    public static async Task<IReadOnlyList<string>> Texts(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            texts.Add(rows.GetString(0));
        return texts;
    }

    // Not pooled: some of these servers are killed, and a pooled connection would remember it.
    public static async Task<NpgsqlConnection> Open(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
