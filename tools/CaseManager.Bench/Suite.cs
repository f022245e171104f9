using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Bench;

/// <summary>Runs what was asked for on a durable PostgreSQL of its own.</summary>
internal static class Suite
{
    public static async Task Run(Asked asked)
    {
        await using var postgres = await EmbeddedPostgres.Start(new()
        {
            Folder = Scratch.Folder("store"), MaxConnections = 300, SharedBuffersMegabytes = 256, Say = Console.WriteLine,
        });
        var rounds = new Rounds(new Cpu(postgres.ProcessId), asked.Rounds, asked.Turn);
        var world = new Seeded(asked.Cases, asked.Facts, Asked.LongTimeline);
        await using var host = await BenchHost.Start(await postgres.CreateDatabase("large"));
        Console.WriteLine($"{await new BulkLoad(host).Load(world)} facts loaded.");
        if (asked.For("P1") || asked.For("P2"))
            await ActBench.Run(host, world, rounds, withWire: asked.For("P2"));
        Figures.PrintAll();
    }
}
