using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using CaseManager.Domain.Operations;

namespace CaseManager.Bench.Operations;

/// <summary>A go over all sites of an operation beside an act at one of them.</summary>
internal static class GoBench
{
    public static async Task Run(BenchHost host, Rounds rounds)
    {
        OnBoard[] many = [.. Enumerable.Range(0, OperationTales.Large).Select(n => new OnBoard(host, n))];
        OnBoard[] few = [.. Enumerable.Range(OperationTales.Large, OperationTales.Large).Select(n => new OnBoard(host, n))];
        var result = await rounds.Run(
            new Prepared("go over 50 sites", () => Voted(many)), new Prepared("go over 5 sites", () => Voted(few)),
            new Prepared("act at one site of 50", () => AllReady(many)));
        result.Print("A go");
        Figures.Add("go", ("sites", OperationLimits.Sites), ("ratio", result.TimeRatio("go over 50 sites", "act at one site of 50").Median),
            ("cpu-ratio", result.CpuRatio("go over 50 sites", "act at one site of 50").Median),
            ("ratio-5", result.TimeRatio("go over 5 sites", "act at one site of 50").Median), ("ms", result.Time("go over 50 sites")));
    }

    private static async Task<IReadOnlyList<Func<Task>>> Voted(OnBoard[] operations)
    {
        var acts = new List<Func<Task>>();
        foreach (var operation in operations)
        {
            await Rest(operation);
            var pin = await operation.Vote();
            acts.Add(() => operation.Go(pin));
        }
        return acts;
    }

    private static async Task<IReadOnlyList<Func<Task>>> AllReady(OnBoard[] operations)
    {
        foreach (var operation in operations)
            await Rest(operation);
        return [.. operations.Select(o => (Func<Task>)o.NotReady)];
    }

    // No go stands, and every site is ready.
    private static async Task Rest(OnBoard operation)
    {
        await operation.Hold();
        await operation.Ready();
    }
}
