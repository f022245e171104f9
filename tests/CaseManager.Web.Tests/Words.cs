using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CaseManager.Web.Tests;

/// <summary>What the pages say in one language, by the keys of their own texts: one story is told in all languages.</summary>
public sealed partial class Words
{
    private readonly string _language;
    private readonly List<JsonNode> _texts;

    private Words(string language)
    {
        _language = language;
        string[] folders = ["app", "records", "ui", .. Directory.GetDirectories(Path.Combine(WebBuilt.Source, "features")).Select(one => Path.Combine("features", Path.GetFileName(one)))];
        _texts = [.. folders.Select(one => Path.Combine(WebBuilt.Source, one, "texts")).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, $"*{language}.json")).Select(file => JsonNode.Parse(File.ReadAllText(file))!)];
    }

    /// <summary>As a browser asks for it.</summary>
    public string Locale => $"{_language}-CA";

    /// <param name="language">Such as <c>fr</c>.</param>
    public static Words Of(string language) => new(language);

    /// <summary>The words under the key, such as <c>board.voteFor</c>, with what stands in them.</summary>
    /// <exception cref="KeyNotFoundException">No page says it, or it says more than was given.</exception>
    public string this[string key, params (string Name, object Value)[] with]
    {
        get
        {
            var said = _texts.Select(text => At(text, key)).FirstOrDefault(found => found is not null)
                ?? throw new KeyNotFoundException($"No page says “{key}” in {_language}.");
            foreach (var (name, value) in with)
                said = said.Replace($"{{{{{name}}}}}", value.ToString(), StringComparison.Ordinal);
            return Gap().IsMatch(said) ? throw new KeyNotFoundException($"“{key}” says more than was given: {said}") : said;
        }
    }

    private static string? At(JsonNode text, string key)
    {
        JsonNode? here = text;
        foreach (var part in key.Split('.'))
            here = (here as JsonObject)?[part];
        return here is JsonValue value ? value.GetValue<string>() : null;
    }

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Gap();
}
