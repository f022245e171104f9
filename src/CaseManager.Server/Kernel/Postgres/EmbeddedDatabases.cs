using Npgsql;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The roles and databases of the embedded server.</summary>
internal sealed class EmbeddedDatabases(int port, string password, int poolSize)
{
    public const string Main = "casemanager";

    private const string Owner = "casemanager";

    // The reading role sees rows only through row-level security; the owner may take it on, and grant it what it may read.
    private const string Roles = """
        do $$ begin
          if not exists (select from pg_roles where rolname = 'cm_read') then
            create role cm_read nologin;
          end if;
          if not exists (select from pg_roles where rolname = 'casemanager') then
            create role casemanager login createrole nosuperuser;
          end if;
        end $$;
        grant cm_read to casemanager with admin option;
        alter role casemanager set lock_timeout = '10s';
        alter role casemanager set statement_timeout = '60s';
        """;

    /// <summary>Makes what is missing. Run at every start; the second time it changes nothing.</summary>
    public async Task Prepare(CancellationToken cancel)
    {
        await using var server = await OpenAsSuperuser(cancel);
        await Run(server, Roles, cancel);
        await Run(server, $"alter role {Owner} password '{password}'", cancel);
        if (await Ask(server, $"select exists (select from pg_database where datname = '{Main}')", cancel))
            return;
        // Not every build has lz4; what the first start chooses is kept by the server.
        if (await Ask(server, "select 'lz4' = any(enumvals) from pg_settings where name = 'wal_compression'", cancel))
            await Run(server, "alter system set wal_compression = 'lz4'", cancel);
        await Create(Main, server, cancel);
    }

    public async Task<string> Create(string name, CancellationToken cancel)
    {
        await using var server = await OpenAsSuperuser(cancel);
        await Create(name, server, cancel);
        return ConnectionString(name);
    }

    public string ConnectionString(string database) =>
        PostgresConnection.Complete(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = Owner,
            Password = password,
            MaxPoolSize = poolSize,
            SslMode = SslMode.Disable,
        });

    private static Task Create(string name, NpgsqlConnection server, CancellationToken cancel) =>
        Run(server, $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" owner {Owner}", cancel);

    private async Task<NpgsqlConnection> OpenAsSuperuser(CancellationToken cancel)
    {
        var superuser = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = "postgres",
            Username = "postgres",
            Password = password,
            SslMode = SslMode.Disable,
            Pooling = false,
        };
        var connection = new NpgsqlConnection(superuser.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task Run(NpgsqlConnection server, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<bool> Ask(NpgsqlConnection server, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, server);
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
