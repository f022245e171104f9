using System.Globalization;
using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;

namespace CaseManager.Repo.Tests.Rules;

/// <summary>The form of a decision record: short, numbered, four headings in this order.</summary>
internal static partial class Decisions
{
    public const int MostLines = 60;

    private static readonly string[] _headings = ["## Context", "## Decision", "## Consequences", "## What would change our mind"];

    public static IEnumerable<string> Problems(Source record)
    {
        var lines = record.Text.TrimEnd().Split('\n');
        if (lines.Length > MostLines)
            yield return $"{record.Path} has {lines.Length.ToString(CultureInfo.InvariantCulture)} lines";
        if (!lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).SequenceEqual(_headings))
            yield return $"{record.Path} lacks a heading";
        if (Number().Match(record.Path) is not { Success: true } number || !lines[0].StartsWith($"# {number.Groups[1].Value}: ", StringComparison.Ordinal))
            yield return $"{record.Path} is not titled by its number";
    }

    [GeneratedRegex(@"/(\d{4})-[a-z0-9-]+\.md$")]
    private static partial Regex Number();
}
