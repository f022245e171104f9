using System.Globalization;
using System.Text.Json;
using Alba;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Store;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What is there already is marked anew: raised, it is gone for whom it shuts out, on every path and at once; lowered by those it comes from, it is there.</summary>
[Collection(ApiTests.Name)]
public sealed class RelabellingTests(ServerHost host) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>A record of a case on every path on which one comes to it.</summary>
    private const string Paths =
        """
        query($case: ID!, $id: ID!, $words: String!, $then: DateTime!) {
          node(id: $id) { __typename }
          case(id: $case) { timeline(where: { text: { contains: $words } }) { totalCount nodes { text } } timelineHistogram { count } exhibits { totalCount } tasks { totalCount } }
          then: case(id: $case, asOf: $then) { timeline(asOf: $then, where: { text: { contains: $words } }) { totalCount } exhibits(asOf: $then) { totalCount } }
          search(text: $words) { totalCount nodes { __typename } }
        }
        """;

    private const string Following = "subscription($case: ID!) { timelineChanged(case: $case) { text } }";

    private readonly Northgate _world = host.World;
    private IAlbaHost _there = null!;
    private Voice _theoThere = null!;

    public async Task InitializeAsync()
    {
        _there = await host.AnotherNode();
        _theoThere = host.As("theo.lang", "OPS", _there.Server.CreateClient());
    }

    public Task DisposeAsync() => _there.DisposeAsync().AsTask();

    [Fact]
    public async Task An_entry_raised_to_red_is_gone_for_all_but_those_named_on_every_path_and_node()
    {
        var file = await _world.NewCase();
        var words = Words();
        var entry = await _world.NewEntry(file, $"The informant {words} was seen.");
        await _world.Maya.Do("correctTimelineEntry", new { entry, version = 1, text = $"The informant {words} was heard.", reason = "Misheard" });
        var other = await _world.NewEntry(file, "Something else.");
        var link = (await _world.Theo.Do("linkRecords", new { from = other, to = entry, kind = "RELATED" })).Id;
        var then = await Now();
        Assert.Equal((true, 1, 1, 1), await Sees(_world.Theo, file, entry, words, then));
        Assert.Equal((true, 1, 1, 1), await Sees(_theoThere, file, entry, words, then));
        Assert.Equal(1, await Links(_world.Theo, other));

        var raised = await _world.Maya.Do("changeTimelineEntryMarking", Red(entry, 2, _world.Maya));

        Assert.Equal(3, raised.Version);
        foreach (var shutOut in new[] { _world.Theo, _theoThere, _world.Jules })
        {
            Assert.Equal((false, 0, 0, 0), await Sees(shutOut, file, entry, words, then));
            Assert.Equal(await shutOut.Answer(Paths, Ask(file, GlobalIds.Nothing("TimelineEntry"), words, then)), await shutOut.Answer(Paths, Ask(file, entry, words, then)));
            Assert.Equal(0, await Links(shutOut, other));
            Assert.Equal("record.unknown", (await shutOut.Act("unlinkRecords", new { from = other, to = entry, kind = "RELATED", reason = "Wrong" })).Code);
        }
        Assert.Equal((true, 1, 1, 1), await Sees(_world.Maya, file, entry, words, then));
        Assert.Equal(1, await Links(_world.Maya, other));
        Assert.Equal("RED", await Marked(_world.Maya, link));

        // Acts go on under the label by now.
        await _world.Maya.Do("tagTimelineEntry", new { entry, tag = "source" });
        await _world.Maya.Do("unlinkRecords", new { from = other, to = entry, kind = "RELATED", reason = "Gives it away" });
        Assert.Equal((false, 0, 0, 0), await Sees(_world.Theo, file, entry, words, then));
    }

    [Fact]
    public async Task Lowered_again_by_its_originator_it_lets_in_and_its_history_says_who_why_from_what_and_to_what()
    {
        var file = await _world.NewCase();
        var words = Words();
        var entry = await _world.NewEntry(file, $"The informant {words} was seen.");
        var then = await Now();
        await _world.Maya.Do("changeTimelineEntryMarking", Red(entry, 1, _world.Maya));
        Assert.Equal((false, 0, 0, 0), await Sees(_world.Theo, file, entry, words, then));

        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 2, tlp = "AMBER", caveats = new { handling = new[] { "H1" } }, reason = "Named in court" });

        Assert.Equal((true, 1, 1, 1), await Sees(_world.Theo, file, entry, words, then));
        Assert.Equal((true, 1, 1, 1), await Sees(_theoThere, file, entry, words, then));
        var told = await _world.Theo.Ask(
            "query($id: ID!) { timelineEntry(id: $id) { tlp history { what reason by { name } fields { field was is } } } }", new { id = entry });
        var history = told.GetProperty("timelineEntry").GetProperty("history").EnumerateArray().Skip(1).Select(change => change.GetRawText());
        Assert.Equal(
            [
                """{"what":"entry.marking-changed.v1","reason":"The source is at risk","by":{"name":"Maya Roy"},"fields":[{"field":"tlp","was":"AMBER","is":"RED"},{"field":"restrictions","was":null,"is":"BY NAME 1"}]}""",
                """{"what":"entry.marking-changed.v1","reason":"Named in court","by":{"name":"Maya Roy"},"fields":[{"field":"tlp","was":"RED","is":"AMBER"},{"field":"restrictions","was":"BY NAME 1","is":"H1"}]}""",
            ], history);
    }

    [Fact]
    public async Task Whoever_corrects_it_raises_it_and_its_originator_alone_lowers_it()
    {
        var file = await _world.NewCase();
        var entry = (await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "From our own informant.", occurred = Northgate.AtEight, tlp = "AMBER_STRICT" })).Id;
        object As(long version, string tlp) => new { entry, version, tlp, reason = "As agreed" };
        // Maya leads the case for another agency; Theo's agency is the originator, and he does not lead.
        Assert.Equal("label.only-originator", (await _world.Maya.Act("changeTimelineEntryMarking", As(1, "AMBER"))).Code);
        Assert.Equal("label.only-originator", (await _world.Theo.Act("changeTimelineEntryMarking", As(1, "AMBER"))).Code);
        Assert.Equal("entry.tlp-below-case", (await _world.Theo.Act("changeTimelineEntryMarking", As(1, "GREEN"))).Code);
        Assert.Equal("input.missing", (await _world.Theo.Act("changeTimelineEntryMarking", new { entry, version = 1, tlp = "RED", readers = new[] { _world.Theo.Id }, reason = "" })).Code);

        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 1, tlp = "AMBER_STRICT", caveats = new { handling = new[] { "H2" } }, reason = "Partner asked" });
        Assert.Equal("label.only-originator", (await _world.Maya.Act("changeTimelineEntryMarking", As(2, "AMBER_STRICT"))).Code);
        Assert.Equal("record.stale", (await _world.Theo.Act("changeTimelineEntryMarking", As(1, "RED"))).Code);
        Assert.Equal("label.shuts-you-out", (await _world.Maya.Act("changeTimelineEntryMarking",
            new { entry, version = 2, tlp = "AMBER_STRICT", caveats = new { handling = new[] { "H2" }, notTo = new { agencies = new[] { "CFP" } } }, reason = "By mistake" })).Code);

        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "LIAISON", reason = "Speaks for OPS" });
        await _world.Theo.Do("changeTimelineEntryMarking", As(2, "AMBER"));
        var same = await _world.Theo.Do("changeTimelineEntryMarking", As(3, "AMBER"));
        Assert.Equal(3, same.Version);
        Assert.Equal(3, await host.FactsOf(entry));
    }

    [Fact]
    public async Task A_case_takes_along_all_that_stands_under_it_and_brings_it_back()
    {
        var file = await _world.NewCase();
        var words = Words();
        var entry = await _world.NewEntry(file, $"The informant {words} was seen.");
        var own = (await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Of another agency.", occurred = Northgate.AtEight, tlp = "AMBER_STRICT" })).Id;
        var task = await Northgate.NewTask(_world.Maya, file, _world.Theo);
        var exhibit = (await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "S-1", description: words))).Id;
        await _world.Theo.Do("resealExhibit", new { exhibit, version = 1, seal = "S-2", reason = "Torn" });
        await _world.Theo.Do("linkRecords", new { from = entry, to = exhibit, kind = "RELATED" });
        var then = await Now();
        // The entry and the one that tells of the exhibit; found with them the exhibit itself.
        Assert.Equal((true, 2, 2, 3), await Sees(_world.Theo, file, exhibit, words, then));

        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 1, tlp = "RED", readers = new[] { _world.Jules.Id }, reason = "The source is at risk" });

        foreach (var id in new[] { file, entry, own, task, exhibit })
        {
            Assert.Equal((false, 0, 0, 0), await Sees(_world.Theo, file, id, words, then));
            Assert.Equal((false, 0, 0, 0), await Sees(_theoThere, file, id, words, then));
        }
        foreach (var named in new[] { _world.Maya, _world.Jules })
        {
            Assert.Equal((true, 2, 2, 3), await Sees(named, file, exhibit, words, then));
            foreach (var id in new[] { file, entry, task, exhibit })
                Assert.Equal("RED", await Marked(named, id));
        }
        // It is the other agency's own beside: read by those alone whom both let in.
        Assert.Equal("RED", await Marked(_world.Jules, own));
        Assert.Equal("entry.tlp-below-case", (await _world.Jules.Act("changeTimelineEntryMarking", new { entry, version = 1, tlp = "AMBER", reason = "Too much" })).Code);
        await _world.Jules.Do("correctExhibitDescription", new { exhibit, version = 2, description = "Less", reason = "Misread" });

        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 2, tlp = "AMBER", reason = "Named in court" });

        Assert.True((await Sees(_world.Theo, file, exhibit, words, then)).There);
        Assert.Equal("AMBER", await Marked(_world.Theo, entry));
        Assert.Equal("AMBER", await Marked(_world.Theo, exhibit));
        Assert.Equal("AMBER_STRICT", await Marked(_world.Theo, own));
        await _world.Theo.Do("resealExhibit", new { exhibit, version = 3, seal = "S-3", reason = "Torn" });
    }

    [Fact]
    public async Task What_says_of_itself_what_its_case_says_for_a_while_keeps_it()
    {
        var file = await _world.NewCase();
        var words = Words();
        var entry = await _world.NewEntry(file, $"Not for partners, {words}.");
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, $"S-{words}"))).Id;
        var then = await Now();
        var apart = new { notTo = new { agencies = new[] { "OPS" } } };
        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 1, tlp = "AMBER", caveats = apart, reason = "The source is theirs" });
        await _world.Maya.Do("changeExhibitMarking", new { exhibit, version = 1, tlp = "AMBER", caveats = apart, reason = "The source is theirs" });

        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 1, tlp = "AMBER", caveats = apart, reason = "The source is theirs" });
        await _world.Maya.Do("resealExhibit", new { exhibit, version = 2, seal = $"T-{words}", reason = "Torn" });
        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 2, tlp = "AMBER", reason = "They know" });

        var plain = await _world.NewEntry(file, "For all.");
        Assert.True((await Sees(_world.Theo, file, plain, words, then)).There);
        foreach (var id in new[] { entry, exhibit })
            Assert.Equal((false, 0, 0, 0), await Sees(_world.Theo, file, id, words, then));
        Assert.Equal((true, 3, 2, 4), await Sees(_world.Maya, file, exhibit, words, then));
    }

    [Fact]
    public async Task An_exhibit_raised_takes_along_what_its_case_tells_of_it_and_its_holder_still_reads_it()
    {
        var file = await _world.NewCase();
        var words = Words();
        var exhibit = (await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "S-1", description: words))).Id;
        var then = await Now();
        Assert.Equal((true, 1, 1, 2), await Sees(_world.Jules, file, exhibit, words, then));

        await _world.Maya.Do("changeExhibitMarking", new { exhibit, version = 1, tlp = "RED", readers = new[] { _world.Maya.Id }, reason = "It names the source" });

        Assert.Equal((false, 0, 0, 0), await Sees(_world.Jules, file, exhibit, words, then));
        Assert.Equal((true, 1, 1, 2), await Sees(_world.Theo, file, exhibit, words, then));
        await _world.Theo.Do("resealExhibit", new { exhibit, version = 2, seal = $"S-{words}", reason = "Torn" });
        Assert.Equal((false, 0, 0, 0), await Sees(_world.Jules, file, exhibit, words, then));
        Assert.Equal("label.only-originator", (await _world.Theo.Act("changeExhibitMarking", new { exhibit, version = 3, tlp = "AMBER", reason = "Enough" })).Code);
        await _world.Maya.Do("changeExhibitMarking", new { exhibit, version = 3, tlp = "AMBER", reason = "Enough" });
        Assert.True((await Sees(_world.Jules, file, exhibit, words, then)).There);
    }

    [Fact]
    public async Task Who_is_shut_out_while_following_hears_no_more_and_an_open_list_is_asked_for_anew()
    {
        var file = await _world.NewCase();
        await _world.NewEntry(file);
        await using var line = await _world.Theo.Listen(Following, new { @case = file });
        await using var lists = await _theoThere.Listen("subscription { listsChanged(types: [\"Case\"]) { types } }");
        await lists.Next(Soon);
        await _world.NewEntry(file, "Heard.");
        Assert.Contains("Heard.", (await line.Next(Soon)).ToString(), StringComparison.Ordinal);

        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 1, tlp = "RED", readers = new[] { _world.Maya.Id }, reason = "The source is at risk" });

        await _world.NewEntry(file, "Not for Theo.");
        Assert.Null(await line.Next(Soon));
        Assert.Contains("Case", (await lists.Next(Soon)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_shown_it_before_is_told_to_those_alone_who_may_read_it_now()
    {
        var file = await _world.NewCase();
        await _world.Jules.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "AUDITOR", reason = "Oversees" });
        var (entry, other) = (await _world.NewEntry(file, "About the source."), await _world.NewEntry(file, "About the weather."));
        await _world.Theo.Ask("query($id: ID!) { case(id: $id) { timeline { nodes { id text } } } }", new { id = file });
        async Task<int> Lines(Voice by, string record) => (await by.Ask(
            "query($record: ID!) { readLog(record: $record, first: 20) { totalCount nodes { officer { name } } } }", new { record })).GetProperty("readLog").GetProperty("totalCount").GetInt32();
        var (ofEntry, ofOther) = (await Lines(_world.Amara, entry), await Lines(_world.Amara, other));
        Assert.True(ofEntry > 0 && ofOther > 0);

        await _world.Maya.Do("changeTimelineEntryMarking", Red(entry, 1, _world.Jules));
        Assert.Equal(0, await Lines(_world.Amara, entry));
        Assert.True(await Lines(_world.Amara, other) >= ofOther);
        Assert.True(await Lines(_world.Jules, entry) >= ofEntry);

        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 2, tlp = "AMBER", reason = "Named in court" });
        Assert.True(await Lines(_world.Amara, entry) >= ofEntry);
    }

    [Fact]
    public async Task Nobody_seals_in_a_compartment_that_is_hidden_from_them()
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        foreach (var compartment in new[] { _world.Compartment, GlobalIds.Nothing("Compartment") })
        {
            var outcome = await _world.Maya.Act("changeTimelineEntryMarking", new { entry, version = 1, tlp = "AMBER", caveats = new { compartments = new[] { compartment } }, reason = "Seal" });
            Assert.Equal(("record.unknown", "caveats.compartments"), (outcome.Code, outcome.Field));
        }
        Assert.Equal(1, await host.FactsOf(entry));
    }

    private static string Words() => $"w{Random.Shared.Next(10_000_000, 99_999_999)}";

    private static object Red(string entry, long version, params Voice[] readers) =>
        new { entry, version, tlp = "RED", readers = readers.Select(reader => reader.Id), reason = "The source is at risk" };

    private static object Ask(string file, string id, string words, string then) => new { @case = file, id, words, then };

    /// <summary>Whether it is there, how many entries of its words, then and now, and how many are found.</summary>
    private static async Task<(bool There, int Entries, int Then, int Found)> Sees(Voice by, string file, string id, string words, string then)
    {
        var told = await by.Ask(Paths, Ask(file, id, words, then));
        return (told.GetProperty("node").ValueKind != JsonValueKind.Null, Count(told.GetProperty("case")), Count(told.GetProperty("then")),
            told.GetProperty("search").GetProperty("totalCount").GetInt32());

        static int Count(JsonElement file) => file.ValueKind == JsonValueKind.Null ? 0 : file.GetProperty("timeline").GetProperty("totalCount").GetInt32();
    }

    private static async Task<int> Links(Voice by, string entry) =>
        (await by.Ask("query($id: ID!) { timelineEntry(id: $id) { links { totalCount } } }", new { id = entry }))
            .GetProperty("timelineEntry").GetProperty("links").GetProperty("totalCount").GetInt32();

    private static async Task<string?> Marked(Voice by, string id) => (await by.Ask(
        "query($id: ID!) { node(id: $id) { ... on Case { marking { tlp } } ... on TimelineEntry { marking { tlp } } ... on Exhibit { marking { tlp } } ... on Task { marking { tlp } } ... on Link { marking { tlp } } } }",
        new { id })).GetProperty("node").GetProperty("marking").GetProperty("tlp").GetString();

    /// <summary>By the database's clock, which this machine shares; it is in the past when it is asked.</summary>
    private async Task<string> Now() => (await Query.One<DateTime>(host.Database, "select clock_timestamp()")).ToString("O", CultureInfo.InvariantCulture);
}
