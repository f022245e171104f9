using System.Diagnostics;

namespace CaseManager.Bench.Measuring;

/// <summary>One way of doing the thing measured.</summary>
/// <param name="Once">Does it once, as the caller of that number.</param>
internal sealed record Variant(string Name, Func<int, Task> Once);

/// <summary>Runs variants against each other: a warm-up, then rounds in which every variant has its turn, in rotating order.</summary>
internal sealed class Rounds(Cpu cpu, int count, TimeSpan turn, TimeSpan warmUp)
{
    public async Task<Comparison> Run(int callers, params Variant[] variants)
    {
        var turns = variants.ToDictionary(v => v.Name, _ => new List<Turn>());
        foreach (var variant in variants)
            await One(variant, callers, warmUp);
        for (var round = 0; round < count; round++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                var variant = variants[(round + i) % variants.Length];
                turns[variant.Name].Add(await One(variant, callers, turn));
            }
        }
        return new Comparison(callers, turns);
    }

    private async Task<Turn> One(Variant variant, int callers, TimeSpan length)
    {
        var before = cpu.Now();
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                var began = Stopwatch.GetTimestamp();
                await variant.Once(caller);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }
            return times;
        })));
        var took = Stopwatch.GetElapsedTime(started);
        var after = cpu.Now();
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Turn(all.Length / took.TotalSeconds, (after.Here - before.Here) / all.Length, (after.Database - before.Database) / all.Length,
            all[all.Length / 2], all[Math.Min(all.Length - 1, all.Length * 99 / 100)]);
    }
}

/// <summary>What one variant did in one round.</summary>
/// <param name="Here">Microseconds of processor per operation in this process, <paramref name="Database"/> in the database's.</param>
/// <param name="P50">Microseconds.</param>
internal sealed record Turn(double PerSecond, double Here, double Database, double P50, double P99)
{
    public double Cpu => Here + Database;
}
