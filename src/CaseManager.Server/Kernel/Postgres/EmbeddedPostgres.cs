using System.Net;
using System.Net.Sockets;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// A PostgreSQL of our own, for development and tests: found or fetched, run as an ordinary user, listening on
/// 127.0.0.1 only, and ended when this is disposed of or this process dies.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly FolderLock _lock;
    private readonly Cluster _cluster;
    private readonly PostgresBinaries _binaries;
    private readonly EmbeddedPostgresOptions _options;
    private readonly EmbeddedDatabases _databases;
    private Postmaster _postmaster;

    private EmbeddedPostgres(
        FolderLock @lock, Cluster cluster, PostgresBinaries binaries, EmbeddedPostgresOptions options, EmbeddedDatabases databases,
        Postmaster postmaster)
    {
        (_lock, _cluster, _binaries, _options, _databases, _postmaster) = (@lock, cluster, binaries, options, databases, postmaster);
    }

    /// <summary>To the database <c>casemanager</c>, as its owner, a role that is not a superuser.</summary>
    public string ConnectionString => _databases.ConnectionString(EmbeddedDatabases.Main);

    /// <summary>The folder the store is really in: the one wished for, unless the database user cannot go there.</summary>
    public string Folder => _cluster.Folder;

    /// <summary>The server's process id.</summary>
    public int ProcessId => _postmaster.ProcessId;

    /// <summary>Completes when the server ended, also by itself; where it cannot be watched (not on Linux), never.</summary>
    public Task Ended => _postmaster.Ended;

    /// <summary>Starts the server, making the store first if there is none.</summary>
    /// <exception cref="PostgresUnavailableException">Nothing to run, the folder is in use, or the server did not come up.</exception>
    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var wished = Path.GetFullPath(options.Folder ?? DefaultFolder());
        var user = await RunAs.Choose(Path.Combine(wished, "cluster"), options.Say, cancel);
        var folder = await ReachableFolder.ForStore(wished, user, options.Say, cancel);
        var held = FolderLock.Take(folder);
        try
        {
            if (folder != wished) // the store found elsewhere may have an owner already
                user = await RunAs.Choose(Path.Combine(folder, "cluster"), options.Say, cancel);
            var cluster = new Cluster(folder, user);
            var binaries = await PostgresBinaries.Find(cluster.Major, user, options.Say, cancel);
            await OrphanedPostgres.Clear(cluster, binaries, options.Say, cancel);
            await cluster.Initialise(binaries, options.Durable, cancel);
            var port = FreePort(options.Port ?? cluster.LastPort);
            ClusterSettings.Write(cluster, port, options);
            var postmaster = await Postmaster.Start(cluster, binaries, cancel);
            cluster.Keep(port);
            var databases = new EmbeddedDatabases(port, cluster.Password, options.PoolSize);
            await databases.Prepare(cancel);
            return new(held, cluster, binaries, options, databases, postmaster);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Whether no process holds the store in that folder.</summary>
    public static bool IsUnused(string folder) => FolderLock.IsFree(folder);

    /// <summary>Makes a further database and answers with the connection string of its owner, the application's role.</summary>
    public Task<string> CreateDatabase(string name, CancellationToken cancel = default) => _databases.Create(name, cancel);

    /// <summary>Starts the server again on the same port and files after it was killed.</summary>
    public async Task StartAgain(CancellationToken cancel = default)
    {
        await _postmaster.Ended.WaitAsync(cancel);
        await OrphanedPostgres.Clear(_cluster, _binaries, _options.Say, cancel);
        _postmaster = await Postmaster.Start(_cluster, _binaries, cancel);
    }

    /// <summary>Stops the server (orderly if it is a durable one) and gives the folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _postmaster.Stop(orderly: _options.Durable, CancellationToken.None);
        _lock.Dispose();
    }

    private static string DefaultFolder() =>
        Path.Combine(RepositoryRoot.Find() ?? Directory.GetCurrentDirectory(), ".data", "postgres");

    private static int FreePort(int? wished)
    {
        if (wished is { } port && CanListen(port))
            return port;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static bool CanListen(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
