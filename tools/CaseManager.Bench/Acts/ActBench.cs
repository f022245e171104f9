using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Acts;

/// <summary>P1: an act at the ledger. P2: the same over the wire.</summary>
internal static class ActBench
{
    private const int Many = 16;

    public static async Task Run(BenchHost host, Seeded world, Rounds rounds, bool withWire)
    {
        await using var byHand = await HandWrittenAct.Open(host, world, Many);
        await using var stock = await StockMartenAct.Open(host.ConnectionString, Many);
        var ledger = new LedgerAct(host, world);
        Variant[] variants = [new("hand-written", byHand.Once), new("ledger", ledger.Once), new("stock Marten", stock.Once)];
        foreach (var callers in new[] { 1, Many })
        {
            var result = await rounds.Run(callers, variants);
            result.Print("P1 an act");
            Figures.Add("P1", ("callers", callers), ("ratio", result.Ratio("ledger", "hand-written").Median),
                ("ratio-stock", result.Ratio("ledger", "stock Marten").Median), ("cpu-ratio", result.CpuRatio("ledger", "hand-written").Median),
                ("cpu-ratio-stock", result.CpuRatio("ledger", "stock Marten").Median), ("cpu-us", result.Cpu("ledger")));
        }
        if (!withWire)
            return;
        using var wire = new WireAct(host, world, Many);
        var overHttp = await rounds.Run(Many, variants[0], new Variant("mutation over HTTP", wire.Once));
        overHttp.Print("P2 an act end to end");
        Figures.Add("P2", ("callers", Many), ("ratio", overHttp.Ratio("mutation over HTTP", "hand-written").Median),
            ("cpu-ratio", overHttp.CpuRatio("mutation over HTTP", "hand-written").Median), ("cpu-us", overHttp.Cpu("mutation over HTTP")));
    }
}
