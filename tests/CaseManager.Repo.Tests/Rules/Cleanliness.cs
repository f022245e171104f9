using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;

namespace CaseManager.Repo.Tests.Rules;

/// <summary>What has no place in the tree. The patterns are written so that this file does not match itself.</summary>
internal static partial class Cleanliness
{
    public static IEnumerable<string> Problems(Source file)
    {
        foreach (var (line, number) in file.Lines.Select((line, i) => (line, i + 1)))
        {
            if (MachinePath().IsMatch(line))
                yield return $"{file.Path}:{number} names a path of some machine";
            if (Secret().IsMatch(line))
                yield return $"{file.Path}:{number} holds a secret";
            if (Unfinished().IsMatch(line))
                yield return $"{file.Path}:{number} is marked as unfinished";
            if (IsLockOrFeed(file.Path) && Address().IsMatch(line))
                yield return $"{file.Path}:{number} names a registry";
            if (line.Any(c => char.IsControl(c) && c is not ('\t' or '\r')))
                yield return $"{file.Path}:{number} holds a control character";
        }
    }

    private static bool IsLockOrFeed(string path) =>
        Path.GetFileName(path) is "package-lock.json" or "packages.lock.json" or ".npmrc" or "nuget.config" or "NuGet.Config";

    [GeneratedRegex(@"(?<![\w./>-])/(work|root|home/\w+|Users/\w+|tmp/[a-z_]+\.[0-9])(/|\b)|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\\]|\b(ghp|gho|glpat|xox[bp])[_-][A-Za-z0-9]{16,}|\bAKIA[0-9A-Z]{16}\b|(?i:password|secret|api_?key)""?\s*[=:]\s*""?(?!\$|\{|<)[A-Za-z0-9+/]{12,}|_auth" + "Token")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b|NotImplemented" + "Exception")]
    private static partial Regex Unfinished();

    // Funding notes of packages may stand in a lock file; where a package came from may not.
    [GeneratedRegex(@"(""resolved""\s*:\s*""|registry\s*=\s*|<add\b.*value="")https?://")]
    private static partial Regex Address();
}
