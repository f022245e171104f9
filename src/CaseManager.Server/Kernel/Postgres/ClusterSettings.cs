namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The embedded server's whole configuration, written anew at every start so that code and server agree.</summary>
internal static class ClusterSettings
{
    public static void Write(Cluster cluster, int port, EmbeddedPostgresOptions options)
    {
        var path = Path.Combine(cluster.Files, "postgresql.conf");
        File.WriteAllText(path, Text(port, options));
        if (!OperatingSystem.IsWindows()) // Written by root, read by the ordinary user; it holds no secret.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static string Text(int port, EmbeddedPostgresOptions options) => $"""
        # Written by CaseManager at every start: changes here are lost.
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        max_connections = {options.MaxConnections}

        # What was acknowledged stays.
        fsync = {OnOff(options.Durable)}
        synchronous_commit = {OnOff(options.Durable)}
        full_page_writes = {OnOff(options.Durable)}

        # A silent or parted client gives its locks back within seconds (reliability finding 9). Milliseconds and seconds.
        idle_in_transaction_session_timeout = 5000
        {(OperatingSystem.IsLinux() ? "tcp_user_timeout = 5000" : "# tcp_user_timeout: this system has none")}
        tcp_keepalives_idle = 3
        tcp_keepalives_interval = 1
        tcp_keepalives_count = 3

        timezone = 'UTC'
        log_timezone = 'UTC'

        # No personal values in the log: neither statements nor their parameters.
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_error_verbosity = terse
        log_line_prefix = '%m [%p] %e '

        shared_buffers = {options.SharedBuffersMegabytes}MB
        work_mem = 8MB
        random_page_cost = 1.1
        jit = off
        wal_compression = pglz
        max_wal_size = 2GB
        checkpoint_timeout = 10min
        """;

    private static string OnOff(bool value) => value ? "on" : "off";
}
