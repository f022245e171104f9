using System.Diagnostics;
using CaseManager.Bench.Measuring;

namespace CaseManager.Bench.Processes;

/// <summary>P11: starting again, and the first command after it. P12: memory, idle and under load.</summary>
internal static class ProcessBench
{
    private const int Clients = 16;

    public static async Task Run(TimeSpan load)
    {
        var folder = Scratch.Folder("server");
        await using (await ServerProcess.Start(folder))
        {
            // The first start makes the store; it is not what is measured.
        }
        var began = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(folder);
        var again = Stopwatch.GetElapsedTime(began).TotalSeconds;
        using var client = new WireClient(server.Port, server.Token);
        began = Stopwatch.GetTimestamp();
        await client.Post("/graphql", Open());
        var first = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine($"  P11 started again to first answer {again:0.0} s, first command after that {first:0.00} s");
        Figures.Add("P11", ("again-s", again), ("first-command-s", first));
        await Memory(server, load);
    }

    private static async Task Memory(ServerProcess server, TimeSpan load)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        var idle = server.Resident;
        var began = Stopwatch.GetTimestamp();
        var (half, most) = (0d, 0d);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var client = new WireClient(server.Port, server.Token);
            while (Stopwatch.GetElapsedTime(began) < load)
            {
                await client.Post("/graphql", Open());
                await client.Post("/graphql", """{"query":"{ cases(first: 20) { nodes { id title stage } } }"}""");
            }
        })).ToArray();
        while (Stopwatch.GetElapsedTime(began) is var at && at < load)
        {
            await Task.Delay(500);
            most = Math.Max(most, server.Resident);
            if (at < load / 2)
                half = most;
        }
        await Task.WhenAll(clients);
        Console.WriteLine($"  P12 resident idle {idle:0} MB; under {Clients} clients for {load.TotalSeconds:0} s at most {most:0} MB, in the first half {half:0} MB");
        Figures.Add("P12", ("idle-mb", idle), ("load-mb", most), ("first-half-mb", half), ("seconds", load.TotalSeconds));
    }

    private static string Open() =>
        "{\"query\":\"mutation($i: OpenCaseInput!) { openCase(input: $i) { case { id } errors { __typename } } }\",\"variables\":{\"i\":{\"title\":\"Bench\",\"summary\":\"Opened by the bench\",\"clientMutationId\":\""
        + Guid.NewGuid().ToString("N") + "\"}}}";
}
