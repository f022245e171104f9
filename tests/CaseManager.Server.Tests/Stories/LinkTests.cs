using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel;
using CaseManager.Server.Links;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Maya ties together what belongs together: what was seen, what was taken, and the operation it was for.</summary>
[Collection(ApiTests.Name)]
public sealed class LinkTests(ServerHost host)
{
    private const string Links =
        """
        query($id: ID!) { node(id: $id) {
          ... on TimelineEntry { links { ...all } } ... on Exhibit { links { ...all } } ... on Operation { links { ...all } }
        } }
        fragment all on LinksConnection { totalCount nodes { direction kind reason linkedBy { name } other { __typename id } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Entries_exhibits_and_operations_show_their_links_at_both_ends()
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        var drum = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "S-1"))).Id;
        var lid = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "S-2"))).Id;
        var granite = await Granite.Plan(_world);

        await _world.Maya.Do("linkRecords", new { from = drum, to = entry, kind = "CORROBORATES", reason = "The same drum" });
        await _world.Maya.Do("linkRecords", new { from = lid, to = drum, kind = "RELATED" });
        await _world.Maya.Do("linkRecords", new { from = granite.Id, to = entry, kind = "FOLLOWS_FROM" });
        await _world.Maya.Do("linkRecords", new { from = drum, to = granite.Id, kind = "FOLLOWS_FROM" });

        Assert.Equal([("INCOMING", "CORROBORATES", drum), ("INCOMING", "FOLLOWS_FROM", granite.Id)], await Seen(_world.Maya, entry));
        Assert.Equal([("OUTGOING", "CORROBORATES", entry), ("INCOMING", "RELATED", lid), ("OUTGOING", "FOLLOWS_FROM", granite.Id)], await Seen(_world.Maya, drum));
        Assert.Equal([("OUTGOING", "RELATED", drum)], await Seen(_world.Maya, lid));
        Assert.Equal([("OUTGOING", "FOLLOWS_FROM", entry), ("INCOMING", "FOLLOWS_FROM", drum)], await Seen(_world.Maya, granite.Id));
        Assert.Contains("\"reason\":\"The same drum\",\"linkedBy\":{\"name\":\"Maya Roy\"}", await _world.Theo.Answer(Links, new { id = entry }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_filtered_ordered_counted_and_paged()
    {
        var file = await _world.NewCase();
        var (entry, others) = (await _world.NewEntry(file), new List<string>());
        for (var i = 0; i < 3; i++)
        {
            others.Add(await _world.NewEntry(file, $"Entry {i}"));
            await _world.Maya.Do("linkRecords", i == 1
                ? new { from = others[i], to = entry, kind = "CONTRADICTS" }
                : new { from = entry, to = others[i], kind = "RELATED" });
        }
        const string Page =
            """
            query($id: ID!, $after: String) { timelineEntry(id: $id) {
              related: links(where: { kind: { eq: RELATED } }, order: [{ linkedAt: DESC }]) { totalCount nodes { other { id } } }
              links(first: 2, after: $after) { totalCount nodes { other { id } } pageInfo { hasNextPage endCursor } } } }
            """;

        var first = (await _world.Theo.Ask(Page, new { id = entry, after = (string?)null })).GetProperty("timelineEntry");
        Assert.Equal((2, 3), (first.GetProperty("related").GetProperty("totalCount").GetInt32(), first.GetProperty("links").GetProperty("totalCount").GetInt32()));
        Assert.Equal([others[2], others[0]], Others(first.GetProperty("related")));
        Assert.Equal(others[..2], Others(first.GetProperty("links")));
        Assert.True(first.GetProperty("links").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        var after = first.GetProperty("links").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var last = (await _world.Theo.Ask(Page, new { id = entry, after })).GetProperty("timelineEntry").GetProperty("links");
        Assert.Equal(others[2..], Others(last));
        Assert.False(last.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task A_link_is_made_once_and_taken_back_with_a_reason()
    {
        var file = await _world.NewCase();
        var (entry, drum) = (await _world.NewEntry(file), (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "S-1"))).Id);
        var link = await _world.Maya.Do("linkRecords", new { from = entry, to = drum, kind = "RELATED", reason = "First said" });
        var before = await host.Facts();
        var again = await _world.Theo.Do("linkRecords", new { from = entry, to = drum, kind = "RELATED", reason = "Said again" });
        Assert.Equal((link.Id, before), (again.Id, await host.Facts()));

        Assert.Equal("input.missing", (await _world.Theo.Act("unlinkRecords", new { from = entry, to = drum, kind = "RELATED", reason = " " })).Code);
        await _world.Theo.Do("unlinkRecords", new { from = drum, to = entry, kind = "RELATED", reason = "The other way round there is none" });
        Assert.Single(await Seen(_world.Maya, drum));
        await _world.Theo.Do("unlinkRecords", new { from = entry, to = drum, kind = "RELATED", reason = "Another drum" });
        Assert.Empty(await Seen(_world.Maya, drum));
        Assert.Empty(await Seen(_world.Maya, entry));

        var told = (await _world.Maya.Ask("query($id: ID!) { node(id: $id) { ... on Link { stands from { id } to { id } history { what by { name } reason } } } }", new { id = link.Id })).GetProperty("node");
        Assert.Equal((false, entry, drum), (told.GetProperty("stands").GetBoolean(), told.GetProperty("from").GetProperty("id").GetString(), told.GetProperty("to").GetProperty("id").GetString()));
        Assert.Equal(["First said", "Another drum"], told.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_linked_is_refused_and_nothing_is_stored()
    {
        var (file, elsewhere) = (await _world.NewCase(), await _world.NewCase("Another"));
        var (entry, drum) = (await _world.NewEntry(file), (await _world.Maya.Do("seizeExhibit", Northgate.Item(elsewhere, "S-1"))).Id);
        var (granite, other) = (await Granite.Plan(_world), await Granite.Plan(_world));
        var before = await host.Facts();

        Assert.Equal(("link.to-itself", "to"), await Refused(entry, entry));
        Assert.Equal(("link.across-cases", "to"), await Refused(entry, drum));
        Assert.Equal(("link.of-no-case", "to"), await Refused(granite.Id, other.Id));
        Assert.Equal(("link.not-linked", "to"), await Refused(entry, granite.Site("S2")));
        Assert.Equal(("link.not-linked", "from"), await Refused(file, entry));
        // An id of one type that is given for another names nothing.
        Assert.Equal(("record.unknown", "to"), await Refused(entry, GlobalIds.Of("Exhibit", GlobalIds.Key(entry))));
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task In_a_closed_case_links_stay()
    {
        var file = await _world.NewCase();
        var (entry, granite) = (await _world.NewEntry(file), await Granite.Plan(_world));
        await _world.Maya.Do("linkRecords", new { from = entry, to = granite.Id, kind = "RELATED" });
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing in it" });
        await _world.Jules.Do("approveClosure", new { @case = file, version = 2 });

        Assert.Equal("case.closed", (await _world.Maya.Act("linkRecords", new { from = granite.Id, to = entry, kind = "RELATED" })).Code);
        Assert.Equal("case.closed", (await _world.Maya.Act("unlinkRecords", new { from = entry, to = granite.Id, kind = "RELATED", reason = "No more" })).Code);
        Assert.Single(await Seen(_world.Maya, granite.Id));
    }

    [Fact]
    public async Task Who_sees_one_end_only_learns_of_no_link()
    {
        var file = await _world.NewCase();
        var (entry, granite) = (await _world.NewEntry(file), await Granite.Plan(_world));
        // Theo is of the case and of the operation; Daniel of the operation alone, and an analyst of the case alone.
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "ANALYST", reason = "Reads along" });
        var atOperation = await Everything(_world.Daniel, granite.Id);
        var atCase = await Everything(_world.Nadia, entry);

        var link = (await _world.Maya.Do("linkRecords", new { from = entry, to = granite.Id, kind = "FOLLOWS_FROM" })).Id;

        Assert.Equal(atOperation, await Everything(_world.Daniel, granite.Id));
        Assert.Equal(atCase, await Everything(_world.Nadia, entry));
        Assert.Single(await Seen(_world.Theo, entry));
        Assert.Single(await Seen(_world.Theo, granite.Id));
        foreach (var officer in new[] { _world.Daniel, _world.Nadia, _world.Novak })
            Assert.Equal(await Node(officer, GlobalIds.Nothing("Link")), await Node(officer, link));

        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        Assert.Empty(await Seen(_world.Theo, granite.Id));
    }

    [Fact]
    public async Task A_hidden_end_is_answered_like_a_missing_one()
    {
        var granite = await Granite.Plan(_world);
        var entry = await _world.NewEntry(await _world.NewCase());
        foreach (var mutation in new[] { "linkRecords", "unlinkRecords" })
        {
            object Input(string from, string to) => new { from, to, kind = "RELATED", reason = "Guess" };
            foreach (var (who, from, to, type) in new[] { (_world.Theo, granite.Id, _world.SealedEntry, "TimelineEntry"), (_world.Jules, _world.HaldenEntry, _world.SealedExhibit, "Exhibit") })
            {
                var hidden = await who.Act(mutation, Input(from, to));
                Assert.Equal(("record.unknown", "to"), (hidden.Code, hidden.Field));
                Assert.Equal((await who.Act(mutation, Input(from, GlobalIds.Nothing(type)))).Text, hidden.Text);
            }
            var unseen = await _world.Novak.Act(mutation, Input(granite.Id, entry));
            Assert.Equal((await _world.Novak.Act(mutation, Input(GlobalIds.Nothing("Operation"), entry))).Text, unseen.Text);
        }
    }

    [Fact]
    public async Task Seeing_an_operation_is_enough_to_link_it_and_a_role_on_it_none_to_link_a_case()
    {
        var file = await _world.NewCase();
        var (entry, granite) = (await _world.NewEntry(file), await Granite.Plan(_world));
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", reason = "Coordinates" });
        await _world.Jules.Do("grantOperationAccess", new { operation = granite.Id, officer = _world.Nadia.Id, role = "OBSERVER", reason = "Reads along" });
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "ANALYST", reason = "Reads along" });

        Assert.Equal("access.not-permitted", (await _world.Amara.Act("linkRecords", new { from = granite.Id, to = entry, kind = "RELATED" })).Code);
        Assert.Null((await _world.Nadia.Act("linkRecords", new { from = granite.Id, to = entry, kind = "RELATED" })).Code);
    }

    [Fact]
    public async Task A_link_is_read_by_all_who_may_read_both_and_by_nobody_else()
    {
        var file = await _world.NewCase();
        var granite = await Granite.Plan(_world);
        // Theo's agency keeps the entry to itself and the case's own people.
        var strict = (await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "From our own desk", occurred = Northgate.AtEight, tlp = "AMBER_STRICT" })).Id;
        Assert.Null((await _world.Theo.Act("linkRecords", new { from = strict, to = granite.Id, kind = "RELATED" })).Code);
        Assert.Single(await Seen(_world.Maya, granite.Id));
        Assert.Single(await Seen(_world.Jules, granite.Id));
        Assert.Empty(await Seen(_world.Daniel, granite.Id)); // of the operation, not of the case
    }

    [Fact]
    public void A_link_of_the_time_when_only_entries_were_linked_is_read_like_any_other()
    {
        var catalog = Composition.Catalog();
        var (entry, other) = (new EntryId(Guid.NewGuid()), new EntryId(Guid.NewGuid()));
        var stream = NameId.For("entry-link", $"{entry.Value:N}|{other.Value:N}|FollowsFrom");
        Assert.Equal(stream, LinkId.Of(LinkEnd.Of(entry), LinkEnd.Of(other), LinkKind.FollowsFrom).Value);

        var made = new EntriesLinked(entry, other, LinkKind.FollowsFrom, "As ever");
        var row = (LinkRow)catalog.ProjectionOf(made)!.Evolve(null, new(made, stream, 1, DateTimeOffset.UnixEpoch, default, default, 1, null));
        Assert.Equal((LinkEnd.Of(entry), LinkEnd.Of(other), true), (new LinkEnd(row.FromKind, row.From), new LinkEnd(row.ToKind, row.To), row.Stands));
        var removed = new EntriesUnlinked("No more");
        Assert.False(((LinkRow)catalog.ProjectionOf(removed)!.Evolve(row, new(removed, stream, 2, DateTimeOffset.UnixEpoch, default, default, 1, null))).Stands);
    }

    private static async Task<string> Everything(Voice who, string id) => await who.Answer(
        """
        query($id: ID!) { node(id: $id) {
          ... on TimelineEntry { version changedAt history { what } links(order: [{ linkedAt: DESC }]) { ...all } case { version timeline { totalCount } } }
          ... on Operation { version changedAt history { what } links { ...all } board { pin } } } }
        fragment all on LinksConnection { totalCount edges { cursor } pageInfo { hasNextPage endCursor } nodes { kind } }
        """, new { id });

    private static Task<string> Node(Voice who, string id) => who.Answer("query($id: ID!) { node(id: $id) { __typename id ... on Link { kind } } }", new { id });

    private async Task<(string?, string?)> Refused(string from, string to)
    {
        var outcome = await _world.Maya.Act("linkRecords", new { from, to, kind = "RELATED" });
        return (outcome.Code, outcome.Field);
    }

    private static async Task<List<(string, string, string)>> Seen(Voice who, string id)
    {
        var links = (await who.Ask(Links, new { id })).GetProperty("node").GetProperty("links");
        var seen = links.GetProperty("nodes").EnumerateArray()
            .Select(l => (l.GetProperty("direction").GetString()!, l.GetProperty("kind").GetString()!, l.GetProperty("other").GetProperty("id").GetString()!)).ToList();
        Assert.Equal(seen.Count, links.GetProperty("totalCount").GetInt32());
        return seen;
    }

    private static IEnumerable<string> Others(JsonElement links) =>
        links.GetProperty("nodes").EnumerateArray().Select(l => l.GetProperty("other").GetProperty("id").GetString()!);
}
