using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Server.Tests.Support;

/// <summary>
/// The PostgreSQL of this test process: started when the first test asks, one database per suite, gone with the process.
/// </summary>
public static class TestPostgres
{
    private const string Prefix = "casemanager-test-";

    private static readonly Lazy<Task<EmbeddedPostgres>> _fast = new(() => Start(durable: false));
    private static readonly Lazy<Task<EmbeddedPostgres>> _durable = new(() => Start(durable: true));

    /// <summary>The shared server without durability: for all tests that do not ask what a crash leaves behind.</summary>
    public static Task<EmbeddedPostgres> Fast => _fast.Value;

    /// <summary>The shared server with every promise of production. Tests that kill a server start their own instead.</summary>
    public static Task<EmbeddedPostgres> Durable => _durable.Value;

    /// <summary>A new, empty database on the fast server; its connection string, as the application's role.</summary>
    public static async Task<string> NewDatabase() => await (await Fast).CreateDatabase($"t_{Guid.NewGuid():n}");

    /// <summary>A new, empty database on the durable server.</summary>
    public static async Task<string> NewDurableDatabase() => await (await Durable).CreateDatabase($"t_{Guid.NewGuid():n}");

    /// <summary>A server for one test alone, in a folder of its own; dispose of it with <see cref="Remove"/>.</summary>
    public static Task<EmbeddedPostgres> StartAlone(bool durable = true) =>
        EmbeddedPostgres.Start(new() { Folder = NewFolder(), Durable = durable, SharedBuffersMegabytes = 64 });

    /// <summary>A folder outside the repository for a store; swept away by a later run if this one cannot.</summary>
    public static string NewFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public static async Task Remove(EmbeddedPostgres server)
    {
        await server.DisposeAsync();
        Directory.Delete(server.Folder, recursive: true);
    }

    /// <summary>Removes the shared servers, if any test asked for them.</summary>
    internal static async Task RemoveShared()
    {
        foreach (var shared in new[] { _fast, _durable })
            if (shared.IsValueCreated && shared.Value.IsCompletedSuccessfully)
                await Remove(await shared.Value);
    }

    private static async Task<EmbeddedPostgres> Start(bool durable)
    {
        SweepLeftovers();
        return await EmbeddedPostgres.Start(new()
        {
            Folder = NewFolder(),
            Durable = durable,
            MaxConnections = 800,
            PoolSize = 30,
            Say = Console.WriteLine,
        });
    }

    // A test run that was killed could not clean up; an hour later nobody can still be starting in its folder.
    private static void SweepLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
            if (Directory.GetCreationTimeUtc(folder) < DateTime.UtcNow.AddHours(-1) && EmbeddedPostgres.IsUnused(folder))
                TryDelete(folder);
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception other) when (other is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine($"Left from an earlier run and not removed: {folder}");
        }
    }
}
