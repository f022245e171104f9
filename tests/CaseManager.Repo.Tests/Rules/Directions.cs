using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;

namespace CaseManager.Repo.Tests.Rules;

/// <summary>Who may know whom. Each rule names what it found and where.</summary>
internal static partial class Directions
{
    private static readonly string[] _sessions =
        ["IDocumentStore", "IDocumentSession", "IQuerySession", "IDocumentOperations", "NpgsqlDataSource", "NpgsqlConnection", "NpgsqlCommand"];

    private static readonly string[] _transport = ["GraphQl", "Identity", "Hosting", "Kernel"];

    public static IEnumerable<string> Problems(Source file) => file.Path.Split('/') switch
    {
        ["src", "CaseManager.Domain", var noun, ..] => Domain(file, noun),
        ["src", "CaseManager.Server", var part, _, ..] => Server(file, part),
        _ => [],
    };

    private static IEnumerable<string> Domain(Source file, string noun) =>
        Named(DomainNoun(), file).Where(other => other != "Kernel" && other != noun).Select(other => $"{file.Path} knows Domain.{other}")
            .Concat(Named(ServerPart(), file).Select(part => $"{file.Path} knows Server.{part}"));

    private static IEnumerable<string> Server(Source file, string part)
    {
        if (part != "GraphQl" && Engine().IsMatch(file.Text))
            yield return $"{file.Path} knows the GraphQL engine";
        if (part != "Kernel")
            foreach (var name in _sessions.Where(name => Word(name).IsMatch(file.Text)))
                yield return $"{file.Path} names {name}";
        if (!_transport.Contains(part) && Word("HttpContext").IsMatch(file.Text))
            yield return $"{file.Path} names HttpContext";
        if (!IsNoun(part))
            yield break;
        foreach (var other in Named(DomainNoun(), file).Where(other => other != "Kernel" && other != "Access" && other != part))
            yield return $"{file.Path} knows Domain.{other}";
        foreach (var other in Named(ServerPart(), file).Where(other => other != "Kernel" && other != part))
            yield return $"{file.Path} knows Server.{other}";
    }

    /// <summary>Folders that stand in both assemblies are the nouns.</summary>
    private static bool IsNoun(string part) => part != "Kernel" && Directory.Exists(Path.Combine(Tree.Root, "src", "CaseManager.Domain", part));

    private static IEnumerable<string> Named(Regex pattern, Source file) => pattern.Matches(file.Text).Select(m => m.Groups[1].Value).Distinct();

    private static Regex Word(string name) => new($@"\b{name}\b");

    [GeneratedRegex(@"\bDomain\.([A-Z]\w+)")]
    private static partial Regex DomainNoun();

    [GeneratedRegex(@"\bCaseManager\.Server\.([A-Z]\w+)")]
    private static partial Regex ServerPart();

    [GeneratedRegex(@"^\s*(global )?using (static )?(\w+ = )?GraphQL(Parser)?\b", RegexOptions.Multiline)]
    private static partial Regex Engine();
}
