using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Pages;

/// <summary>P4: a page of a timeline of 10,000. P13: what GraphQL itself costs.</summary>
internal static class PageBench
{
    private const int Late = 190;
    private const string Trivial = """{"query":"{ __typename }"}""";

    public static async Task Run(BenchHost host, FlatPage flat, Rounds rounds)
    {
        using var anybody = new WireClient(host.Port, null);
        using var officer = new WireClient(host.Port, host.Token(Seeded.Subject(Desks.LeadOf(0))));
        var page = new GraphQlPage(officer, onCase: 0);
        var (firstPath, latePath, late) = (await flat.PathOf(0, 1), await flat.PathOf(0, Late), await page.CursorOf(Late));
        var pages = await rounds.Run(1,
            new Variant("flat SQL page 1", _ => anybody.Get(firstPath)), new Variant($"flat SQL page {Late}", _ => anybody.Get(latePath)),
            new Variant("GraphQL page 1", _ => page.Once(null)), new Variant($"GraphQL page {Late}", _ => page.Once(late)),
            new Variant("REST page 1", _ => officer.Get($"/bench/rest-page?file={Seeded.Case(0).Value}")));
        pages.Print("P4 page of 50 of 10,000");
        Figures.Add("P4", ("ratio", pages.Ratio("GraphQL page 1", "flat SQL page 1").Median), ("cpu-ratio", pages.CpuRatio("GraphQL page 1", "flat SQL page 1").Median),
            ("late-over-first", pages.CpuRatio($"GraphQL page {Late}", "GraphQL page 1").Median), ("cpu-us", pages.Cpu("GraphQL page 1")));
        var trivial = await rounds.Run(4,
            new Variant("minimal API", Each(host, (client, _) => client.Post("/bench/echo", Trivial))),
            new Variant("GraphQL", Each(host, (client, _) => client.Post("/graphql", Trivial))));
        trivial.Print("P13 a trivial query");
        Figures.Add("P13", ("trivial", trivial.Ratio("GraphQL", "minimal API").Median), ("trivial-cpu-ratio", trivial.CpuRatio("GraphQL", "minimal API").Median),
            ("page", pages.Ratio("GraphQL page 1", "REST page 1").Median), ("page-cpu-ratio", pages.CpuRatio("GraphQL page 1", "REST page 1").Median));
    }

    private static Func<int, Task> Each(BenchHost host, Func<WireClient, int, Task> ask)
    {
        var clients = Enumerable.Range(0, 4).Select(i => new WireClient(host.Port, host.Token(Seeded.Subject(i)))).ToArray();
        return caller => ask(clients[caller], caller);
    }
}
