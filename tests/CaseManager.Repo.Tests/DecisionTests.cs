using CaseManager.Repo.Tests.Rules;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed class DecisionTests
{
    private const string Good = "# 0009: X\n\n## Context\n## Decision\n## Consequences\n## What would change our mind\n";

    [Fact]
    public void Records_are_short_and_say_what_would_change_our_mind()
    {
        var records = Tree.Files.Where(f => f.Path.StartsWith("docs/adr/", StringComparison.Ordinal)).ToList();

        Assert.True(records.Count >= 8, $"found {records.Count}");
        Assert.Empty(records.SelectMany(Decisions.Problems));
        Assert.Equal(records.Count, records.Select(r => r.Path[9..13]).Distinct().Count());
    }

    [Fact]
    public void A_good_one_passes() => Assert.Empty(Decisions.Problems(new("docs/adr/0009-x.md", Good)));

    [Theory]
    [InlineData("docs/adr/0009-x.md", "# 0009: X\n## Context\n## Decision\n## Consequences\n", "lacks a heading")]
    [InlineData("docs/adr/0010-x.md", Good, "is not titled by its number")]
    public void A_bad_one_is_found(string path, string text, string problem) =>
        Assert.Equal([$"{path} {problem}"], Decisions.Problems(new(path, text)));

    [Fact]
    public void A_long_one_is_found() =>
        Assert.Equal(["docs/adr/0009-x.md has 66 lines"], Decisions.Problems(new("docs/adr/0009-x.md", Good + new string('\n', 59) + "end")));
}
