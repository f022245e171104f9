using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Server.Kernel.Postgres;
using Npgsql;

namespace CaseManager.Bench;

/// <summary>P17: round trips between server and database, counted on the wire between them; the least of several tries, for background work also speaks.</summary>
internal static class RoundTripBench
{
    public static async Task Run(string connectionString, Seeded world)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString);
        using var relay = new CountingRelay(direct.Port);
        direct.Port = relay.Port;
        await using var host = await BenchHost.Start(PostgresConnection.Complete(direct.ConnectionString));
        using var client = new WireClient(host.Port, host.Token(Seeded.Subject(1)));
        var ledger = new LedgerAct(host, world);
        var act = await Least(relay, () => ledger.On(1));
        var mutation = await Least(relay, () => client.Post("/graphql", WireAct.Body(1)));
        var page = await Least(relay, () => client.Post("/graphql", Query($"cases(first: 50) {{ nodes {{ id title }} }}")));
        var nested = await Least(relay, () => client.Post("/graphql", Query($"cases(first: 5) {{ nodes {{ id timeline(first: 5) {{ nodes {{ id }} }} }} }}")));
        var deeper = await Least(relay, () => client.Post("/graphql", Query($"cases(first: 5) {{ nodes {{ id timeline(first: 5) {{ nodes {{ id case {{ id }} }} }} }} }}")));
        Console.WriteLine($"  P17 round trips: act {act}, mutation {mutation}, page {page}, page with one level {nested}, with two {deeper}");
        Figures.Add("P17", ("act", act), ("mutation", mutation), ("page", page), ("level", nested - page), ("second-level", deeper - nested));
    }

    private static string Query(string fields) => "{\"query\":\"{ " + fields + " }\"}";

    private static async Task<int> Least(CountingRelay relay, Func<Task> what)
    {
        var least = int.MaxValue;
        for (var i = 0; i < 12; i++)
        {
            var before = relay.Trips;
            await what();
            least = Math.Min(least, relay.Trips - before);
        }
        return least;
    }
}
