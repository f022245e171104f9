using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>One person who asks everything of one world, and what the model would have answered.</summary>
internal sealed partial class Asker(OracleNode node, World world, Person who)
{
    private readonly Voice _voice = node.As(who.Subject, who.Agency);

    public List<Finding> Findings { get; } = [];

    /// <summary>How many answers were held against the model.</summary>
    public int Comparisons { get; private set; }

    public Voice Voice => _voice;

    public bool Sees(Item item) => world.Sees(who, item);

    public bool SeesId(string? id) => id is not null && world.ById(id) is { } item && Sees(item);

    /// <summary>The answer's data, looked through for anything that is hidden from who asks.</summary>
    public async Task<JsonElement> Ask(string what, string query, object? variables = null)
    {
        var text = await _voice.Answer(query, variables);
        var answer = JsonDocument.Parse(text).RootElement;
        if (answer.TryGetProperty("errors", out var errors))
            throw new NoAnswerException(what, errors.ToString());
        Comparisons++;
        LookThrough(what, answer);
        return answer.GetProperty("data");
    }

    /// <summary>Nothing in it may be of a record that the model hides: no id, no word.</summary>
    public void LookThrough(string what, JsonElement answer)
    {
        switch (answer.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in answer.EnumerateObject())
                    LookThrough(what, property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var element in answer.EnumerateArray())
                    LookThrough(what, element);
                break;
            case JsonValueKind.String:
                LookAt(what, answer.GetString()!);
                break;
        }
    }

    private void LookAt(string what, string text)
    {
        if (world.ById(text) is { } item && !Sees(item))
            Report(true, what, $"id of {item}");
        foreach (Match key in Key().Matches(text))
            if (world.ByKey(Guid.Parse(key.Value)) is { } named && !Sees(named))
                Report(true, what, $"key of {named}");
        foreach (Match word in Canary().Matches(text))
            if (world.ByCanary(word.Value) is { } said && !Sees(said))
                Report(true, what, $"word of {said}");
    }

    /// <summary>The set must be exactly the one foretold.</summary>
    public void Same(string what, IEnumerable<Item> foretold, IEnumerable<string> answered)
    {
        Comparisons++;
        var (expected, got) = (foretold.Select(i => i.Id).ToHashSet(), answered.ToList());
        foreach (var id in got.Where(id => !expected.Contains(id)))
            Report(true, what, $"answers {world.ById(id)?.ToString() ?? id}");
        foreach (var id in expected.Except(got))
            Report(false, what, $"lacks {world.ById(id)}");
        if (got.Count != got.Distinct().Count())
            Report(true, what, "a row twice");
    }

    public void Same(string what, long expected, long got)
    {
        Comparisons++;
        if (expected != got)
            Report(got > expected, what, string.Create(CultureInfo.InvariantCulture, $"says {got}, is {expected}"));
    }

    /// <summary>Figures by key: counts of nothing hidden, and of all that is shown.</summary>
    public void Same(string what, IEnumerable<string> foretold, JsonElement figures)
    {
        var expected = foretold.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        var got = figures.EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!, f => f.GetProperty("count").GetInt32());
        foreach (var key in expected.Keys.Union(got.Keys))
            Same($"{what} {key}", expected.GetValueOrDefault(key), got.GetValueOrDefault(key));
    }

    /// <summary>A page that holds all rows: as many as it says, and those foretold.</summary>
    public void Page(string what, IEnumerable<Item> foretold, JsonElement page, Func<JsonElement, string>? id = null)
    {
        var expected = foretold.ToList();
        Same(what, expected, page.GetProperty("nodes").EnumerateArray().Select(id ?? Id));
        Same($"{what} totalCount", expected.Count, page.GetProperty("totalCount").GetInt32());
    }

    public void Report(bool leak, string what, string found) => Findings.Add(new Finding(leak, world.Seed, who.ToString(), what, found));

    public static string Id(JsonElement node) => node.GetProperty("id").GetString()!;

    [GeneratedRegex("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")]
    private static partial Regex Key();

    [GeneratedRegex("zq[bcdfghjkmnpqrtvwxz]{7}", RegexOptions.IgnoreCase)]
    private static partial Regex Canary();
}
