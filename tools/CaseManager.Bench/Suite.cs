using CaseManager.Bench.Acts;
using CaseManager.Bench.Custody;
using CaseManager.Bench.Live;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.Operations;
using CaseManager.Bench.Pages;
using CaseManager.Bench.Processes;
using CaseManager.Bench.Supervision;
using CaseManager.Bench.Web;
using CaseManager.Bench.World;
using CaseManager.Server.Kernel.Postgres;
using Npgsql;

namespace CaseManager.Bench;

/// <summary>Runs what was asked for on a durable PostgreSQL of its own.</summary>
internal static class Suite
{
    private const int SmallFacts = 10_000;

    public static async Task Run(Asked asked)
    {
        if (asked.For("P11") || asked.For("P12"))
            await ProcessBench.Run(asked.Load);
        if (asked.For("subscribers"))
            await SubscriberBench.Run(asked.Quick);
        if (asked.For("web"))
            await WebBench.Run(asked.Quick);
        if (asked.NeedsWorld)
            await OnWorld(asked);
        Figures.PrintAll();
    }

    private static async Task OnWorld(Asked asked)
    {
        await using var postgres = await EmbeddedPostgres.Start(new()
        {
            Folder = Scratch.Folder("store"), MaxConnections = 300, SharedBuffersMegabytes = 256, Say = Console.WriteLine,
        });
        var cpu = new Cpu(postgres.ProcessId);
        var rounds = new Rounds(cpu, asked.Rounds, asked.Turn, asked.WarmUp);
        var world = new Seeded(asked.Cases, asked.Facts, Asked.LongTimeline);
        var database = await postgres.CreateDatabase("large");
        await using var pool = new NpgsqlDataSourceBuilder(database).Build();
        var (flat, custody) = (new FlatPage(pool), new FlatCustody(pool));
        await using var host = await BenchHost.Start(database, app =>
        {
            flat.Map(app);
            custody.Map(app);
            RestPages.Map(app);
        });
        var facts = await new BulkLoad(host).Load(world);
        Console.WriteLine($"{facts} facts loaded.");
        if (asked.For("P1") || asked.For("P2"))
            await ActBench.Run(host, world, rounds, withWire: asked.For("P2"));
        if (asked.For("P4") || asked.For("P13"))
            await PageBench.Run(host, flat, rounds);
        if (asked.For("read-log"))
            await ReadLogBench.Run(host, rounds);
        if (asked.For("search"))
            await SearchBench.Run(host, rounds);
        await OnSlices(asked, host, rounds);
        // Many questions of a few milliseconds: a turn is enough to warm up.
        if (asked.For("figures"))
            await FiguresBench.Run(host, new Rounds(cpu, asked.Rounds, asked.Turn, warmUp: asked.Turn));
        if (asked.For("P3"))
            await Growth(postgres, host, world, rounds);
        if (asked.For("P16"))
            await Freshness(host, world, asked);
        if (asked.For("P17"))
            await RoundTripBench.Run(database, world);
        if (asked.For("P5"))
            await RebuildBench.Run(host, cpu, facts, asked.Rebuilds);
        if (asked.For("P9"))
            await new LawBench(host.Get<NpgsqlDataSource>()).Run(rounds);
    }

    private static async Task OnSlices(Asked asked, BenchHost host, Rounds rounds)
    {
        if (asked.For("custody"))
            await CustodyBench.Run(host, rounds);
        if (asked.For("board"))
            await BoardBench.Run(host, rounds, asked.Quick ? 50 : 300);
        if (asked.For("go"))
            await GoBench.Run(host, rounds);
    }

    private static async Task Growth(EmbeddedPostgres postgres, BenchHost large, Seeded many, Rounds rounds)
    {
        var few = new Seeded(10, SmallFacts, 1_000);
        await using var small = await BenchHost.Start(await postgres.CreateDatabase("small"));
        await new BulkLoad(small).Load(few);
        await GrowthBench.Run(small, few, large, many, rounds);
    }

    private static async Task Freshness(BenchHost host, Seeded world, Asked asked)
    {
        await using var other = await BenchHost.Start(host.ConnectionString);
        await FreshnessBench.Run(host, other, world, asked.Quick ? 50 : 300);
    }
}
