using System.Diagnostics;

namespace CaseManager.Bench.Measuring;

/// <summary>One way of doing the thing measured.</summary>
/// <param name="Once">Does it once, as the caller of that number.</param>
internal sealed record Variant(string Name, Func<int, Task> Once);

/// <summary>A number of acts, each to be done once.</summary>
/// <param name="Prepare">Makes them possible, and gives them.</param>
internal sealed record Prepared(string Name, Func<Task<IReadOnlyList<Func<Task>>>> Prepare);

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

    /// <summary>The same for acts that can be done once only: before each turn the variant puts things in order, and that is not counted.</summary>
    public async Task<Comparison> Run(params Prepared[] variants)
    {
        var turns = variants.ToDictionary(v => v.Name, _ => new List<Turn>());
        foreach (var variant in variants)
            await One(variant);
        for (var round = 0; round < count; round++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                var variant = variants[(round + i) % variants.Length];
                turns[variant.Name].Add(await One(variant));
            }
        }
        return new Comparison(1, turns);
    }

    private async Task<Turn> One(Prepared variant)
    {
        var acts = await variant.Prepare();
        var before = cpu.Now();
        var started = Stopwatch.GetTimestamp();
        var times = new List<double>();
        foreach (var act in acts)
        {
            var began = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        return Summed(times, Stopwatch.GetElapsedTime(started), before);
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
        return Summed(times.SelectMany(t => t), Stopwatch.GetElapsedTime(started), before);
    }

    private Turn Summed(IEnumerable<double> times, TimeSpan took, (double Here, double Database) before)
    {
        var after = cpu.Now();
        var all = times.Order().ToArray();
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
