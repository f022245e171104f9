using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.GraphQl;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Bench.Pages;

/// <summary>What it costs that reads are on record before they leave, beside the same host on the same store that puts nothing on record.</summary>
internal static class ReadLogBench
{
    public static async Task Run(BenchHost host, Rounds rounds)
    {
        await using var silent = await BenchHost.Start(
            host.ConnectionString, more: services => services.AddSingleton<RecordReads>((_, _, _, _) => Task.CompletedTask));
        foreach (var callers in new[] { 1, 8 })
        {
            var found = await rounds.Run(callers,
                Each("page", host, callers, Page), Each("page, not recorded", silent, callers, Page),
                Each("case", host, callers, Case), Each("case, not recorded", silent, callers, Case));
            found.Print("the read log");
            Figures.Add("read-log", ("callers", callers),
                ("page-ratio", found.Ratio("page", "page, not recorded").Median), ("page-cpu-ratio", found.CpuRatio("page", "page, not recorded").Median),
                ("case-ratio", found.Ratio("case", "case, not recorded").Median), ("case-cpu-ratio", found.CpuRatio("case", "case, not recorded").Median));
        }
    }

    private static Asking Page(WireClient client, int caller) => Asking.TimelinePage(client, caller, 50);

    private static Asking Case(WireClient client, int caller) =>
        new(client, $"{{ case(id: \"{WireAct.GlobalId("Case", Seeded.Case(caller).Value)}\") {{ id title stage }} }}", "\"title\"");

    private static Variant Each(string name, BenchHost host, int callers, Func<WireClient, int, Asking> ask)
    {
        var asking = Enumerable.Range(0, callers).Select(i => ask(new WireClient(host.Port, host.Token(Seeded.Subject(Desks.LeadOf(i)))), i)).ToArray();
        return new Variant(name, caller => asking[caller].Once());
    }
}
