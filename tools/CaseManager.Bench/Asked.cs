namespace CaseManager.Bench;

/// <summary>The command line: <c>[--quick | --small] [--million] [P1 P2 … custody board go figures read-log search subscribers web]</c>: small is the world of quick with the times of the full run, million the large world with any times; everything when nothing is named.</summary>
internal sealed class Asked(string[] args)
{
    private readonly HashSet<string> _names = [.. args.Where(a => !a.StartsWith('-'))];

    public bool Quick { get; } = args.Contains("--quick");

    public bool Small { get; } = !args.Contains("--million") && (args.Contains("--quick") || args.Contains("--small"));

    public int Rounds => Quick ? 5 : 7;

    public TimeSpan Turn => TimeSpan.FromSeconds(Quick ? 0.2 : 1.2);

    /// <summary>Long enough for the compiler's second thoughts.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Quick ? 0.8 : 3);

    public int Facts => Small ? 50_000 : 1_000_000;

    public int Cases => Small ? 100 : 1_000;

    public static int LongTimeline => 10_000;

    public int Rebuilds => Quick ? 3 : 5;

    /// <summary>How long the server is kept busy for its memory.</summary>
    public TimeSpan Load => Quick ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(10);

    public bool NeedsWorld => _names.Count == 0 || !_names.IsSubsetOf(["P11", "P12", "subscribers", "web"]);

    public bool For(string goal) => _names.Count == 0 || _names.Contains(goal);
}
