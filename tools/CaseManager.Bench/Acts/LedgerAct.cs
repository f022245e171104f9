using System.Security.Cryptography;
using System.Text;
using CaseManager.Bench.World;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Bench.Acts;

/// <summary>The product's act, as its mutation calls it: a timeline entry through the ledger.</summary>
internal sealed class LedgerAct(BenchHost host, Seeded world)
{
    public const string Text = "Two persons left the warehouse by the rear door and drove off in a grey van towards the harbour.";

    private readonly Ledger _ledger = host.Get<Ledger>();

    public Task Once(int caller) => On(Desks.CaseFor(caller, world.Cases));

    public async Task<Acted> On(int onCase)
    {
        var key = Guid.NewGuid().ToString("N");
        var intent = new Intent(BenchHost.Caller(Seeded.Subject(Desks.LeadOf(onCase))), key, SHA256.HashData(Encoding.UTF8.GetBytes(key)), key);
        var acted = await TimelineMutations.RecordTimelineEntry(Input(onCase), intent, _ledger, CancellationToken.None);
        return acted.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Code) : acted;
    }

    private static RecordTimelineEntryInput Input(int onCase) => new(
        Seeded.Case(onCase), Text, new OccurredInput("America/Toronto", "2026-04-18T20:00:00Z", null, null, null, null, null),
        new SourceInput(Domain.Cases.SourceKind.OfficerReport, "R-1"), null, ["surveillance"], null, null, null);
}

/// <summary>Who acts on what: each caller on cases that nobody else leads, most often on the first.</summary>
internal static class Desks
{
    public static int LeadOf(int onCase) => onCase % Seeded.Officers;

    /// <summary>Four acts of five on the first case at hand, one on any other. Never the case with the long timeline.</summary>
    public static int CaseFor(int caller, int cases)
    {
        var first = caller + 1;
        var others = Math.Max(1, cases / Seeded.Officers);
        return Random.Shared.Next(5) < 4 ? first : first + Seeded.Officers * Random.Shared.Next(others) is var any && any < cases ? any : first;
    }
}
