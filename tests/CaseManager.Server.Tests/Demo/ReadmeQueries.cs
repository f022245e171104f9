using System.Text.RegularExpressions;
using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Server.Tests.Demo;

/// <summary>The README's GraphQL blocks, each with the officer named in its first line.</summary>
internal static partial class ReadmeQueries
{
    public static IReadOnlyList<(string Subject, string Document)> All { get; } =
        [.. Blocks().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Find()!, "README.md"))).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    /// <summary>How many blocks there are, with or without an officer.</summary>
    public static int Fences { get; } =
        File.ReadAllLines(Path.Combine(RepositoryRoot.Find()!, "README.md")).Count(line => line.StartsWith("```graphql", StringComparison.Ordinal));

    [GeneratedRegex("```graphql\\n# as ([a-z0-9.]+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
