using System.Globalization;
using CaseManager.Server.Hosting;
using Npgsql;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// This machine's clock and the database's are within a second of each other: go-times are watched by the one
/// and recorded by the other.
/// </summary>
internal sealed class ClocksAgree(string connectionString, TimeProvider clock) : IReadinessCheck
{
    private static readonly TimeSpan _tolerated = TimeSpan.FromSeconds(1);

    public string Name => "clock";

    public async Task<string?> Problem(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("select pg_catalog.clock_timestamp()", connection);
        var before = clock.GetUtcNow();
        var theirs = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancel))!);
        var after = clock.GetUtcNow();
        // Their reading lies between ours; a slow answer is not a wrong clock.
        var skew = theirs < before ? before - theirs : theirs > after ? theirs - after : TimeSpan.Zero;
        return skew <= _tolerated ? null : string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:0.0} s apart");
    }
}
