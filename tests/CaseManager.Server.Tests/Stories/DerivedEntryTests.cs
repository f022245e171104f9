using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What happens to an exhibit or an operation stands in its case's timeline by itself, for those who may read it there.</summary>
[Collection(ApiTests.Name)]
public sealed class DerivedEntryTests(ServerHost host)
{
    private const string Timeline =
        """
        query($id: ID!, $where: TimelineEntryFilterInput) { case(id: $id) { timeline(where: $where, order: [{ recordedAt: ASC }]) { totalCount nodes {
          id text derived occurredAt recordedAt tlp originator { code } recordedBy { name } history { what } links { totalCount }
          derivation { fact record { id ... on Exhibit { seal } ... on Operation { name } } } } } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task The_life_of_an_exhibit_is_told_between_the_entries_that_people_write()
    {
        var file = await CaseWithStore();
        await _world.NewEntry(file);
        var exhibit = await Seized(file);
        await _world.Maya.Do("offerCustodyTransfer", new { exhibit, version = 1, to = _world.Nadia.Id, seal = "OPS-1", reason = "To the store" });
        await _world.Nadia.Do("acceptCustodyTransfer", new { exhibit, version = 2, sealSeen = "OPS-1" });

        var told = await See(_world.Theo, file);

        var now = (await _world.Theo.Ask("query($id: ID!) { exhibit(id: $id) { number heldSince } }", new { id = exhibit })).GetProperty("exhibit");
        var number = now.GetProperty("number").GetString();
        Assert.Equal(
            [
                "Van seen at the gate.", $"Exhibit {number} seized under seal OPS-1: White powder in a sealed bag",
                $"Exhibit {number} offered for hand-over", $"Exhibit {number} handed over, seal OPS-1 seen",
            ],
            told.Select(e => e.GetProperty("text").GetString()));
        Assert.Equal(["Maya Roy", "Maya Roy", "Maya Roy", "Nadia Haddad"], told.Select(e => e.GetProperty("recordedBy").GetProperty("name").GetString()));
        Assert.Equal([false, true, true, true], told.Select(e => e.GetProperty("derived").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, told[0].GetProperty("derivation").ValueKind);
        Assert.Equal(("exhibit.custody-transfer-accepted.v1", exhibit), Origin(told[3]));
        Assert.Equal("OPS-1", told[3].GetProperty("derivation").GetProperty("record").GetProperty("seal").GetString());
        Assert.Equal(now.GetProperty("heldSince").GetDateTimeOffset(), told[3].GetProperty("occurredAt").GetDateTimeOffset());
        Assert.Equal(0, told[3].GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task Derived_entries_are_asked_for_or_left_out()
    {
        var file = await CaseWithStore();
        await _world.NewEntry(file);
        await Seized(file);

        Assert.Equal([true], (await See(_world.Maya, file, new { derived = new { eq = true } })).Select(e => e.GetProperty("derived").GetBoolean()));
        Assert.Equal([false], (await See(_world.Maya, file, new { derived = new { eq = false } })).Select(e => e.GetProperty("derived").GetBoolean()));
    }

    [Fact]
    public async Task What_happens_to_an_exhibit_is_activity_of_its_case()
    {
        var file = await CaseWithStore();
        await _world.NewEntry(file);
        var last = Assert.Single(await See(_world.Maya, file)).GetProperty("recordedAt").GetString()!;
        Assert.False(await ActiveAfter(file, last));

        await Seized(file);

        Assert.True(await ActiveAfter(file, last));
    }

    [Fact]
    public async Task Who_may_not_read_the_exhibit_reads_nothing_of_it_in_the_timeline_and_counts_nothing()
    {
        var file = await CaseWithStore();
        var plain = await _world.Theo.Answer(Timeline, new { id = file });
        await Seized(file, "RED", _world.Maya.Id);

        Assert.Equal(plain, await _world.Theo.Answer(Timeline, new { id = file }));
        Assert.Equal("RED", Assert.Single(await See(_world.Maya, file)).GetProperty("tlp").GetString());
    }

    [Fact]
    public async Task An_operation_is_told_in_the_case_that_it_serves_to_those_who_take_part()
    {
        var file = await _world.NewCase();
        var operation = (await _world.Jules.Do("planOperation", new
        {
            name = "GRANITE", aim = "Four sites at one moment", taskForce = _world.TaskForce, @case = file, hHour = new { at = "2026-05-13T10:15Z" },
        })).Id;
        await _world.Jules.Do("moveHHour", new { operation, version = 1, hHour = new { at = "2026-05-13T10:30Z" }, reason = "Warrant" });

        var told = await See(_world.Jules, file);

        Assert.Equal(
            [
                "Operation GRANITE planned, H-hour 2026-05-13 10:15Z",
                "Operation GRANITE: H-hour moved from 2026-05-13 10:15Z to 2026-05-13 10:30Z: Warrant",
            ],
            told.Select(e => e.GetProperty("text").GetString()));
        Assert.All(told, entry => Assert.Equal(operation, Origin(entry).Record));
        Assert.Empty(await See(_world.Theo, file));
    }

    [Fact]
    public async Task Who_takes_part_and_is_not_on_the_case_learns_no_more_than_the_operation_tells()
    {
        var file = await _world.NewCase();
        var operation = (await _world.Jules.Do("planOperation", new
        {
            name = "GRANITE", aim = "Four sites at one moment", taskForce = _world.TaskForce, @case = file, hHour = new { at = "2026-05-13T10:15Z" },
        })).Id;
        await _world.Jules.Do("grantOperationAccess", new { operation, officer = _world.Sanne.Id, role = "LIAISON", reason = "Speaks for the agency" });
        var entry = Assert.Single(await See(_world.Jules, file)).GetProperty("id").GetString();

        var told = (await _world.Sanne.Ask("query($id: ID!) { timelineEntry(id: $id) { text case { number } } }", new { id = entry })).GetProperty("timelineEntry");

        Assert.StartsWith("Operation GRANITE planned", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, told.GetProperty("case").ValueKind);
    }

    [Fact]
    public async Task Who_takes_part_and_follows_a_case_that_they_do_not_see_hears_no_more_than_of_none()
    {
        const string Follow = "subscription($id: ID!, $since: String) { timelineChanged(case: $id, since: $since) { text } }";
        var file = await _world.NewCase();
        var operation = (await _world.Jules.Do("planOperation", new
        {
            name = "GRANITE", aim = "Four sites at one moment", taskForce = _world.TaskForce, @case = file, hHour = new { at = "2026-05-13T10:15Z" },
        })).Id;
        await _world.Jules.Do("grantOperationAccess", new { operation, officer = _world.Sanne.Id, role = "LIAISON", reason = "Speaks for the agency" });
        var (hers, his) = (await Now(_world.Sanne), await Now(_world.Jules));
        await _world.Jules.Do("moveHHour", new { operation, version = 1, hHour = new { at = "2026-05-13T10:30Z" }, reason = "Warrant" });

        await using var hidden = await _world.Sanne.Follow(LiveLine.Stream, host.Alba, Follow, new { id = file, since = hers });
        await using var none = await _world.Sanne.Follow(LiveLine.Stream, host.Alba, Follow, new { id = GlobalIds.Nothing("Case"), since = hers });
        await using var seen = await _world.Jules.Follow(LiveLine.Stream, host.Alba, Follow, new { id = file, since = his });

        Assert.Contains("H-hour moved", (await seen.Next()).ToString(), StringComparison.Ordinal);
        // With a point they end at once, and have said nothing before.
        foreach (var line in new[] { hidden, none })
            await line.EndsInSilence();
    }

    [Theory]
    [InlineData("correctTimelineEntry", """{ "text": "Other", "reason": "Slip" }""")]
    [InlineData("tagTimelineEntry", """{ "tag": "drums" }""")]
    [InlineData("referenceAttachment", """{ "reference": "R-1", "name": "photo.jpg", "mediaType": "image/jpeg", "size": 1 }""")]
    public async Task Nobody_changes_what_nobody_wrote(string mutation, string rest)
    {
        var file = await CaseWithStore();
        await Seized(file);
        var entry = Assert.Single(await See(_world.Maya, file)).GetProperty("id").GetString();
        var input = JsonSerializer.Deserialize<Dictionary<string, object?>>(rest)!;
        input["entry"] = entry;
        if (mutation == "correctTimelineEntry")
            input["version"] = 1;
        var before = await host.Facts();

        var refused = await _world.Maya.Act(mutation, input);

        Assert.Equal(("entry.derived", "entry"), (refused.Code, refused.Field));
        Assert.Equal(before, await host.Facts());
        Assert.Equal("record.unknown", (await _world.Novak.Act(mutation, input)).Code);
    }

    [Fact]
    public async Task The_record_is_linked_and_not_what_tells_of_it()
    {
        var file = await CaseWithStore();
        await Seized(file);
        var derived = Assert.Single(await See(_world.Maya, file)).GetProperty("id").GetString();
        var written = await _world.NewEntry(file);
        var before = await host.Facts();

        var from = await _world.Maya.Act("linkRecords", new { from = derived, to = written, kind = "RELATED" });
        var to = await _world.Maya.Act("linkRecords", new { from = written, to = derived, kind = "RELATED" });

        Assert.Equal(("link.derived-entry", "from"), (from.Code, from.Field));
        Assert.Equal(("link.derived-entry", "to"), (to.Code, to.Field));
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Who_follows_the_timeline_hears_of_the_exhibit()
    {
        var file = await CaseWithStore();
        await using var stream = await _world.Theo.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text derived } }", new { @case = file });
        var first = stream.Next(TimeSpan.FromSeconds(10));
        await Eventually.True(async () =>
        {
            await Seized(file);
            return first.IsCompleted;
        }, "nothing was heard");

        var heard = (await first)!.Value.GetProperty("data").GetProperty("timelineChanged");

        Assert.True(heard.GetProperty("derived").GetBoolean());
        Assert.Contains("seized under seal OPS-1", heard.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static async Task<string> Now(Voice who) => (await who.Ask("{ point }")).GetProperty("point").GetString()!;

    private async Task<string> CaseWithStore()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" });
        return file;
    }

    private async Task<string> Seized(string file, string tlp = "AMBER", params string[] readers) => (await _world.Maya.Do("seizeExhibit", new
    {
        @case = file, kind = "SUBSTANCE", description = "White powder in a sealed bag", seal = "OPS-1", place = new { description = "Unit 6" },
        occurred = Northgate.AtEight, authority = new { kind = "SEARCH_WARRANT", reference = "W1" }, tlp, readers,
    })).Id;

    private static async Task<JsonElement[]> See(Voice who, string file, object? where = null) =>
        [.. (await who.Ask(Timeline, new { id = file, where })).GetProperty("case").GetProperty("timeline").GetProperty("nodes").EnumerateArray()];

    private async Task<bool> ActiveAfter(string file, string moment) => (await _world.Theo.Ask(
        "query($where: CaseFilterInput) { cases(where: $where) { nodes { id } } }", new { where = new { lastActivityAt = new { gt = moment } } }))
        .GetProperty("cases").GetProperty("nodes").EnumerateArray().Any(c => c.GetProperty("id").GetString() == file);

    private static (string? Fact, string? Record) Origin(JsonElement entry)
    {
        var derivation = entry.GetProperty("derivation");
        return (derivation.GetProperty("fact").GetString(), derivation.GetProperty("record").GetProperty("id").GetString());
    }
}
