using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What an agency says of its records beside the traffic light: to whom they are released, what is sealed, from when on, and what may be done with them.</summary>
[Collection(ApiTests.Name)]
public sealed class CaveatTests(ServerHost host)
{
    private const string Marking =
        "marking { originators { code } tlp handling handlingTexts releasedTo { agencies { code } countries } notTo { agencies { code } countries } compartments { name } embargoUntil }";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly Northgate _world = host.World;

    [Theory]
    [InlineData("""{ "releasedTo": { "agencies": ["OPS"] } }""", true, false)]
    [InlineData("""{ "releasedTo": { "countries": ["CA"] } }""", true, false)]
    [InlineData("""{ "releasedTo": { "agencies": ["NLFI"], "countries": ["US"] } }""", false, true)]
    [InlineData("""{ "notTo": { "countries": ["NL"] } }""", true, false)]
    [InlineData("""{ "notTo": { "agencies": ["OPS"] } }""", false, true)]
    [InlineData("""{ "handling": ["H1", "H2"] }""", true, true)]
    public async Task All_that_stands_under_a_case_is_read_by_those_to_whom_it_is_released(string caveats, bool theo, bool sanne)
    {
        var number = $"OPS-2026-{Random.Shared.Next(10_000, 1_000_000)}";
        var onCase = await Open(JsonSerializer.Deserialize<JsonElement>(caveats), number);
        var entry = await _world.NewEntry(onCase, $"The words are {number}.");
        var task = await Northgate.NewTask(_world.Maya, onCase, _world.Maya, number);
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(onCase, "C-1"))).Id;

        foreach (var (who, sees) in new[] { (_world.Maya, true), (_world.Theo, theo), (_world.Sanne, sanne) })
        {
            var told = await who.Ask(
                "query($case: ID!, $ids: [ID!]!, $number: String!) { case(id: $case) { id timeline { totalCount } } nodes(ids: $ids) { id } cases(where: { number: { eq: $number } }) { totalCount } search(text: $number) { totalCount } }",
                new { @case = onCase, ids = new[] { entry, task, exhibit }, number });
            Assert.Equal((who.ToString(), sees), (who.ToString(), told.GetProperty("case").ValueKind != JsonValueKind.Null));
            Assert.All(told.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(sees, node.ValueKind != JsonValueKind.Null));
            Assert.Equal(sees ? 1 : 0, told.GetProperty("cases").GetProperty("totalCount").GetInt32());
            Assert.Equal(sees, told.GetProperty("search").GetProperty("totalCount").GetInt32() > 0);
        }
    }

    [Fact]
    public async Task A_sealed_case_is_there_for_those_inside_and_for_no_command_of_any_kind()
    {
        var compartment = (await _world.Maya.Do("establishCompartment", new { name = "KILN" })).Id;
        var onCase = await Open(new { compartments = new[] { compartment } });
        var entry = await _world.NewEntry(onCase, "The source is inside the firm.");
        const string question = "query($case: ID!, $entry: ID!) { case(id: $case) { id } timelineEntry(id: $entry) { id } }";
        var (hidden, missing) = (new { @case = onCase, entry }, new { @case = GlobalIds.Nothing("Case"), entry = GlobalIds.Nothing("TimelineEntry") });

        // Supervisor of the case and of its task force, and investigator on it.
        foreach (var outside in new[] { _world.Jules, _world.Theo })
            Assert.Equal(await outside.Answer(question, missing), await outside.Answer(question, hidden));
        Assert.Equal("record.unknown", (await _world.Jules.Act("grantCaseAccess", new { @case = onCase, officer = _world.Amara.Id, role = "OBSERVER", reason = "Command" })).Code);

        await _world.Maya.Do("readIntoCompartment", new { compartment, officer = _world.Theo.Id, reason = "Meets the source" });
        Assert.Equal(onCase, (await _world.Theo.Ask(question, hidden)).GetProperty("case").GetProperty("id").GetString());
        Assert.Equal("grant.more-than-held", (await _world.Theo.Act("readIntoCompartment", new { compartment, officer = _world.Jules.Id, reason = "He asked" })).Code);

        await _world.Maya.Do("readOutOfCompartment", new { compartment, officer = _world.Theo.Id, reason = "Moved on" });
        Assert.Equal(await _world.Theo.Answer(question, missing), await _world.Theo.Answer(question, hidden));
    }

    [Fact]
    public async Task Who_is_read_out_while_following_hears_no_more()
    {
        var compartment = (await _world.Maya.Do("establishCompartment", new { name = "OVEN" })).Id;
        await _world.Maya.Do("readIntoCompartment", new { compartment, officer = _world.Theo.Id, reason = "Watches the door" });
        var onCase = await Open(new { compartments = new[] { compartment } });
        await using var line = await _world.Theo.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text } }", new { @case = onCase });
        await _world.NewEntry(onCase, "Heard inside.");
        Assert.Contains("Heard inside.", (await line.Next(Soon)).ToString(), StringComparison.Ordinal);

        await _world.Maya.Do("readOutOfCompartment", new { compartment, officer = _world.Theo.Id, reason = "Moved on" });
        await _world.NewEntry(onCase, "Not for outside.");
        Assert.Null(await line.Next(Soon));
    }

    [Fact]
    public async Task What_is_under_embargo_opens_by_itself()
    {
        var onCase = await _world.NewCase();
        var until = DateTimeOffset.UtcNow.AddSeconds(4);
        var entry = (await _world.Maya.Do("recordTimelineEntry", new { @case = onCase, text = "To be announced.", occurred = Northgate.AtEight, caveats = new { embargoUntil = until } })).Id;
        async Task<bool> Sees(Voice who) =>
            (await who.Ask("query($entry: ID!) { timelineEntry(id: $entry) { id } }", new { entry })).GetProperty("timelineEntry").ValueKind != JsonValueKind.Null;

        Assert.Equal((true, false), (await Sees(_world.Maya), await Sees(_world.Theo)));
        await Eventually.True(() => Sees(_world.Theo), "the embargo never ended");
        Assert.True(DateTimeOffset.UtcNow >= until.AddSeconds(-1));
    }

    [Fact]
    public async Task A_record_shows_its_own_marking_and_that_of_its_case_as_one()
    {
        var compartment = (await _world.Maya.Do("establishCompartment", new { name = "KILN" })).Id;
        await _world.Maya.Do("readIntoCompartment", new { compartment, officer = _world.Theo.Id, reason = "Meets the source" });
        var onCase = await Open(new { compartments = new[] { compartment }, handling = new[] { "H2" }, releasedTo = new { agencies = new[] { "OPS" } } });
        var entry = (await _world.Theo.Do("recordTimelineEntry", new
        {
            @case = onCase, text = "From our own informant.", occurred = Northgate.AtEight, tlp = "AMBER_STRICT",
            caveats = new { handling = new[] { "H3", "H1", "H3" }, handlingText = "Ask the desk first.", notTo = new { countries = new[] { "US" } } },
        })).Id;

        var told = await _world.Theo.Ask($"query($entry: ID!) {{ timelineEntry(id: $entry) {{ {Marking} }} }}", new { entry });

        Assert.Equal(
            """{"originators":[{"code":"CFP"},{"code":"OPS"}],"tlp":"AMBER_STRICT","handling":["H1","H2","H3"],"handlingTexts":["Ask the desk first."],"releasedTo":[{"agencies":[{"code":"OPS"}],"countries":[]}],"notTo":[{"agencies":[],"countries":["US"]}],"compartments":[{"name":"KILN"}],"embargoUntil":null}""",
            told.GetProperty("timelineEntry").GetProperty("marking").GetRawText());
    }

    [Theory]
    [InlineData("""{ "handling": ["H3"] }""", "label.h3-needs-text", "caveats.handlingText")]
    [InlineData("""{ "handlingText": "For the desk" }""", "label.text-needs-h3", "caveats.handlingText")]
    [InlineData("""{ "releasedTo": { "countries": ["Canada"] } }""", "label.bad-country", "caveats.releasedTo.countries")]
    [InlineData("""{ "releasedTo": { "agencies": ["NOBODY"] } }""", "record.unknown", "caveats.releasedTo.agencies")]
    [InlineData("""{ "notTo": { "agencies": ["NOBODY"] } }""", "record.unknown", "caveats.notTo.agencies")]
    [InlineData("""{ "notTo": { "agencies": ["CFP"] } }""", "label.excludes-originator", "caveats.notTo")]
    [InlineData("""{ "embargoUntil": "2020-01-01T00:00:00Z" }""", "label.embargo-over", "caveats.embargoUntil")]
    public async Task What_cannot_be_meant_is_refused_at_its_field_on_every_record(string caveats, string code, string field)
    {
        var given = JsonSerializer.Deserialize<JsonElement>(caveats);
        var before = await host.Facts();
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("openCase", new { title = "T", summary = "S", caveats = given }),
            ("recordTimelineEntry", new { @case = _world.Halden, text = "T", occurred = Northgate.AtEight, caveats = given }),
            ("seizeExhibit", new { @case = _world.Halden, kind = "SUBSTANCE", description = "D", seal = "S-1", place = new { description = "P" }, occurred = Northgate.AtEight, authority = new { kind = "FOUND" }, caveats = given }),
        })
        {
            var outcome = await _world.Maya.Act(mutation, input);
            Assert.Equal((mutation, code, field), (mutation, outcome.Code, outcome.Field));
        }
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Nobody_seals_with_a_compartment_they_are_not_in_nor_learns_that_it_is_there()
    {
        var hidden = await _world.Maya.Act("openCase", new { title = "T", summary = "S", caveats = new { compartments = new[] { _world.Compartment } } });
        var missing = await _world.Maya.Act("openCase", new { title = "T", summary = "S", caveats = new { compartments = new[] { GlobalIds.Nothing("Compartment") } } });
        Assert.Equal(("record.unknown", "caveats.compartments"), (hidden.Code, hidden.Field));
        Assert.Equal(missing.Text, hidden.Text);
    }

    private async Task<string> Open(object caveats, string? number = null) => (await _world.Maya.Do("openCase", new
    {
        number, title = "Under caveats", summary = "Drums.", taskForce = _world.TaskForce, caveats,
        team = new[] { new { officer = _world.Theo.Id, role = "INVESTIGATOR" }, new { officer = _world.Jules.Id, role = "SUPERVISOR" }, new { officer = _world.Sanne.Id, role = "ANALYST" } },
    })).Id;
}
