using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Amara Okafor plans and runs GRANITE; four agencies go at one moment, or nobody does.</summary>
[Collection(ApiTests.Name)]
public sealed class CoordinatorTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task At_half_past_five_one_warrant_does_not_hold_so_she_moves_H_for_all()
    {
        var granite = await Granite.Plan(_world, "2026-05-13T09:30Z");
        Assert.Equal("site.outside-authority", (await granite.Ready("S1")).Code);
        Assert.Null((await granite.Ready("S2")).Code);
        Assert.Null((await granite.Ready("S4")).Code);

        var version = (await granite.See(_world.Amara)).GetProperty("version").GetInt64();
        await _world.Amara.Do("moveHHour", new { operation = granite.Id, version, hHour = new { at = "2026-05-13T06:15", zone = "America/Toronto" }, reason = "W1 begins at six" });

        Assert.Equal("2026-05-13T10:15:00Z", (await granite.See(_world.Amara)).GetProperty("hHour").GetString());
        var (warehouse, office) = (await granite.Line(_world.Amara, "S1"), await granite.Line(_world.Amara, "S4"));
        Assert.Equal("2026-05-13T06:15:00-04:00", warehouse.GetProperty("localEntry").GetString());
        Assert.Equal("2026-05-13T12:15:00+02:00", office.GetProperty("localEntry").GetString());
        Assert.Equal("2026-05-13T11:15:00+02:00", office.GetProperty("phases")[0].GetProperty("local").GetString());
        Assert.Equal("AWAITED", office.GetProperty("readiness").GetString());
        await granite.AllReady();
    }

    [Fact]
    public async Task Moving_H_to_where_it_is_changes_nothing_and_an_old_version_is_told_what_changed()
    {
        var granite = await Granite.Plan(_world);
        var before = await host.FactsOf(granite.Id);
        await _world.Amara.Do("moveHHour", new { operation = granite.Id, version = 1_000, hHour = new { at = "2026-05-13T12:15+02:00" }, reason = "Again" });
        Assert.Equal(before, await host.FactsOf(granite.Id));

        var stale = await _world.Amara.Act("moveHHour", new { operation = granite.Id, version = 1, hHour = new { at = "2026-05-14T10:15Z" }, reason = "Fog" });
        Assert.Equal(("record.stale", "StaleError"), (stale.Code, stale.Kind));
    }

    [Theory]
    [InlineData("America/Toronto", "2026-03-08T02:30", "occurrence.no-such-local-time")]
    [InlineData("Europe/Amsterdam", "2026-10-25T02:30", "occurrence.ambiguous-local-time")]
    [InlineData("America/Mazatlan", "2022-04-03T02:30", "occurrence.no-such-local-time")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "occurrence.ambiguous-local-time")]
    public async Task Times_that_are_none_or_two_are_refused_by_their_field(string zone, string at, string code)
    {
        var outcome = await _world.Jules.Act("planOperation", new { name = "NIGHT", aim = "None", taskForce = _world.TaskForce, hHour = new { at, zone } });
        Assert.Equal((code, "hHour.at"), (outcome.Code, outcome.Field));
    }

    [Fact]
    public async Task A_site_is_found_on_the_map_by_those_who_read_it_in_full()
    {
        const string Map = "query($id: ID!) { site(id: $id) { version coordinates { latitude longitude } history { what fields { field was is } } } }";
        var granite = await Granite.Plan(_world);
        var input = new
        {
            operation = granite.Id, number = "S7", place = "Annex", coordinates = new { latitude = 45.56172, longitude = -73.72986 }, agency = "OPS",
            commander = _world.Theo.Id, zone = "America/Toronto", essential = false,
        };
        var annex = (await _world.Amara.Do("addSite", input)).Id;
        var seen = (await _world.Amara.Ask(Map, new { id = annex })).GetProperty("site");
        Assert.Equal((45.56172m, -73.72986m), Point(seen));
        await _world.Amara.Do("locateSite", new { site = annex, version = seen.GetProperty("version").GetInt64(), coordinates = new { latitude = 45.5618, longitude = -73.7299 }, reason = "The gate" });

        var put = (await _world.Theo.Ask(Map, new { id = annex })).GetProperty("site");
        Assert.Equal((45.5618m, -73.7299m), Point(put));
        var change = put.GetProperty("history").EnumerateArray().Last().GetProperty("fields")[0];
        Assert.Equal(("coordinates", "45.56172, -73.72986", "45.5618, -73.7299"), (change.GetProperty("field").GetString(), change.GetProperty("was").GetString(), change.GetProperty("is").GetString()));
        Assert.Equal(JsonValueKind.Null, (await _world.Sanne.Ask(Map, new { id = annex })).GetProperty("site").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await _world.Amara.Ask(Map, new { id = granite.Site("S1") })).GetProperty("site").GetProperty("coordinates").ValueKind);
        Assert.Equal(("exhibit.bad-longitude", "coordinates.longitude"), Why(await _world.Amara.Act("locateSite", new { site = annex, version = 1_000, coordinates = new { latitude = 0, longitude = 181 }, reason = "The gate" })));
    }

    [Fact]
    public async Task One_site_alone_does_not_leave_the_window()
    {
        var granite = await Granite.Plan(_world);
        var outcome = await _world.Amara.Act("shiftSite", new { site = granite.Site("S2"), version = 1, minutes = 20, reason = "Late van" });
        Assert.Equal(("site.outside-window", "minutes"), (outcome.Code, outcome.Field));
        await _world.Amara.Do("shiftSite", new { site = granite.Site("S2"), version = 1, minutes = 5, reason = "Late van" });
        Assert.Equal("2026-05-13T06:20:00-04:00", (await granite.Line(_world.Amara, "S2")).GetProperty("localEntry").GetString());
    }

    [Fact]
    public async Task Each_partner_sees_its_own_site_in_full_and_of_the_others_whether_they_are_ready()
    {
        var granite = await Granite.Plan(_world);
        await granite.Ready("S2");
        var seen = await granite.See(_world.Theo);
        Assert.Equal("2026-05-13T10:15:00Z", seen.GetProperty("hHour").GetString());
        var lines = seen.GetProperty("board").GetProperty("lines").EnumerateArray().ToArray();
        Assert.Equal(["S1", "S2", "S4", "S5"], lines.Select(l => l.GetProperty("number").GetString()));
        Assert.Equal("48 Rockpoint Rd unit 6", lines[0].GetProperty("site").GetProperty("place").GetString());
        Assert.Equal(["AWAITED", "READY", "AWAITED", "AWAITED"], lines.Select(l => l.GetProperty("readiness").GetString()));
        Assert.All(lines[1..], l => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (l.GetProperty("site").ValueKind, l.GetProperty("localEntry").ValueKind)));

        const string Sites = "query($id: ID!) { operation(id: $id) { sites { totalCount nodes { number } } partnerSites { totalCount } } }";
        Assert.Equal((1, 4), Counts(await _world.Theo.Ask(Sites, new { id = granite.Id })));
        Assert.Equal((4, 4), Counts(await _world.Amara.Ask(Sites, new { id = granite.Id })));
        // The same state has one name for all, or their votes could not meet.
        Assert.Equal(await granite.Pin(_world.Theo), await granite.Pin(_world.Amara));
    }

    [Fact]
    public async Task With_every_site_ready_and_every_agency_for_it_there_is_a_go_that_says_what_it_stood_on()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms check 3 h old" });
        Assert.Equal("operation.essential-not-ready", (await granite.Go(await granite.Pin())).Code);
        var line = await granite.Line(_world.Amara, "S4");
        Assert.Equal(("NOT_READY", "Comms check 3 h old"), (line.GetProperty("readiness").GetString(), line.GetProperty("site").GetProperty("reason").GetString()));

        await granite.Ready("S4");
        Assert.Equal("operation.no-quorum", (await granite.Go(await granite.Pin())).Code);
        var pin = await granite.AllVote();
        Assert.Empty((await granite.See(_world.Amara)).GetProperty("board").GetProperty("awaited").EnumerateArray());
        Assert.Null((await granite.Go(pin)).Code);

        var board = (await granite.See(_world.Daniel)).GetProperty("board");
        var order = board.GetProperty("order");
        Assert.Equal(("GO", "Amara Okafor"), (order.GetProperty("kind").GetString(), order.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal(["CFP", "NLFI", "OPS", "USDE"], order.GetProperty("quorum").EnumerateArray().Select(q => q.GetProperty("code").GetString()));
        Assert.All(order.GetProperty("sites").EnumerateArray(), s => Assert.Equal("READY", s.GetProperty("readiness").GetString()));
        Assert.Equal("operation.go-stands", (await granite.Go(await granite.Pin())).Code);
    }

    [Fact]
    public async Task Q6_readiness_now_by_site_with_what_keeps_it_back_and_since_when()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var before = (await granite.Line(_world.Amara, "S4")).GetProperty("readinessSince").GetDateTimeOffset();
        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms check 3 h old" });
        await granite.At("S2").Do("quashSiteAuthority", new { site = granite.Site("S2"), reason = "Quashed by the court" });

        var lines = (await granite.See(_world.Amara)).GetProperty("board").GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("number").GetString()!);
        Assert.Equal([("S1", "READY"), ("S2", "AWAITED"), ("S4", "NOT_READY"), ("S5", "READY")], lines.Select(l => (l.Key, l.Value.GetProperty("readiness").GetString()!)));
        Assert.Equal("Comms check 3 h old", lines["S4"].GetProperty("site").GetProperty("reason").GetString());
        Assert.True(lines["S4"].GetProperty("readinessSince").GetDateTimeOffset() > before);
        var refused = await granite.Ready("S2");
        Assert.Equal("site.no-authority", refused.Code);
        // To a partner it is said that it is not ready, and since when; not why.
        var seen = await granite.Line(_world.Theo, "S4");
        Assert.Equal(("NOT_READY", JsonValueKind.Null), (seen.GetProperty("readiness").GetString(), seen.GetProperty("site").ValueKind));
        Assert.Equal(lines["S4"].GetProperty("readinessSince").GetString(), seen.GetProperty("readinessSince").GetString());
    }

    [Fact]
    public async Task Q7_what_the_readiness_was_when_go_was_taken_stays_known_whatever_happens_after()
    {
        var granite = await Granite.Gone(_world);
        await granite.At("S5").Do("reportSiteNotReady", new { site = granite.Site("S5"), reason = "No contact" });

        const string Then = "query($id: ID!) { operation(id: $id) { status decisions { number kind at sites { number readiness } } } }";
        var told = (await _world.Amara.Ask(Then, new { id = granite.Id })).GetProperty("operation");
        Assert.Equal("GO", told.GetProperty("status").GetString());
        var go = told.GetProperty("decisions")[0];
        Assert.All(go.GetProperty("sites").EnumerateArray(), s => Assert.Equal("READY", s.GetProperty("readiness").GetString()));
        var asOf = (await _world.Amara.Ask(
            "query($id: ID!, $at: DateTime!) { operation(id: $id) { partnerSites(asOf: $at) { nodes { readiness } } } }", new { id = granite.Id, at = go.GetProperty("at").GetString() }))
            .GetProperty("operation").GetProperty("partnerSites").GetProperty("nodes");
        Assert.All(asOf.EnumerateArray(), s => Assert.Equal("READY", s.GetProperty("readiness").GetString()));
        Assert.Equal("NOT_READY", (await granite.Line(_world.Amara, "S5")).GetProperty("readiness").GetString());
    }

    [Fact]
    public async Task A_quashed_warrant_holds_the_operation_and_going_takes_a_new_decision()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var first = await granite.AllVote();
        await granite.Go(first);
        await granite.At("S2").Do("quashSiteAuthority", new { site = granite.Site("S2"), reason = "Quashed by the court" });

        var board = (await granite.See(_world.Theo)).GetProperty("board");
        var hold = board.GetProperty("order");
        Assert.Equal(("HOLD", "SITE_CHANGED", "S2"), (hold.GetProperty("kind").GetString(), hold.GetProperty("cause").GetString(), hold.GetProperty("site").GetString()));
        Assert.Equal(JsonValueKind.Null, hold.GetProperty("reason").ValueKind);
        Assert.Equal("operation.stale-pin", (await granite.Vote(_world.Daniel, "USDE", first)).Code);
        Assert.Equal("operation.stale-pin", (await granite.Go(first)).Code);
        Assert.Equal("operation.essential-not-ready", (await granite.Go(await granite.Pin())).Code);

        Assert.Equal("site.no-authority", (await granite.Ready("S2")).Code);
        await granite.At("S2").Do("recordSiteAuthority", new
        {
            site = granite.Site("S2"), version = 1_000, authority = new { reference = "W2b", from = "2026-05-13T00:00", until = "2026-05-15T00:00" }, reason = "Replaces W2",
        });
        await granite.Ready("S2");
        Assert.Equal("operation.no-quorum", (await granite.Go(await granite.Pin())).Code);
        Assert.Null((await granite.Go(await granite.AllVote())).Code);
        Assert.Equal(3, (await granite.See(_world.Amara)).GetProperty("board").GetProperty("order").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task An_order_is_unconfirmed_at_a_site_until_that_site_acknowledges_it()
    {
        var granite = await Granite.Gone(_world);
        await _world.Amara.Do("holdOperation", new { operation = granite.Id, reason = "Wait for hazmat" });
        Assert.Equal("operation.other-order", (await granite.At("S1").Act("acknowledgeOrder", new { site = granite.Site("S1"), order = 1 })).Code);
        var given = await granite.At("S1").Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 2 });
        Assert.Equal(given.Id, (await granite.At("S1").Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 2 })).Id);

        var (heard, silent) = (await granite.Line(_world.Sanne, "S1"), await granite.Line(_world.Sanne, "S5"));
        Assert.Equal((JsonValueKind.String, JsonValueKind.Null), (heard.GetProperty("acknowledgedAt").ValueKind, heard.GetProperty("unconfirmedSince").ValueKind));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.String), (silent.GetProperty("acknowledgedAt").ValueKind, silent.GetProperty("unconfirmedSince").ValueKind));

        const string Latency = "query($id: ID!) { operation(id: $id) { acknowledgements(where: { kind: { eq: HOLD } }, order: [{ seconds: DESC }]) { totalCount nodes { site order kind seconds } } } }";
        var list = (await _world.Amara.Ask(Latency, new { id = granite.Id })).GetProperty("operation").GetProperty("acknowledgements");
        Assert.Equal((1, "S1"), (list.GetProperty("totalCount").GetInt32(), list.GetProperty("nodes")[0].GetProperty("site").GetString()));
    }

    [Fact]
    public async Task A_site_that_withdraws_after_go_takes_the_go_with_it_when_it_is_essential()
    {
        var granite = await Granite.Gone(_world);
        await granite.At("S5").Do("withdrawSite", new { site = granite.Site("S5"), reason = "No staff" });
        Assert.Equal("GO", (await granite.See(_world.Amara)).GetProperty("status").GetString());
        await granite.At("S4").Do("withdrawSite", new { site = granite.Site("S4"), reason = "No staff" });
        Assert.Equal("HOLD", (await granite.See(_world.Amara)).GetProperty("status").GetString());
        Assert.Equal("operation.essential-withdrawn", (await granite.Go(await granite.Pin())).Code);
        // Nothing is deleted: it stands there as withdrawn.
        Assert.Equal("WITHDRAWN", (await granite.Line(_world.Amara, "S4")).GetProperty("readiness").GetString());
    }

    [Fact]
    public async Task Nobody_votes_for_another_agency_nor_after_the_decision_nor_adds_to_what_has_gone()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var other = await granite.Vote(_world.Theo, "NLFI", await granite.Pin());
        Assert.Equal(("operation.vote-for-other-agency", "agency"), (other.Code, other.Field));
        var pin = await granite.AllVote();
        await granite.Go(pin);
        Assert.Equal("operation.stale-pin", (await granite.Vote(_world.Theo, "OPS", pin, "NO_GO", "Too late")).Code);
        Assert.Equal("operation.go-stands", (await _world.Amara.Act("addSite", new
        {
            operation = granite.Id, number = "S9", place = "Annex", agency = "OPS", commander = _world.Theo.Id, zone = "America/Toronto", essential = false,
        })).Code);
    }

    [Fact]
    public async Task A_no_ends_the_round_and_an_abort_ends_everything()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        await granite.AllVote();
        Assert.Null((await granite.Vote(_world.Sanne, "NLFI", await granite.Pin(), "NO_GO", "Two persons absent")).Code);
        var pin = await granite.Pin();
        Assert.Equal("operation.voted-no-go", (await granite.Go(pin)).Code);
        await _world.Amara.Do("decideNoGo", new { operation = granite.Id, reason = "NLFI says no" });
        Assert.Equal("operation.stale-pin", (await granite.Go(pin)).Code);
        Assert.Equal("operation.no-quorum", (await granite.Go(await granite.Pin())).Code);

        await _world.Amara.Do("abortOperation", new { operation = granite.Id, reason = "Called off" });
        Assert.Equal("operation.aborted", (await granite.Go(await granite.Pin())).Code);
        Assert.Equal("operation.aborted", (await granite.Ready("S1")).Code);
        await granite.At("S1").Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 2 });
    }

    [Fact]
    public async Task Go_sent_again_gets_the_first_answer()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var input = new { operation = granite.Id, pin = await granite.AllVote(), clientMutationId = Guid.NewGuid().ToString() };
        var first = await _world.Amara.Do("decideGo", input);
        var before = await host.FactsOf(granite.Id);
        Assert.Equal(first.Version, (await _world.Amara.Do("decideGo", input)).Version);
        Assert.Equal(before, await host.FactsOf(granite.Id));
    }

    [Fact]
    public async Task Q9_the_story_of_one_site_is_read_step_by_step_by_those_who_may()
    {
        var granite = await Granite.Gone(_world);
        await granite.At("S2").Do("quashSiteAuthority", new { site = granite.Site("S2"), reason = "Quashed by the court" });
        const string History = "query($id: ID!) { site(id: $id) { history { what by { name } reason recordedAt fields { field was is } } } }";
        var told = (await _world.Amara.Ask(History, new { id = granite.Site("S2") })).GetProperty("site").GetProperty("history").EnumerateArray().ToArray();
        Assert.Equal(["site.planned.v1", "site.reported-ready.v1", "site.authority-quashed.v1", "site.readiness-lapsed.v1"], told.Select(c => c.GetProperty("what").GetString()));
        Assert.Equal("Quashed by the court", told[2].GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, (await _world.Theo.Ask(History, new { id = granite.Site("S2") })).GetProperty("site").ValueKind);
    }

    [Fact]
    public async Task Operations_are_filtered_ordered_and_counted()
    {
        var word = $"OP{Guid.NewGuid():n}"[..10];
        foreach (var name in new[] { $"{word} A", $"{word} B" })
            await Granite.Plan(_world, name: name);
        var told = (await _world.Theo.Ask(
            "query($where: OperationFilterInput) { operations(first: 1, where: $where, order: [{ name: DESC }]) { totalCount nodes { name status } } }",
            new { where = new { name = new { startsWith = word }, status = new { eq = "PLANNED" } } })).GetProperty("operations");
        Assert.Equal((2, $"{word} B"), (told.GetProperty("totalCount").GetInt32(), told.GetProperty("nodes")[0].GetProperty("name").GetString()));
        Assert.Equal(0, (await _world.Novak.Ask("{ operations { totalCount } }")).GetProperty("operations").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task The_board_is_told_live_to_each_under_their_own_rights()
    {
        const string Live = "subscription($id: ID!) { boardChanged(operation: $id) { status lines { number readiness site { place } } } }";
        var granite = await Granite.Plan(_world);
        await using var theo = await _world.Theo.Listen(Live, new { id = granite.Id });
        await using var novak = await _world.Novak.Listen(Live, new { id = granite.Id });
        var (told, nothing) = (theo.Next(TimeSpan.FromSeconds(30)), novak.Next(TimeSpan.FromSeconds(30)));
        // Listening begins at its own pace: reports are repeated until one is heard.
        var reports = 0;
        await Eventually.True(async () =>
        {
            await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms" });
            await granite.Ready("S4");
            reports++;
            return told.IsCompleted;
        }, "the board was never told");

        var board = (await told)!.Value.GetProperty("data").GetProperty("boardChanged");
        var lines = board.GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("number").GetString()!);
        Assert.Contains(lines["S4"].GetProperty("readiness").GetString(), new[] { "READY", "NOT_READY" });
        Assert.Equal(JsonValueKind.Null, lines["S4"].GetProperty("site").ValueKind);
        Assert.Equal(JsonValueKind.Object, lines["S1"].GetProperty("site").ValueKind);
        Assert.False(nothing.IsCompleted);
        Assert.True(reports > 0);
    }

    [Fact]
    public async Task Who_is_taken_off_sees_nothing_of_it_any_more()
    {
        var granite = await Granite.Plan(_world);
        foreach (var role in new[] { "SITE_COMMANDER", "LIAISON" })
            await _world.Amara.Do("withdrawOperationAccess", new { operation = granite.Id, officer = _world.Daniel.Id, role, reason = "Relieved" });
        Assert.Equal(JsonValueKind.Null, (await _world.Daniel.Ask(Granite.Board, new { id = granite.Id })).GetProperty("operation").ValueKind);
        Assert.Equal("record.unknown", (await granite.Ready("S5")).Code);
    }

    [Fact]
    public async Task A_site_belongs_to_a_member_agency_and_is_commanded_by_one_of_its_own()
    {
        var granite = await Granite.Plan(_world);
        object Site(string agency, string commander) =>
            new { operation = granite.Id, number = "S9", place = "Annex", agency, commander, zone = "America/Toronto", essential = false };
        Assert.Equal(("operation.agency-not-member", "agency"), Why(await _world.Amara.Act("addSite", Site("CBA", _world.Theo.Id))));
        Assert.Equal(("site.commander-of-other-agency", "commander"), Why(await _world.Amara.Act("addSite", Site("OPS", _world.Maya.Id))));
        Assert.Equal(("record.unknown", "commander"), Why(await _world.Amara.Act("addSite", Site("OPS", GlobalIds.Nothing("Officer")))));
    }

    private static (decimal, decimal) Point(JsonElement site) =>
        (site.GetProperty("coordinates").GetProperty("latitude").GetDecimal(), site.GetProperty("coordinates").GetProperty("longitude").GetDecimal());

    private static (string?, string?) Why(Outcome outcome) => (outcome.Code, outcome.Field);

    private static (int Full, int Partner) Counts(JsonElement told) => (
        told.GetProperty("operation").GetProperty("sites").GetProperty("totalCount").GetInt32(),
        told.GetProperty("operation").GetProperty("partnerSites").GetProperty("totalCount").GetInt32());
}
