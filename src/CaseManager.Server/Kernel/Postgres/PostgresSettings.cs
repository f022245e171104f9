using System.Globalization;
using Npgsql;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>What a PostgreSQL must promise before facts are entrusted to it.</summary>
public static class PostgresSettings
{
    /// <summary>The longest a parted client may hold its locks, in milliseconds.</summary>
    public const int LongestTimeout = 60_000;

    private static readonly string[] _durability = ["fsync", "full_page_writes", "synchronous_commit"];
    private static readonly string[] _timeouts = ["idle_in_transaction_session_timeout", "tcp_user_timeout"];

    /// <summary>
    /// The problems of the server as this application's sessions meet it, one line each; empty when it may be used.
    /// </summary>
    /// <exception cref="NpgsqlException">The server cannot be reached or refuses us.</exception>
    public static async Task<IReadOnlyList<string>> Problems(string connectionString, CancellationToken cancel = default)
    {
        var single = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(single.ConnectionString);
        await connection.OpenAsync(cancel);
        var settings = new Dictionary<string, string>();
        // pg_settings gives the timeouts in milliseconds, whatever unit they were written in.
        const string Sql = """
            select name, setting from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'TimeZone', 'server_version_num',
                           'idle_in_transaction_session_timeout', 'tcp_user_timeout')
            union all select 'platform', version()
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            settings[rows.GetString(0)] = rows.GetString(1);
        return Judge(settings);
    }

    internal static IReadOnlyList<string> Judge(IReadOnlyDictionary<string, string> settings)
    {
        var problems = new List<string>();
        var version = Number(settings, "server_version_num") / 10_000;
        if (version < PostgresBinaries.OldestMajor)
            problems.Add($"version is {version}: at least {PostgresBinaries.OldestMajor} is needed");
        foreach (var name in _durability)
            if (settings[name] == "off")
                problems.Add($"{name} is off: what was acknowledged could be lost");
        if (settings["TimeZone"] is not ("UTC" or "Etc/UTC"))
            problems.Add($"TimeZone of the session is {settings["TimeZone"]}: it must be UTC, or stored times are wrong");
        foreach (var name in _timeouts.Where(name => IsKnownTo(settings, name)))
            if (Number(settings, name) is var value && value is 0 or > LongestTimeout)
                problems.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{name} is {value} ms: a parted client would hold its locks; set it to 1..{LongestTimeout} (5000 is advised)"));
        return problems;
    }

    // The kernel option behind it exists on Linux; elsewhere the server always answers 0.
    private static bool IsKnownTo(IReadOnlyDictionary<string, string> settings, string name) =>
        name != "tcp_user_timeout" || settings["platform"].Contains("linux", StringComparison.OrdinalIgnoreCase);

    private static long Number(IReadOnlyDictionary<string, string> settings, string name) =>
        long.Parse(settings[name], CultureInfo.InvariantCulture);
}
