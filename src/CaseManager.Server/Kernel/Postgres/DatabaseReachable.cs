using CaseManager.Server.Hosting;
using Npgsql;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The database answers a question of ours.</summary>
internal sealed class DatabaseReachable(string connectionString) : IReadinessCheck
{
    public string Name => "database";

    public async Task<string?> Problem(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("select 1", connection);
        return await command.ExecuteScalarAsync(cancel) is 1 ? null : "no answer";
    }
}
