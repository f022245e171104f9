using System.Text.Json;
using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;

namespace CaseManager.Repo.Tests.Rules;

/// <summary>What the web app says: the same things in both languages, set as each language is set, and neither more nor less than the code asks for.</summary>
internal static partial class WebTexts
{
    public const string Refusal = "refusal.";

    /// <summary>The texts of one file by their full keys, such as <c>cases.head.number</c>.</summary>
    public static Dictionary<string, string> Of(string json)
    {
        var texts = new Dictionary<string, string>();
        Flatten("", JsonDocument.Parse(json).RootElement, texts);
        return texts;
    }

    /// <summary>What one language has and the other lacks, what is empty, and what is filled in with other values.</summary>
    public static IEnumerable<string> Differences(Dictionary<string, string> english, Dictionary<string, string> french)
    {
        var (en, fr) = (ByBase(english), ByBase(french));
        foreach (var key in en.Keys.Except(fr.Keys))
            yield return $"{key} is not in French";
        foreach (var key in fr.Keys.Except(en.Keys))
            yield return $"{key} is not in English";
        foreach (var key in en.Keys.Intersect(fr.Keys))
        {
            if (!Values(en[key]).SetEquals(Values(fr[key])))
                yield return $"{key} has other values in French";
            if (en[key].Count > 1 && en[key].Count != 2)
                yield return $"{key} is counted by _one and _other in English";
            if (en[key].Count > 1 && fr[key].Count != 3)
                yield return $"{key} is counted by _one, _many and _other in French";
        }
        foreach (var (key, _) in english.Concat(french).Where(text => string.IsNullOrWhiteSpace(text.Value)))
            yield return $"{key} is empty";
    }

    /// <summary>Where French is not set as French is: its apostrophe, and a space that does not break at its two-part signs.</summary>
    public static IEnumerable<string> Slips(Dictionary<string, string> french)
    {
        foreach (var (key, text) in french)
        {
            if (text.Contains('\''))
                yield return $"{key} has a straight apostrophe";
            if (Unspaced().IsMatch(text))
                yield return $"{key} lacks a no-break space: {text}";
        }
    }

    /// <summary>Keys that a file asks for by name and that there are no texts for.</summary>
    public static IEnumerable<string> Missing(Source file, IReadOnlySet<string> keys) =>
        Asked().Matches(file.Text).Select(m => m.Groups[1].Value).Where(key => !keys.Contains(key)).Distinct().Select(key => $"{file.Path}: {key}");

    /// <summary>Texts that no file asks for, by name or by a name made up of parts. The words of the schema's enums are there before a page shows them.</summary>
    public static IEnumerable<string> Unused(IEnumerable<string> keys, IReadOnlyList<Source> code)
    {
        var named = code.SelectMany(f => Literal().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet();
        var made = code.SelectMany(f => Template().Matches(f.Text)).Select(m => m.Groups[1].Value).Distinct()
            .Select(template => new Regex($"^{string.Join(".+", Hole().Split(template).Select(Regex.Escape))}$")).ToList();
        return keys.Where(key => !named.Contains(key) && !Word().IsMatch(key) && !made.Exists(form => form.IsMatch(key)));
    }

    /// <summary>The key by which code asks for it, whatever the count.</summary>
    public static string Base(string key) => Count().Replace(key, "");

    private static Dictionary<string, List<string>> ByBase(Dictionary<string, string> texts) =>
        texts.GroupBy(text => Base(text.Key)).ToDictionary(same => same.Key, same => same.Select(text => text.Value).ToList());

    private static HashSet<string> Values(List<string> texts) => [.. texts.SelectMany(text => Value().Matches(text)).Select(m => m.Value)];

    private static void Flatten(string path, JsonElement at, Dictionary<string, string> into)
    {
        if (at.ValueKind == JsonValueKind.String)
            into.Add(path, at.GetString()!);
        else
            foreach (var one in at.EnumerateObject())
                Flatten(path.Length == 0 ? one.Name : $"{path}.{one.Name}", one.Value, into);
    }

    [GeneratedRegex("_(one|many|other)$")]
    private static partial Regex Count();

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Value();

    // A colon within a word, as in TLP:RED or https://, or that is quoted with one, is none of the sentence.
    [GeneratedRegex(@"(^|[^\u00A0\u202F])(:(?= |$)|[;!?»])|«(?![\u00A0\u202F])")]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"\bt\(\s*'([^']+)'")]
    private static partial Regex Asked();

    [GeneratedRegex("""['"]([A-Za-z][\w-]*(?:\.[\w-]+)+)['"]""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"`([A-Za-z][\w-]*\.(?:[^`\s$]|\$\{[^}]*\})*)`")]
    private static partial Regex Template();

    [GeneratedRegex(@"\.[A-Z0-9_]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Hole();
}
