using System.Text;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Acts;

/// <summary>The same act as a mutation over HTTP, each caller on a connection of its own.</summary>
internal sealed class WireAct(BenchHost host, Seeded world, int callers) : IDisposable
{
    private const string Document =
        "mutation Record($input: RecordTimelineEntryInput!) { recordTimelineEntry(input: $input) { entry { id version } errors { __typename } } }";

    private readonly WireClient[] _clients = [.. Enumerable.Range(0, callers).Select(c => new WireClient(host.Port, host.Token(Seeded.Subject(Desks.LeadOf(c + 1)))))];

    public async Task Once(int caller)
    {
        var answer = await _clients[caller].Post("/graphql", Body(Desks.CaseFor(caller, world.Cases)));
        if (!answer.Contains("\"version\":1", StringComparison.Ordinal))
            throw new InvalidOperationException(answer);
    }

    public static string GlobalId(string type, Guid id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{id}"));

    public static string Body(int onCase) =>
        $$$"""
        {"query":"{{{Document}}}","variables":{"input":{"clientMutationId":"{{{Guid.NewGuid():N}}}","case":"{{{GlobalId("Case", Seeded.Case(onCase).Value)}}}","text":"{{{LedgerAct.Text}}}","occurred":{"zone":"America/Toronto","at":"2026-04-18T20:00:00Z"},"source":{"kind":"OFFICER_REPORT","reference":"R-1"},"tags":["surveillance"] } } }
        """;

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }
}
