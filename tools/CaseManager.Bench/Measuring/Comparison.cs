using System.Globalization;

namespace CaseManager.Bench.Measuring;

/// <summary>The turns of all variants; ratios are medians of the ratios within each round.</summary>
internal sealed class Comparison(int callers, IReadOnlyDictionary<string, List<Turn>> turns)
{
    /// <summary>Throughput of one variant over another's.</summary>
    public Spread Ratio(string of, string to) => Spread.Of(turns[of].Zip(turns[to], (a, b) => a.PerSecond / b.PerSecond));

    /// <summary>Processor time per operation of one variant over another's.</summary>
    public Spread CpuRatio(string of, string to) => Spread.Of(turns[of].Zip(turns[to], (a, b) => a.Cpu / b.Cpu));

    /// <summary>How long one variant takes over another, by the median within each turn.</summary>
    public Spread TimeRatio(string of, string to) => Spread.Of(turns[of].Zip(turns[to], (a, b) => a.P50 / b.P50));

    /// <summary>Milliseconds, the median.</summary>
    public double Time(string of) => Spread.Of(turns[of].Select(t => t.P50)).Median / 1000;

    public double Cpu(string of) => Spread.Of(turns[of].Select(t => t.Cpu)).Median;

    public void Print(string title)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {title}, {callers} caller(s)"));
        foreach (var (name, list) in turns)
        {
            var rate = Spread.Of(list.Select(t => t.PerSecond));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {name,-34} {rate.Median,8:0}/s ({rate.Least:0}..{rate.Most:0})  p50 {Median(list, t => t.P50) / 1000,7:0.00} ms  p99 {Median(list, t => t.P99) / 1000,7:0.00} ms  cpu {Median(list, t => t.Here),6:0} + {Median(list, t => t.Database),6:0} us"));
        }
    }

    private static double Median(List<Turn> list, Func<Turn, double> of) => Spread.Of(list.Select(of)).Median;
}

/// <summary>A median with the least and the most.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var all = values.Order().ToArray();
        return new Spread(all.Length % 2 == 1 ? all[all.Length / 2] : (all[all.Length / 2 - 1] + all[all.Length / 2]) / 2, all[0], all[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} ({Least:0.00}..{Most:0.00})");
}
