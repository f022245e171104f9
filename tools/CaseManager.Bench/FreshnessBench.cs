using System.Diagnostics;
using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Bench;

/// <summary>P16: from the answer to an act until a subscriber of the same case has the row, on this node and on another.</summary>
internal static class FreshnessBench
{
    public static async Task Run(BenchHost host, BenchHost other, Seeded world, int acts)
    {
        var here = await Delays(host, host, world, acts);
        var there = await Delays(host, other, world, acts);
        Console.WriteLine($"  P16 row at a subscriber after the act's answer: this node p50 {here.P50:0.0} p99 {here.P99:0.0} ms, another node p50 {there.P50:0.0} p99 {there.P99:0.0} ms");
        Figures.Add("P16", ("p50-ms", here.P50), ("p99-ms", here.P99), ("other-node-p50-ms", there.P50), ("other-node-p99-ms", there.P99));
    }

    private static async Task<(double P50, double P99)> Delays(BenchHost actor, BenchHost listener, Seeded world, int acts)
    {
        const int OnCase = 1;
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var rows = CaseSubscriptions
            .TimelineChanged(Seeded.Case(OnCase), default, BenchHost.Caller(Seeded.Subject(Desks.LeadOf(OnCase))), listener.Get<Feed>(), stop.Token)
            .GetAsyncEnumerator(stop.Token);
        var ledger = new LedgerAct(actor, world);
        var delays = new List<double>();
        for (var i = 0; i < acts; i++)
        {
            var next = rows.MoveNextAsync().AsTask();
            await ledger.On(OnCase);
            var began = Stopwatch.GetTimestamp();
            await next;
            delays.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        delays.Sort();
        return (delays[delays.Count / 2], delays[delays.Count * 99 / 100]);
    }
}
