using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>People look for what they remember of a record, and find what they may see of it.</summary>
[Collection(ApiTests.Name)]
public sealed class SearchTests(ServerHost host)
{
    private const string Question =
        """
        query($text: String!, $tag: String, $person: ID, $types: [String!], $first: Int, $after: String, $last: Int, $before: String) {
          search(text: $text, tag: $tag, person: $person, types: $types, first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { record { __typename id } excerpt { text matches } changedAt }
            edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private readonly Northgate _world = host.World;

    [Theory]
    [InlineData("forklifts smelling")] // other forms of the words, in English
    [InlineData("entrepôts")] // and in French
    [InlineData("entrepot")] // and without the accents
    [InlineData("dvorak")] // of any Latin letter
    [InlineData("\"drums smell\"")]
    [InlineData("forklift -lorry")]
    [InlineData("forklift or zeppelin")]
    [InlineData("hs 31")]
    [InlineData("HS-31")]
    public async Task An_entry_is_found_by_its_words_and_by_its_source(string text)
    {
        var entry = await Told();
        Assert.Contains(entry, Ids(await Found(_world.Theo, new { text, first = 50 })));
    }

    [Theory]
    [InlineData("forklift lorry")]
    [InlineData("forklift -smell")]
    [InlineData("\"smell drums\"")]
    [InlineData("hs 32")]
    public async Task And_not_by_what_it_does_not_say(string text)
    {
        var entry = await Told();
        Assert.DoesNotContain(entry, Ids(await Found(_world.Theo, new { text, first = 50 })));
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_however_it_is_written()
    {
        foreach (var text in new[] { "NG-2026-014", "ng2026014", "NG 2026 014" })
            Assert.Equal(_world.Halden, Ids(await Found(_world.Theo, new { text, types = new[] { "Case" } }))[0]);
        Assert.Contains(_world.Halden, Ids(await Found(_world.Theo, new { text = "ng-2026-01", types = new[] { "Case" }, first = 50 })));
    }

    [Fact]
    public async Task Tag_and_person_narrow_it_and_serve_alone()
    {
        var file = await _world.NewCase();
        var tagged = (await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Pelican at the quay.", occurred = Northgate.AtEight, tags = new[] { "pelican-run" } })).Id;
        var other = await _world.NewEntry(file, "Another pelican.");
        Assert.Equal([tagged], Ids(await Found(_world.Maya, new { text = "pelican", tag = "pelican-run" })));
        Assert.Equal([tagged], Ids(await Found(_world.Maya, new { text = "", tag = "Pelican-Run" })));
        Assert.Equal([other], Ids(await Found(_world.Theo, new { text = "pelican", person = _world.Maya.Id, types = new[] { "TimelineEntry" } })));
        Assert.Contains(tagged, Ids(await Found(_world.Maya, new { text = "", person = _world.Theo.Id, types = new[] { "TimelineEntry" }, first = 50 })));
        Assert.Empty(Ids(await Found(_world.Maya, new { text = " " })));
        Assert.Empty(Ids(await Found(_world.Maya, new { text = "pelican", types = new[] { "NoSuchType" } })));
    }

    [Fact]
    public async Task The_passage_is_shown_with_what_matches()
    {
        await Told();
        var hit = (await Found(_world.Theo, new { text = "forklift", first = 1 })).GetProperty("nodes")[0];
        var pieces = hit.GetProperty("excerpt").EnumerateArray().ToArray();
        Assert.Equal("Forklift", pieces.First(p => p.GetProperty("matches").GetBoolean()).GetProperty("text").GetString());
        Assert.Contains("driver says the drums smell", string.Concat(pieces.Select(p => p.GetProperty("text").GetString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_corrected_is_found_by_what_it_says_now()
    {
        var entry = await _world.NewEntry(await _world.NewCase(), "A white flamingo van.");
        await _world.Maya.Do("correctTimelineEntry", new { entry, version = 1, text = "A white cormorant van.", reason = "Misheard" });
        Assert.Equal([entry], Ids(await Found(_world.Maya, new { text = "cormorant" })));
        Assert.Empty(Ids(await Found(_world.Maya, new { text = "flamingo" })));
    }

    [Fact]
    public async Task Pages_go_both_ways_without_gap_or_double()
    {
        var file = await _world.NewCase();
        var all = new HashSet<string>();
        for (var i = 0; i < 7; i++)
            all.Add(await _world.NewEntry(file, string.Concat(Enumerable.Repeat("Albatross. ", 1 + i % 3))));
        var (read, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await Found(_world.Maya, new { text = "albatross", first = 3, after });
            read.AddRange(Ids(page));
            Assert.Equal(7, page.GetProperty("totalCount").GetInt32());
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        Assert.Equal(7, read.Count);
        Assert.Equal(all, [.. read]);
        var last = await Found(_world.Maya, new { text = "albatross", last = 3 });
        Assert.Equal(read[4..], Ids(last));
        var before = last.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        Assert.Equal(read[1..4], Ids(await Found(_world.Maya, new { text = "albatross", last = 3, before })));
        Assert.Contains("HC0078", await _world.Maya.Answer(Question, new { text = "cormorant", first = 3, after = before }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_may_not_see_is_neither_found_nor_counted_nor_hinted_at()
    {
        foreach (var text in new[] { "Lanternfish", "surfaced" })
        {
            Assert.NotEqual(0, (await Found(_world.Desk, new { text })).GetProperty("totalCount").GetInt32());
            foreach (var outsider in new[] { _world.Maya, _world.Theo, _world.Jules, _world.Novak, _world.Stranger })
                Assert.Equal(await outsider.Answer(Question, new { text = "Xyzzyfish" }), await outsider.Answer(Question, new { text }));
        }
    }

    private async Task<string> Told() => (await _world.Maya.Do("recordTimelineEntry", new
    {
        @case = await _world.NewCase(), text = "Forklift driver says the drums smell wrong; rien dans l'entrepôt (Dvořák).", occurred = Northgate.AtEight,
        source = new { kind = "DOCUMENT", reference = "HS-31" },
    })).Id;

    private static async Task<JsonElement> Found(Voice who, object what) => (await who.Ask(Question, what)).GetProperty("search");

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("record").GetProperty("id").GetString()!)];
}
