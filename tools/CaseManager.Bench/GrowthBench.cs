using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Bench;

/// <summary>P3: what an act, a look-up and a page cost in a small store and in a large one. Four of five accesses go to few cases.</summary>
internal static class GrowthBench
{
    public static async Task Run(BenchHost small, Seeded few, BenchHost large, Seeded many, Rounds rounds)
    {
        var acts = await rounds.Run(4, new Variant("small", new LedgerAct(small, few).Once), new Variant("large", new LedgerAct(large, many).Once));
        acts.Print("P3 an act");
        var loads = await rounds.Run(4, new Variant("small", c => Load(small, few, c)), new Variant("large", c => Load(large, many, c)));
        loads.Print("P3 an entry by id");
        var pages = await rounds.Run(4, new Variant("small", c => Page(small, few, c)), new Variant("large", c => Page(large, many, c)));
        pages.Print("P3 a page of 50");
        Figures.Add("P3", ("act", acts.CpuRatio("large", "small").Median), ("load", loads.CpuRatio("large", "small").Median), ("page", pages.CpuRatio("large", "small").Median));
    }

    private static Task Load(BenchHost host, Seeded world, int caller)
    {
        var onCase = Desks.CaseFor(caller, world.Cases);
        var entry = Seeded.Entry(onCase, Random.Shared.Next(world.EntriesOf(onCase))).Value;
        return Read(host, onCase, async reader => await reader.Load<EntryRow>(entry).Get(CancellationToken.None) is not null);
    }

    private static Task Page(BenchHost host, Seeded world, int caller)
    {
        var onCase = Desks.CaseFor(caller, world.Cases);
        return Read(host, onCase, async reader =>
            (await reader.PageOf<EntryRow>("case", Seeded.Case(onCase).Value, null, null, null, new PageArgs(50, null, null, null)).Get(CancellationToken.None)).Rows.Count > 0);
    }

    private static async Task Read(BenchHost host, int onCase, Func<IReader, Task<bool>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = BenchHost.Caller(Seeded.Subject(Desks.LeadOf(onCase)));
        if (!await read(scope.ServiceProvider.GetRequiredService<IReader>()))
            throw new InvalidOperationException("Nothing found.");
    }
}
