using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.Pages;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Custody;

/// <summary>An exhibit with the longest custody chain there is, and who held it at a time.</summary>
internal static class CustodyBench
{
    private const string Links = "transfer seal sealSeen reason offeredAt due overdue outcome answeredAt answer handedOverAt recordedLate from { id } to { id }";

    public static async Task Run(BenchHost host, Rounds rounds)
    {
        using var anybody = new WireClient(host.Port, null);
        using var officer = new WireClient(host.Port, host.Token(People.Desk(Desks.LeadOf(0))));
        var exhibit = ExhibitTales.Id(0, ExhibitTales.Longest);
        var at = ExhibitTales.SeizedAt(0, ExhibitTales.Longest).AddDays(7);
        var page = Asking.TimelinePage(officer, 0, ExhibitTales.LongestChain);
        var chain = Of(officer, $"number description seal status holder {{ id }} custodyChain {{ {Links} }}", "\"sealSeen\"");
        var held = Of(officer, $"holderAt(at: \"{at.UtcDateTime:O}\") {{ holder {{ id }} since until }}", "\"since\"");
        var result = await rounds.Run(1,
            new Variant("timeline page as long", _ => page.Once()),
            new Variant("flat SQL chain", _ => anybody.Get(FlatCustody.ChainOf(exhibit))), new Variant("custody chain", _ => chain.Once()),
            new Variant("flat SQL held at T", _ => anybody.Get(FlatCustody.HeldAt(exhibit, at))), new Variant("held at T", _ => held.Once()));
        result.Print($"Custody, a chain of {ExhibitTales.LongestChain}");
        Figures.Add("custody", ("links", ExhibitTales.LongestChain), ("ratio-flat", result.Ratio("custody chain", "flat SQL chain").Median),
            ("cpu-ratio-flat", result.CpuRatio("custody chain", "flat SQL chain").Median), ("ratio-page", result.Ratio("custody chain", "timeline page as long").Median),
            ("cpu-ratio-page", result.CpuRatio("custody chain", "timeline page as long").Median), ("ms", result.Time("custody chain")));
        Figures.Add("held-at", ("ratio-flat", result.Ratio("held at T", "flat SQL held at T").Median), ("cpu-ratio-flat", result.CpuRatio("held at T", "flat SQL held at T").Median),
            ("ratio-page", result.Ratio("held at T", "timeline page as long").Median), ("ms", result.Time("held at T")));

        Asking Of(WireClient client, string fields, string shows) =>
            new(client, $"{{ exhibit(id: \"{WireAct.GlobalId("Exhibit", exhibit.Value)}\") {{ {fields} }} }}", shows);
    }
}
