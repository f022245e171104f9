using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseManager.Bench.Measuring;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Bench.Live;

/// <summary>
/// Two nodes on one database: from the beginning of an act on one until each of many subscribers on the other has its event, over sockets.
/// All follow the same timeline or the same board, which is the most that one act can set off.
/// </summary>
internal static class SubscriberBench
{
    private const int Subscribers = 200;
    private const int Officers = 20;
    private const int WarmUp = 5;
    private const string Timeline = "subscription($id: ID!, $since: String) { timelineChanged(case: $id, since: $since) { id text recordedAt recordedBy { name } } }";
    private const string Board = "subscription($id: ID!, $since: String) { boardChanged(operation: $id, since: $since) { pin status lines { number readiness readinessSince site { version } } } }";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    public static async Task Run(bool quick)
    {
        await using var postgres = await EmbeddedPostgres.Start(new()
        {
            Folder = Scratch.Folder("live"), MaxConnections = 300, SharedBuffersMegabytes = 256, Say = Console.WriteLine,
        });
        var database = await postgres.CreateDatabase("live");
        await using var a = await BenchHost.Start(database);
        await using var b = await BenchHost.Start(database);
        string[] officers = [.. Enumerable.Range(0, Officers).Select(World.Seeded.Subject)];
        var desk = new Desk(a, officers);
        await desk.Set();
        var acts = quick ? 20 : 100;
        var cpu = new Cpu(postgres.ProcessId);
        await Measure("subscribers", cpu, b, officers, Timeline, GlobalId.Write("Case", desk.Case.Value), acts, desk.Record, Text);
        await Measure("subscribers-board", cpu, b, officers, Board, GlobalId.Write("Operation", desk.Operation.Value), acts, desk.Turn, Version);
    }

    private static async Task Measure(
        string figure, Cpu cpu, BenchHost node, string[] officers, string document, string id, int acts, Func<int, Task<string>> act, Func<JsonElement, string> name)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var points = new Dictionary<string, string>();
        foreach (var officer in officers)
            points.Add(officer, await Desk.Now(node, officer));
        var subscribers = await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(n =>
            Subscriber.Open(node.Port, node.Token(officers[n % Officers]), document, id, points[officers[n % Officers]])));
        // A board is told at once to who begins at such a point; a timeline tells nothing yet.
        var greeted = document == Board ? 1 : 0;
        await Task.WhenAll(subscribers.Select(s => s.Hear(greeted, name, stop.Token)));
        var hearing = subscribers.Select(s => Task.Run(() => s.Hear(greeted + WarmUp + acts, name, stop.Token))).ToArray();
        var before = cpu.Now();
        var began = new Dictionary<string, long>();
        for (var i = 0; i < WarmUp + acts; i++)
        {
            var now = Stopwatch.GetTimestamp();
            var named = await act(i);
            if (i == WarmUp)
                before = cpu.Now();
            if (i >= WarmUp)
                began.Add(named, now);
            await Task.Delay(Pace, stop.Token);
        }
        await Task.WhenAll(hearing);
        var after = cpu.Now();
        var delays = subscribers.SelectMany(s => s.Heard).Where(h => began.ContainsKey(h.Event))
            .Select(h => Stopwatch.GetElapsedTime(began[h.Event], h.At).TotalMilliseconds).Order().ToArray();
        Figures.Add(figure, ("n", Subscribers), ("p50", delays[delays.Length / 2]), ("p99", delays[delays.Length * 99 / 100]), ("max", delays[^1]),
            ("events", delays.Length), ("missed", (Subscribers * acts) - delays.Length),
            ("cpu-us-each", (after.Here - before.Here) / delays.Length), ("database-cpu-us-each", (after.Database - before.Database) / delays.Length));
        foreach (var subscriber in subscribers)
            subscriber.Dispose();
    }

    private static string Text(JsonElement data) => data.GetProperty("timelineChanged").GetProperty("text").GetString()!;

    private static string Version(JsonElement data) => data.GetProperty("boardChanged").GetProperty("lines").EnumerateArray()
        .Last().GetProperty("site").GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture);
}
