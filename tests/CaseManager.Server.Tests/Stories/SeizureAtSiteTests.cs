using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>GRANITE has gone: Theo enters at S1 what he takes there, for Maya's case, and Nadia receives it into custody.</summary>
[Collection(ApiTests.Name)]
public sealed class SeizureAtSiteTests(ServerHost host)
{
    private const string Exhibit =
        """
        query($id: ID!) { exhibit(id: $id) { number provisional place seal finder { name } holder { name } seizedFor { code } version changedAt
          history { what } links(where: { kind: { eq: SEIZED_IN } }) { ...all } case { exhibits { totalCount nodes { id provisional } } } } }
        fragment all on LinksConnection { totalCount edges { cursor } nodes { direction kind other { __typename id ... on Site { number operation { name } } } } }
        """;

    private const string Taken =
        """
        query($id: ID!, $site: ID!) {
          operation(id: $id) { version changedAt history { what } links { ...all } board { pin } }
          site(id: $site) { version history { what } links { ...all } } node(id: $site) { ... on Site { links { totalCount } } } }
        fragment all on LinksConnection { totalCount edges { cursor } nodes { direction kind other { id ... on Exhibit { number provisional } } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task What_is_taken_at_a_site_is_a_provisional_exhibit_that_is_linked_with_site_and_operation_both_ways()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file))).Id;

        var told = (await _world.Theo.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit");
        Assert.True(told.GetProperty("provisional").GetBoolean());
        Assert.Equal(("48 Rockpoint Rd unit 6", "OPS-55102", "Theo Lang", "Theo Lang"), (Text(told, "place"), Text(told, "seal"), Name(told, "finder"), Name(told, "holder")));
        Assert.Equal(new[] { granite.Id, granite.Site("S1") }.Order(), Ends(told.GetProperty("links")).Order());
        Assert.Contains("\"number\":\"S1\",\"operation\":{\"name\":\"GRANITE\"}", told.GetRawText(), StringComparison.Ordinal);

        var there = await _world.Theo.Ask(Taken, new { id = granite.Id, site = granite.Site("S1") });
        foreach (var of in new[] { "operation", "site" })
        {
            var link = there.GetProperty(of).GetProperty("links").GetProperty("nodes")[0];
            Assert.Equal(("INCOMING", "SEIZED_IN", exhibit), (Text(link, "direction"), Text(link, "kind"), link.GetProperty("other").GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task It_is_provisional_until_it_is_received_into_custody_and_counted_so()
    {
        const string Figures =
            """
            query($case: ID!) { exhibitFigures(by: PROVISIONAL, where: { case: { eq: $case } }) { key count }
              exhibits(where: { case: { eq: $case }, provisional: { eq: true } }) { totalCount } received: exhibits(where: { case: { eq: $case }, provisional: { eq: false } }) { totalCount } }
            """;
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" });
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file))).Id;
        await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "S-2"));
        Assert.Equal("2 provisional, 0 received, true 2", await Counted());

        await _world.Theo.Do("offerCustodyTransfer", new { exhibit, version = 1, to = _world.Nadia.Id, seal = "OPS-55102", reason = "To store A" });
        await _world.Nadia.Do("refuseCustodyTransfer", new { exhibit, version = 2, reason = "Torn bag" });
        Assert.Equal("2 provisional, 0 received, true 2", await Counted());

        await _world.Theo.Do("offerCustodyTransfer", new { exhibit, version = 3, to = _world.Nadia.Id, seal = "OPS-55102", reason = "To store A" });
        await _world.Nadia.Do("acceptCustodyTransfer", new { exhibit, version = 4, sealSeen = "OPS-55102" });
        Assert.Equal("1 provisional, 1 received, false 1, true 1", await Counted());
        var accepted = (await _world.Nadia.Ask("query($id: ID!) { exhibit(id: $id) { provisional history { what fields { field was is } } } }", new { id = exhibit })).GetProperty("exhibit");
        Assert.False(accepted.GetProperty("provisional").GetBoolean());
        Assert.Contains("{\"field\":\"provisional\",\"was\":\"true\",\"is\":\"false\"}", accepted.GetRawText(), StringComparison.Ordinal);

        async Task<string> Counted()
        {
            var told = await _world.Maya.Ask(Figures, new { @case = file });
            var figures = told.GetProperty("exhibitFigures").EnumerateArray().Select(f => $"{f.GetProperty("key").GetString()} {f.GetProperty("count").GetInt32()}");
            return $"{told.GetProperty("exhibits").GetProperty("totalCount").GetInt32()} provisional, {told.GetProperty("received").GetProperty("totalCount").GetInt32()} received, {string.Join(", ", figures)}";
        }
    }

    [Fact]
    public async Task Who_does_not_see_the_operation_does_not_learn_that_the_exhibit_came_from_one()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" });
        var plain = (await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "OPS-1"))).Id;
        var atSite = (await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file, "OPS-2"))).Id;

        var (one, other) = (await Seen(plain), await Seen(atSite));
        Assert.Equal(one, other);
        Assert.Contains("\"totalCount\":0", one, StringComparison.Ordinal);

        // But for what is theirs: number, seal, time, version and place are told as said; nothing else is.
        async Task<string> Seen(string id) => (await _world.Nadia.Ask(
            "query($id: ID!) { exhibit(id: $id) { provisional status version history { version what by { name } agency { code } reason } links { totalCount nodes { kind } edges { cursor } pageInfo { hasNextPage endCursor } } } }",
            new { id })).GetRawText();
    }

    [Fact]
    public async Task Who_does_not_see_the_case_does_not_learn_at_the_operation_that_something_was_taken()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var question = new { id = granite.Id, site = granite.Site("S1") };
        var before = await _world.Amara.Answer(Taken, question);
        Assert.DoesNotContain("\"errors\"", before, StringComparison.Ordinal);

        await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file));

        Assert.Equal(before, await _world.Amara.Answer(Taken, question));
        Assert.NotEqual(before, await _world.Theo.Answer(Taken, question));
    }

    [Fact]
    public async Task Of_a_partner_on_the_case_the_operation_is_known_and_the_site_is_not()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Sanne.Id, role = "LIAISON", reason = "Partner" });
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file))).Id;

        Assert.Equal([granite.Id], Ends((await _world.Sanne.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit").GetProperty("links")));
        Assert.Equal(2, Ends((await _world.Jules.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit").GetProperty("links")).Count());
    }

    [Fact]
    public async Task Nothing_is_taken_at_a_site_before_its_go_and_after_it_a_hold_does_not_stop_the_record()
    {
        var (planned, gone, file) = (await Granite.Plan(_world), await Granite.Gone(_world), await _world.NewCase());
        var before = await host.Facts();
        Assert.Equal(("site.not-gone", "site"), await Refused(_world.Theo, Item(planned, file)));
        Assert.Equal(before, await host.Facts());

        await gone.At("S5").Do("withdrawSite", new { site = gone.Site("S5"), reason = "Nobody there" });
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Daniel.Id, role = "INVESTIGATOR", reason = "Partner" });
        Assert.Equal(("site.withdrawn", "site"), await Refused(_world.Daniel, Item(gone, file, site: "S5")));

        await _world.Amara.Do("holdOperation", new { operation = gone.Id, reason = "Hazmat" });
        await _world.Theo.Do("seizeExhibitAtSite", Item(gone, file));
    }

    [Fact]
    public async Task A_hidden_site_or_case_is_answered_like_a_missing_one()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var before = await host.Facts();
        // Theo's agency is not the one at S4; Maya sees that Granite has an S1, and no more of it.
        foreach (var (who, site) in new[] { (_world.Theo, granite.Site("S4")), (_world.Maya, granite.Site("S1")) })
        {
            var hidden = await who.Act("seizeExhibitAtSite", Input(file, site));
            Assert.Equal(("record.unknown", "site"), (hidden.Code, hidden.Field));
            Assert.Equal((await who.Act("seizeExhibitAtSite", Input(file, GlobalIds.Nothing("Site")))).Text, hidden.Text);
        }
        var sealedCase = await _world.Theo.Act("seizeExhibitAtSite", Input(_world.Sealed, granite.Site("S1")));
        Assert.Equal("record.unknown", sealedCase.Code);
        Assert.Equal((await _world.Theo.Act("seizeExhibitAtSite", Input(GlobalIds.Nothing("Case"), granite.Site("S1")))).Text, sealedCase.Text);
        // Who speaks for a site and is not of the case takes nothing for it.
        Assert.Equal("record.unknown", (await _world.Sanne.Act("seizeExhibitAtSite", Input(file, granite.Site("S4")))).Code);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_a_refusal_leaves_nothing_half_done()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var input = JsonSerializer.SerializeToNode(Item(granite, file))!;
        input["clientMutationId"] = Guid.NewGuid().ToString();
        input["number"] = "E-12";
        var first = await _world.Theo.Do("seizeExhibitAtSite", input);
        var before = await host.Facts();
        Assert.Equal(first.Text, (await _world.Theo.Do("seizeExhibitAtSite", input)).Text);

        input["clientMutationId"] = Guid.NewGuid().ToString();
        Assert.Equal(("exhibit.number-taken", "number"), await Refused(_world.Theo, input));
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task That_it_was_taken_there_is_taken_back_with_a_reason_and_said_by_nobody_by_hand()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", Item(granite, file))).Id;
        foreach (var to in new[] { granite.Id, granite.Site("S1") })
            await _world.Theo.Do("unlinkRecords", new { from = exhibit, to, kind = "SEIZED_IN", reason = "Taken at the second search" });
        Assert.Empty(Ends((await _world.Theo.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit").GetProperty("links")));

        Assert.Equal("link.by-seizure", (await _world.Theo.Act("linkRecords", new { from = exhibit, to = granite.Id, kind = "SEIZED_IN" })).Code);
        Assert.Equal("link.not-linked", (await _world.Theo.Act("linkRecords", new { from = exhibit, to = granite.Site("S1"), kind = "SEIZED_IN" })).Code);
    }

    [Fact]
    public async Task An_exhibit_for_named_readers_tells_them_where_it_was_taken_and_the_site_tells_nobody_else_of_it()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var input = JsonSerializer.SerializeToNode(Item(granite, file))!;
        input["tlp"] = "RED";
        input["readers"] = JsonSerializer.SerializeToNode(new[] { _world.Jules.Id });
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", input)).Id;
        foreach (var reader in new[] { _world.Theo, _world.Jules })
            Assert.Equal([.. new[] { granite.Id, granite.Site("S1") }.Order()], Ends((await reader.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit").GetProperty("links")).Order());
        Assert.DoesNotContain(exhibit, await _world.Maya.Answer(Taken, new { id = granite.Id, site = granite.Site("S1") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_exactly_it_was_taken_may_be_said_in_place_of_the_sites_address()
    {
        var (granite, file) = (await Granite.Gone(_world), await _world.NewCase());
        var input = JsonSerializer.SerializeToNode(Item(granite, file))!;
        input["place"] = JsonSerializer.SerializeToNode(new { description = "In the second office, under the desk" });
        var exhibit = (await _world.Theo.Do("seizeExhibitAtSite", input)).Id;
        Assert.Equal("In the second office, under the desk", Text((await _world.Theo.Ask(Exhibit, new { id = exhibit })).GetProperty("exhibit"), "place"));
    }

    private static object Item(Granite granite, string onCase, string seal = "OPS-55102", string site = "S1") => Input(onCase, granite.Site(site), seal);

    private static object Input(string onCase, string site, string seal = "OPS-55102") => new
    {
        site, @case = onCase, kind = "SUBSTANCE", description = "White powder in a sealed bag", seal, occurred = Northgate.AtEight,
        authority = new { kind = "SEARCH_WARRANT", reference = "W1" },
    };

    private static async Task<(string?, string?)> Refused(Voice who, object input)
    {
        var outcome = await who.Act("seizeExhibitAtSite", input);
        return (outcome.Code, outcome.Field);
    }

    private static IEnumerable<string> Ends(JsonElement links) =>
        links.GetProperty("nodes").EnumerateArray().Select(l => l.GetProperty("other").GetProperty("id").GetString()!);

    private static string Text(JsonElement of, string field) => of.GetProperty(field).GetString()!;

    private static string Name(JsonElement of, string field) => of.GetProperty(field).GetProperty("name").GetString()!;
}
