using System.Diagnostics;
using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.Pages;
using CaseManager.Bench.World;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Operations;

namespace CaseManager.Bench.Operations;

/// <summary>The board of an operation of 50 sites and of one of 5: asked for, and followed.</summary>
internal static class BoardBench
{
    private const string Shown =
        "pin status hHour order { number kind at } votes { choice counts } lines { number readiness readinessSince entry localEntry phases { name at local } acknowledgedAt unconfirmedSince }";

    public static async Task Run(BenchHost host, Rounds rounds, int acts)
    {
        using var coordinator = new WireClient(host.Port, host.Token(People.Coordinator));
        using var officer = new WireClient(host.Port, host.Token(People.Desk(Desks.LeadOf(0))));
        var (many, few, page) = (Ask(coordinator, 0), Ask(coordinator, OperationTales.Large), Asking.TimelinePage(officer, 0, 50));
        var result = await rounds.Run(1,
            new Variant("timeline page of 50", _ => page.Once()), new Variant("board of 50 sites", _ => many.Once()), new Variant("board of 5 sites", _ => few.Once()));
        result.Print("The board");
        var (followedMany, followedFew) = (await Delays(host, 0, acts), await Delays(host, OperationTales.Large, acts));
        Console.WriteLine($"    followed: shown after the act's answer p50 {followedMany.P50:0.0} p99 {followedMany.P99:0.0} ms with 50 sites, {followedFew.P50:0.0} and {followedFew.P99:0.0} ms with 5");
        Figures.Add("board", ("ratio-page", result.Ratio("board of 50 sites", "timeline page of 50").Median), ("cpu-ratio-page", result.CpuRatio("board of 50 sites", "timeline page of 50").Median),
            ("50-over-5", result.TimeRatio("board of 50 sites", "board of 5 sites").Median), ("ms", result.Time("board of 50 sites")),
            ("live-p50-ms", followedMany.P50), ("live-p99-ms", followedMany.P99), ("live-5-p50-ms", followedFew.P50));
    }

    private static Asking Ask(WireClient client, int operation) =>
        new(client, $"{{ operation(id: \"{WireAct.GlobalId("Operation", OperationTales.Id(operation).Value)}\") {{ board {{ {Shown} }} }} }}", "\"localEntry\"");

    private static async Task<(double P50, double P99)> Delays(BenchHost host, int number, int acts)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var operation = new OnBoard(host, number);
        await operation.Ready();
        await using var boards = OperationSubscriptions.BoardChanged(operation.Id, default, BenchHost.Caller(People.Coordinator), host.Get<Feed>(), TimeProvider.System, stop.Token).GetAsyncEnumerator(stop.Token);
        var delays = new List<double>();
        for (var i = 0; i < acts; i++)
        {
            var next = boards.MoveNextAsync().AsTask();
            await (i % 2 == 0 ? operation.NotReady() : operation.Ready());
            var began = Stopwatch.GetTimestamp();
            await next;
            delays.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        delays.Sort();
        return (delays[delays.Count / 2], delays[delays.Count * 99 / 100]);
    }
}
