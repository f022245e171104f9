using Npgsql;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>How this application connects, whoever runs the server.</summary>
public static class PostgresConnection
{
    /// <summary>
    /// Adds what every connection of ours needs and takes away what may leak: values given by the operator stay,
    /// except the time zone (UTC) and error detail (which would carry row contents into logs).
    /// </summary>
    public static string Complete(string connectionString) => Complete(new NpgsqlConnectionStringBuilder(connectionString));

    internal static string Complete(NpgsqlConnectionStringBuilder given)
    {
        given.Timezone = "UTC";
        given.IncludeErrorDetail = false;
        given.LogParameters = false;
        given.ApplicationName ??= "casemanager";
        SetUnlessGiven(given, "Max Auto Prepare", 100);
        SetUnlessGiven(given, "Auto Prepare Min Usages", 3);
        // Role, labels and settings of ours end with their transaction, and locks are given back by name: the statements that would
        // clear a session each time it goes back to the pool would cost more than many a question.
        SetUnlessGiven(given, "No Reset On Close", true);
        // A dead network path is noticed within seconds on our side too.
        SetUnlessGiven(given, "Tcp Keepalive", true);
        SetUnlessGiven(given, "Tcp Keepalive Time", 3);
        SetUnlessGiven(given, "Tcp Keepalive Interval", 1);
        given.Options = WithTimeouts(given.Options);
        return given.ConnectionString;
    }

    // Given per session, so that a plain server frees the locks of a parted client too (milliseconds).
    private static string WithTimeouts(string? options)
    {
        var said = options ?? "";
        foreach (var (name, value) in new[] { ("idle_in_transaction_session_timeout", 5000), ("tcp_user_timeout", 5000) })
            if (!said.Contains(name, StringComparison.Ordinal))
                said = $"{said} -c {name}={value}";
        return said.Trim();
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder given, string keyword, object value)
    {
        if (!given.ShouldSerialize(keyword)) // ContainsKey answers for every keyword it knows
            given[keyword] = value;
    }
}
