using System.Diagnostics;
using System.Globalization;
using CaseManager.Bench.Measuring;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Bench;

/// <summary>P5: all views from zero, beside a bare COPY of the same facts out of the database.</summary>
internal static class RebuildBench
{
    public static async Task Run(BenchHost host, Cpu cpu, long facts, int rounds)
    {
        var (copied, rebuilt) = (new List<Spent>(), new List<Spent>());
        for (var round = 0; round < rounds; round++)
        {
            copied.Add(await Measure(cpu, () => CopyOut(host)));
            rebuilt.Add(await Measure(cpu, () => host.Get<ViewRebuild>().All(null, CancellationToken.None)));
        }
        var ratio = Spread.Of(rebuilt.Zip(copied, (r, c) => c.Seconds / r.Seconds));
        var processor = Spread.Of(rebuilt.Zip(copied, (r, c) => r.Cpu / c.Cpu));
        var perSecond = facts / Spread.Of(rebuilt.Select(r => r.Seconds)).Median;
        Console.WriteLine($"  P5 rebuild {perSecond:0}/s, cpu {Each(rebuilt, r => r.Here)} + {Each(rebuilt, r => r.Database)} us a fact; COPY out {facts / Spread.Of(copied.Select(c => c.Seconds)).Median:0}/s, cpu {Each(copied, c => c.Here)} + {Each(copied, c => c.Database)}; ratio {ratio}, cpu ratio {processor}");
        Figures.Add("P5", ("ratio", ratio.Median), ("cpu-ratio", processor.Median), ("facts-per-second", perSecond), ("facts", facts));

        string Each(List<Spent> of, Func<Spent, double> part) => (Spread.Of(of.Select(part)).Median / facts).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static async Task<Spent> Measure(Cpu cpu, Func<Task> what)
    {
        var (before, began) = (cpu.Now(), Stopwatch.GetTimestamp());
        await what();
        var (took, after) = (Stopwatch.GetElapsedTime(began).TotalSeconds, cpu.Now());
        return new Spent(took, after.Here - before.Here, after.Database - before.Database);
    }

    /// <summary>Seconds, and microseconds of processor in this process and in the database's.</summary>
    private sealed record Spent(double Seconds, double Here, double Database)
    {
        public double Cpu => Here + Database;
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
