using CaseManager.Repo.Tests.Rules;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed class WebTextTests
{
    private const string Web = "src/CaseManager.Web/";

    private static readonly IReadOnlyList<Source> _code =
        [.. Tree.Files.Where(f => f.Path.StartsWith(Web, StringComparison.Ordinal) && (f.Path.EndsWith(".ts", StringComparison.Ordinal) || f.Path.EndsWith(".tsx", StringComparison.Ordinal)))];

    private static readonly Dictionary<string, string> _english = All("en");

    private static readonly Dictionary<string, string> _french = All("fr");

    [Fact]
    public void Everything_is_said_in_both_languages()
    {
        Assert.True(_english.Count > 300, $"found {_english.Count}");
        Assert.Empty(WebTexts.Differences(_english, _french));
    }

    [Fact]
    public void French_is_set_as_French_is() => Assert.Empty(WebTexts.Slips(_french));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_file_of_texts_is_part_of_the_app(string language)
    {
        // At once, or with the first page or refusal that needs them.
        var taken = string.Concat(new[] { $"app/texts/all.{language}.ts", "app/texts.ts", "records/sentences.ts" }.Select(file => Tree.File(Web + file).Text));

        var missing = Files(language).Select(f => f.Path[Web.Length..].Replace("app/texts/", "./", StringComparison.Ordinal))
            .Where(path => !taken.Contains(path, StringComparison.Ordinal) && !taken.Contains(path.Replace("records/", "./", StringComparison.Ordinal), StringComparison.Ordinal)).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void Code_asks_for_texts_that_there_are()
    {
        var keys = _english.Keys.Select(WebTexts.Base).ToHashSet();

        Assert.Empty(_code.SelectMany(file => WebTexts.Missing(file, keys)));
    }

    [Fact]
    public void Every_text_is_asked_for() => Assert.Empty(WebTexts.Unused(_english.Keys.Select(WebTexts.Base).Distinct(), _code));

    [Fact]
    public void Every_refusal_has_a_sentence_and_every_sentence_a_refusal()
    {
        var codes = Refusals.Codes.Concat(Refusals.WireCodes).ToHashSet();
        var told = _english.Keys.Where(key => key.StartsWith(WebTexts.Refusal, StringComparison.Ordinal)).Select(key => key[WebTexts.Refusal.Length..]).ToHashSet();

        Assert.True(codes.Count > 160, $"found {codes.Count}");
        Assert.Empty(codes.Except(told).Select(code => $"no sentence for {code}"));
        Assert.Empty(told.Except(codes).Select(code => $"no refusal {code}"));
    }

    [Theory]
    [InlineData("""{"a":"Yes"}""", """{}""", "a is not in French")]
    [InlineData("""{}""", """{"a":{"b":"Oui"}}""", "a.b is not in English")]
    [InlineData("""{"a":""}""", """{"a":"Oui"}""", "a is empty")]
    [InlineData("""{"a":"By {{name}}"}""", """{"a":"Par {{nom}}"}""", "a has other values in French")]
    [InlineData("""{"a_one":"One","a_other":"{{count}}"}""", """{"a_one":"Un","a_other":"{{count}}"}""", "a is counted by _one, _many and _other in French")]
    public void A_difference_is_found(string english, string french, string problem) =>
        Assert.Equal([problem], WebTexts.Differences(WebTexts.Of(english), WebTexts.Of(french)));

    [Theory]
    [InlineData("l'heure", false)]
    [InlineData("l’heure", true)]
    [InlineData("Prêt ?", false)]
    [InlineData("Prêt\u00A0?", true)]
    [InlineData("Prêt\u202F?", true)]
    [InlineData("Heure: 12:30", false)]
    [InlineData("Heure\u00A0: 12:30, TLP:RED, https://", true)]
    [InlineData("Le mot «\u00A0qui:\u00A0» cherche", true)]
    [InlineData("« oui »", false)]
    [InlineData("«\u00A0oui\u00A0»", true)]
    public void A_slip_in_French_is_found(string text, bool good) => Assert.Equal(good, !WebTexts.Slips(new() { ["a"] = text }).Any());

    [Fact]
    public void A_text_that_is_missing_or_in_nobodys_mouth_is_found()
    {
        Source file = new("x.tsx", "t('a.b'); t('a.c'); t(`d.${kind as Kind}.name`); const key = on ? 'e.on' : 'e.off';");

        Assert.Equal(["x.tsx: a.c"], WebTexts.Missing(file, new HashSet<string> { "a.b" }));
        Assert.Equal(["d.x", "f.g"], WebTexts.Unused(["a.b", "d.x.name", "d.x", "e.on", "f.g", "stage.CLOSED"], [file]));
    }

    private static Dictionary<string, string> All(string language) =>
        Files(language).SelectMany(file => WebTexts.Of(file.Text)).GroupBy(text => text.Key).ToDictionary(same => same.Key, same => same.Single().Value);

    private static IEnumerable<Source> Files(string language) =>
        Tree.Files.Where(f => f.Path.StartsWith(Web, StringComparison.Ordinal) && f.Path.Contains("/texts/", StringComparison.Ordinal) && f.Path.EndsWith($"{language}.json", StringComparison.Ordinal));
}
