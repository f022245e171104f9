using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;

namespace CaseManager.Repo.Tests.Rules;

/// <summary>In the web app imports go one way: app to features to records to ui; features do not know each other.</summary>
internal static partial class WebDirections
{
    private const string Web = "src/CaseManager.Web/";

    public static IEnumerable<string> Problems(Source file)
    {
        if (!file.Path.StartsWith(Web, StringComparison.Ordinal))
            yield break;
        var parts = file.Path[Web.Length..].Split('/');
        foreach (var to in Import().Matches(file.Text).Select(m => Place(parts, m.Groups[1].Value)))
        {
            if (parts[0] == "ui" && to[0] is ("app" or "features" or "records" or "gql"))
                yield return $"{file.Path} knows {to[0]}";
            if (parts[0] == "records" && to[0] is ("app" or "features"))
                yield return $"{file.Path} knows {to[0]}";
            if (parts[0] == "features" && (to[0] == "app" || (to[0] == "features" && to[1] != parts[1])))
                yield return $"{file.Path} knows {string.Join('/', to.Take(2))}";
        }
    }

    private static string[] Place(string[] file, string import)
    {
        var place = new Stack<string>(file[..^1]);
        foreach (var step in import.Split('/'))
        {
            if (step == "..")
                place.TryPop(out _);
            else if (step != ".")
                place.Push(step);
        }
        return [.. place.Reverse(), ""];
    }

    [GeneratedRegex("""(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]""")]
    private static partial Regex Import();
}
