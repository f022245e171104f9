using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Maya Roy keeps the timeline of a case, with Theo Lang.</summary>
[Collection(ApiTests.Name)]
public sealed class InvestigatorTests(ServerHost host)
{
    private const string Tip = "Halden receives drums marked resin hardener; forklift driver says the smell is wrong";

    private readonly Northgate _world = host.World;

    private static object TipOn(string onCase) => new
    {
        @case = onCase,
        text = Tip,
        occurred = new { zone = "America/Toronto", date = "2026-04-18", part = "EVENING", said = "evening, about 20:00" },
        source = new { kind = "PROTECTED_SOURCE" },
        grade = new { scheme = "EUROPOL_4X4", source = "B", information = "3" },
        tags = new[] { "halden" },
    };

    [Fact]
    public async Task A_tip_keeps_the_time_as_it_was_said_and_the_time_it_was_recorded()
    {
        var file = await _world.NewCase();
        var before = DateTimeOffset.UtcNow;
        var entry = (await _world.Maya.Do("recordTimelineEntry", TipOn(file))).Id;

        var told = (await _world.Theo.Ask(
            """
            query($id: ID!) { timelineEntry(id: $id) {
              text precision occurredAt occurredUntil occurredZone occurredPart occurredSaid recordedAt
              sourceKind sourceReference gradeScheme gradeSource gradeInformation tags corrected
              recordedBy { name } originator { code }
            } }
            """, new { id = entry })).GetProperty("timelineEntry");

        Assert.Equal(Tip, told.GetProperty("text").GetString());
        Assert.Equal("DAY_PART", told.GetProperty("precision").GetString());
        Assert.Equal(new DateTimeOffset(2026, 4, 18, 22, 0, 0, TimeSpan.Zero), told.GetProperty("occurredAt").GetDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2026, 4, 19, 4, 0, 0, TimeSpan.Zero), told.GetProperty("occurredUntil").GetDateTimeOffset());
        Assert.Equal("America/Toronto", told.GetProperty("occurredZone").GetString());
        Assert.Equal("EVENING", told.GetProperty("occurredPart").GetString());
        Assert.Equal("evening, about 20:00", told.GetProperty("occurredSaid").GetString());
        Assert.InRange(told.GetProperty("recordedAt").GetDateTimeOffset(), before.AddSeconds(-5), DateTimeOffset.UtcNow.AddSeconds(5));
        Assert.Equal("PROTECTED_SOURCE", told.GetProperty("sourceKind").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("sourceReference").ValueKind);
        Assert.Equal("B3", told.GetProperty("gradeSource").GetString() + told.GetProperty("gradeInformation").GetString());
        Assert.Equal("Maya Roy", told.GetProperty("recordedBy").GetProperty("name").GetString());
        Assert.Equal("CFP", told.GetProperty("originator").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_protected_source_cannot_be_named()
    {
        var file = await _world.NewCase();
        var before = await host.FactsOf(file);

        var outcome = await _world.Maya.Act("recordTimelineEntry", new
        {
            @case = file, text = Tip, occurred = Northgate.AtEight, source = new { kind = "PROTECTED_SOURCE", reference = "HS-31" },
        });

        Assert.Equal(("entry.source-protected", "source.reference"), (outcome.Code, outcome.Field));
        Assert.DoesNotContain("HS-31", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(before, await host.FactsOf(file));
    }

    [Fact]
    public async Task A_correction_keeps_the_old_text_readable_with_who_for_whom_and_why()
    {
        var entry = (await _world.Maya.Do("recordTimelineEntry", TipOn(await _world.NewCase()))).Id;
        await _world.Theo.Do("correctTimelineEntry", new { entry, version = 1, text = "Halden receives blue drums.", reason = "Driver heard again" });

        var told = (await _world.Maya.Ask(
            "query($id: ID!) { timelineEntry(id: $id) { text corrected version history { version what reason recordedAt by { name } agency { code } fields { field was is } } } }",
            new { id = entry })).GetProperty("timelineEntry");

        Assert.Equal("Halden receives blue drums.", told.GetProperty("text").GetString());
        Assert.True(told.GetProperty("corrected").GetBoolean());
        var correction = told.GetProperty("history")[1];
        Assert.Equal("entry.text-corrected.v1", correction.GetProperty("what").GetString());
        Assert.Equal("Theo Lang", correction.GetProperty("by").GetProperty("name").GetString());
        Assert.Equal("OPS", correction.GetProperty("agency").GetProperty("code").GetString());
        Assert.Equal("Driver heard again", correction.GetProperty("reason").GetString());
        var text = correction.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "text");
        Assert.Equal((Tip, "Halden receives blue drums."), (text.GetProperty("was").GetString(), text.GetProperty("is").GetString()));
    }

    [Fact]
    public async Task A_correction_needs_a_reason()
    {
        var entry = (await _world.Maya.Do("recordTimelineEntry", TipOn(await _world.NewCase()))).Id;

        var outcome = await _world.Maya.Act("correctTimelineEntry", new { entry, version = 1, text = "Other", reason = " " });

        Assert.Equal(("input.missing", "reason"), (outcome.Code, outcome.Field));
        Assert.Equal(1, await host.FactsOf(entry));
    }

    [Fact]
    public async Task Two_who_edit_one_entry_at_once_lose_nothing_and_the_second_is_shown_both_versions()
    {
        var entry = (await _world.Maya.Do("recordTimelineEntry", TipOn(await _world.NewCase()))).Id;

        var both = await Task.WhenAll(
            _world.Maya.Act("correctTimelineEntry", new { entry, version = 1, text = "By Maya", reason = "Clearer" }),
            _world.Theo.Act("correctTimelineEntry", new { entry, version = 1, text = "By Theo", reason = "Clearer" }));

        var first = Assert.Single(both, o => o.Code is null);
        var second = Assert.Single(both, o => o.Code is not null);
        Assert.Equal(("record.stale", "StaleError"), (second.Code, second.Kind));
        Assert.Equal(2, second.Error!.Value.GetProperty("version").GetInt64());
        var unseen = Assert.Single(second.Error!.Value.GetProperty("changes").EnumerateArray().ToArray());
        var text = unseen.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "text");
        var winner = first == both[0] ? "By Maya" : "By Theo";
        Assert.Equal((Tip, winner), (text.GetProperty("was").GetString(), text.GetProperty("is").GetString()));
        Assert.Equal(2, await host.FactsOf(entry));

        var loser = first == both[0] ? _world.Theo : _world.Maya;
        await loser.Do("correctTimelineEntry", new { entry, version = 2, text = "By both", reason = "Having seen the other" });
        Assert.Equal(3, await host.FactsOf(entry));
    }

    [Fact]
    public async Task As_recorded_the_day_before_the_tip_is_absent_and_as_it_happened_it_is_present()
    {
        var file = await _world.NewCase();
        var opened = (await _world.Maya.Ask("query($id: ID!) { case(id: $id) { openedAt } }", new { id = file }))
            .GetProperty("case").GetProperty("openedAt").GetString();
        var entry = (await _world.Maya.Do("recordTimelineEntry", TipOn(file))).Id;
        var recorded = (await _world.Maya.Ask("query($id: ID!) { timelineEntry(id: $id) { recordedAt } }", new { id = entry }))
            .GetProperty("timelineEntry").GetProperty("recordedAt").GetString();
        await _world.Maya.Do("correctTimelineEntry", new { entry, version = 1, text = "Corrected later", reason = "Heard again" });

        var told = (await _world.Maya.Ask(
            """
            query($id: ID!, $before: DateTime!, $then: DateTime!) { case(id: $id) {
              known: timeline(asOf: $before) { totalCount nodes { id } }
              then: timeline(asOf: $then) { nodes { id text } }
              happened: timeline(where: { occurredAt: { lte: "2026-04-19T23:59:00Z" } }) { totalCount nodes { id text } }
            } }
            """, new { id = file, before = opened, then = recorded })).GetProperty("case");

        Assert.Equal(0, told.GetProperty("known").GetProperty("totalCount").GetInt32());
        Assert.Equal(Tip, told.GetProperty("then").GetProperty("nodes")[0].GetProperty("text").GetString());
        Assert.Equal(entry, told.GetProperty("happened").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal("Corrected later", told.GetProperty("happened").GetProperty("nodes")[0].GetProperty("text").GetString());

        var year = await _world.Maya.Ask("query($id: ID!) { case(id: $id, asOf: \"2020-01-01T00:00:00Z\") { id } }", new { id = file });
        Assert.Equal(JsonValueKind.Null, year.GetProperty("case").ValueKind);
    }

    [Fact]
    public async Task What_changed_since_my_last_visit_leaves_out_what_I_did_myself()
    {
        const string Changed = "query($id: ID!) { case(id: $id) { myLastVisit changedSinceMyLastVisit { totalCount nodes { text } } } }";
        var file = await _world.NewCase();
        var seen = await _world.NewEntry(file, "Before the visit");
        await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Theo before the visit", occurred = Northgate.AtEight });
        await _world.Maya.Do("markCaseVisited", new { @case = file });

        await _world.NewEntry(file, "Maya's own");
        await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Theo's new one", occurred = Northgate.AtEight });
        await _world.Theo.Do("correctTimelineEntry", new { entry = seen, version = 1, text = "Theo's correction", reason = "Precise" });

        var mine = (await _world.Maya.Ask(Changed, new { id = file })).GetProperty("case").GetProperty("changedSinceMyLastVisit");
        Assert.Equal(["Theo's correction", "Theo's new one"], Texts(mine));
        Assert.Equal(2, mine.GetProperty("totalCount").GetInt32());

        var theos = (await _world.Theo.Ask(Changed, new { id = file })).GetProperty("case");
        Assert.Equal(JsonValueKind.Null, theos.GetProperty("myLastVisit").ValueKind);
        Assert.Equal(["Maya's own"], Texts(theos.GetProperty("changedSinceMyLastVisit")));
    }

    [Fact]
    public async Task Tags_links_and_attachments_follow_the_entry_and_leave_a_trace_when_they_go()
    {
        var file = await _world.NewCase();
        var (entry, other) = (await _world.NewEntry(file, "One"), await _world.NewEntry(file, "Two"));
        await _world.Maya.Do("tagTimelineEntry", new { entry, tag = " drums  blue " });
        await _world.Maya.Do("linkRecords", new { from = entry, to = other, kind = "CORROBORATES" });
        await _world.Maya.Do("referenceAttachment", new { entry, reference = "urn:photo:1", name = "Photo", mediaType = "image/jpeg", size = 9000000000L });

        const string Entry = "query($id: ID!) { timelineEntry(id: $id) { tags links { nodes { kind other { ... on TimelineEntry { id text } } reason linkedBy { name } } } attachments { reference size } history { what } } }";
        var told = (await _world.Theo.Ask(Entry, new { id = entry })).GetProperty("timelineEntry");
        Assert.Equal("drums blue", told.GetProperty("tags")[0].GetString());
        Assert.Equal("Two", told.GetProperty("links").GetProperty("nodes")[0].GetProperty("other").GetProperty("text").GetString());
        Assert.Equal("Maya Roy", told.GetProperty("links").GetProperty("nodes")[0].GetProperty("linkedBy").GetProperty("name").GetString());
        Assert.Equal("urn:photo:1", told.GetProperty("attachments")[0].GetProperty("reference").GetString());

        await _world.Theo.Do("untagTimelineEntry", new { entry, tag = "drums blue" });
        await _world.Theo.Do("unlinkRecords", new { from = entry, to = other, kind = "CORROBORATES", reason = "Another van" });
        await _world.Theo.Do("withdrawAttachmentReference", new { entry, reference = "urn:photo:1", reason = "Wrong photo" });
        told = (await _world.Theo.Ask(Entry, new { id = entry })).GetProperty("timelineEntry");
        Assert.All(new[] { "tags", "attachments" }, list => Assert.Equal(0, told.GetProperty(list).GetArrayLength()));
        Assert.Equal(0, told.GetProperty("links").GetProperty("nodes").GetArrayLength());
        Assert.Equal(5, told.GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task The_timeline_is_found_by_text_tag_source_grade_and_author_and_ordered_by_either_clock()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("recordTimelineEntry", TipOn(file));
        await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Earlier but said later", occurred = new { zone = "Europe/Amsterdam", at = "2026-03-01T10:00" } });

        foreach (var where in new object[]
        {
            new { text = new { contains = "forklift" } }, new { tags = new { some = new { eq = "halden" } } }, new { sourceKind = new { eq = "PROTECTED_SOURCE" } },
            new { gradeSource = new { eq = "B" }, gradeInformation = new { @in = new[] { "2", "3" } } }, new { recordedBy = new { eq = _world.Maya.Id } },
            new { originator = new { eq = "CFP" } },
        })
            Assert.Equal([Tip], await Timeline(file, where, new { occurredAt = "ASC" }));

        Assert.Equal(["Earlier but said later", Tip], await Timeline(file, new { }, new { occurredAt = "ASC" }));
        Assert.Equal([Tip, "Earlier but said later"], await Timeline(file, new { }, new { recordedAt = "ASC" }));
    }

    private async Task<string[]> Timeline(string file, object where, object order) => Texts((await _world.Maya.Ask(
        "query($id: ID!, $where: TimelineEntryFilterInput, $order: [TimelineEntrySortInput!]) { case(id: $id) { timeline(where: $where, order: $order) { nodes { text } } } }",
        new { id = file, where, order = new[] { order } })).GetProperty("case").GetProperty("timeline"));

    private static string[] Texts(JsonElement list) => [.. list.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("text").GetString()!)];
}
