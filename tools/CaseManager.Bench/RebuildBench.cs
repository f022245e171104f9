using System.Diagnostics;
using CaseManager.Bench.Measuring;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Bench;

/// <summary>P5: all views from zero, beside a bare COPY of the same facts out of the database.</summary>
internal static class RebuildBench
{
    public static async Task Run(BenchHost host, long facts, int rounds)
    {
        var (copied, rebuilt) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            copied.Add(facts / await Took(() => CopyOut(host)));
            rebuilt.Add(facts / await Took(() => host.Get<ViewRebuild>().All(null, CancellationToken.None)));
        }
        var ratio = Spread.Of(rebuilt.Zip(copied, (r, c) => r / c));
        Console.WriteLine($"  P5 rebuild {Spread.Of(rebuilt).Median:0}/s, COPY out {Spread.Of(copied).Median:0}/s, ratio {ratio}");
        Figures.Add("P5", ("ratio", ratio.Median), ("facts-per-second", Spread.Of(rebuilt).Median), ("facts", facts));
    }

    private static async Task<double> Took(Func<Task> what)
    {
        var began = Stopwatch.GetTimestamp();
        await what();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task CopyOut(BenchHost host)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var facts = await connection.BeginRawBinaryCopyAsync(
            "copy (select stream_id, version, type, data::text, timestamp, user_name, headers::text from es.mt_events order by seq_id) to stdout (format binary)");
        var buffer = new byte[64 * 1024];
        while (await facts.ReadAsync(buffer.AsMemory(), CancellationToken.None) > 0)
        {
            // The floor is only to have them all here.
        }
    }
}
