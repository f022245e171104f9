using System.Text.Json;
using System.Text.Json.Nodes;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Nadia Haddad keeps store A; things reach her from Maya and Theo, and leave her for Piet de Vries in Rotterdam.</summary>
[Collection(ApiTests.Name)]
public sealed class CustodianTests(ServerHost host)
{
    private const string Seal = "OPS-55102";

    private const string Custody =
        """
        query($id: ID!, $at: DateTime!, $asOf: DateTime) { exhibit(id: $id, asOf: $asOf) {
          version number seal status overdue due inTransitSince heldSince holder { name } holderAgency { code } offeredTo { name }
          holderAt(at: $at) { holder { name } since until recordedLate transfer }
          holdings { holder { name agency { code } } since until recordedAt recordedLate transfer }
          custodyChain { transfer from { name } to { name } seal sealSeen reason outcome answer offeredAt answeredAt handedOverAt overdue recordedLate }
          history { what by { name } agency { code } reason fields { field was is } }
        } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_thing_is_taken_with_finder_place_time_authority_and_seal()
    {
        var file = await NewCase();
        var exhibit = await _world.Maya.Do("seizeExhibit", new
        {
            @case = file, kind = "DIGITAL_DEVICE", description = "A black phone", finder = _world.Theo.Id, seal = "cfp-77120 ",
            place = new { description = "48 Rockpoint Rd, unit 6, office", latitude = 43.589045, longitude = -79.644119 },
            occurred = new { zone = "America/Toronto", date = "2026-04-22", part = "MORNING", said = "before nine" },
            authority = new { kind = "SEARCH_WARRANT", reference = "W1" },
        });

        var told = (await _world.Nadia.Ask(
            """
            query($id: ID!) { exhibit(id: $id) { kind description finder { name } recordedBy { name } seizedFor { code } place coordinates { latitude longitude }
              precision occurredAt occurredUntil occurredZone occurredPart occurredSaid recordedAt authority authorityReference seal tlp
              case { id } holder { name } heldSince status corrected holdings { recordedLate } } }
            """, new { id = exhibit.Id })).GetProperty("exhibit");

        Assert.Equal("DIGITAL_DEVICE A black phone", $"{Text(told, "kind")} {Text(told, "description")}");
        Assert.Equal(("Theo Lang", "Maya Roy", "CFP"), (Name(told, "finder"), Name(told, "recordedBy"), told.GetProperty("seizedFor").GetProperty("code").GetString()));
        Assert.Equal((43.589045m, -79.644119m), (told.GetProperty("coordinates").GetProperty("latitude").GetDecimal(), told.GetProperty("coordinates").GetProperty("longitude").GetDecimal()));
        Assert.Equal(("DAY_PART", "MORNING", "before nine"), (Text(told, "precision"), Text(told, "occurredPart"), Text(told, "occurredSaid")));
        Assert.Equal(new DateTimeOffset(2026, 4, 22, 10, 0, 0, TimeSpan.Zero), told.GetProperty("occurredAt").GetDateTimeOffset());
        Assert.Equal(("SEARCH_WARRANT", "W1", "CFP-77120", "AMBER"), (Text(told, "authority"), Text(told, "authorityReference"), Text(told, "seal"), Text(told, "tlp")));
        Assert.Equal((file, "Maya Roy", "HELD"), (told.GetProperty("case").GetProperty("id").GetString(), Name(told, "holder"), Text(told, "status")));
        Assert.True(told.GetProperty("holdings")[0].GetProperty("recordedLate").GetBoolean());
    }

    [Theory]
    [InlineData("""{ "finder": "NOBODY" }""", "record.unknown", "finder")]
    [InlineData("""{ "place": { "description": "Unit 6", "latitude": 43.5 } }""", "exhibit.half-coordinates", "place.longitude")]
    [InlineData("""{ "place": { "description": "Unit 6", "latitude": 91, "longitude": 0 } }""", "exhibit.bad-latitude", "place.latitude")]
    [InlineData("""{ "authority": { "kind": "SEARCH_WARRANT" } }""", "exhibit.authority-needs-reference", "authority.reference")]
    [InlineData("""{ "occurred": { "zone": "America/Toronto", "at": "2026-03-08T02:30" } }""", "occurrence.no-such-local-time", "occurred.at")]
    [InlineData("""{ "tlp": "GREEN" }""", "exhibit.tlp-below-case", "tlp")]
    [InlineData("""{ "tlp": "RED" }""", "label.red-needs-readers", "readers")]
    [InlineData("""{ "tlp": "AMBER_STRICT", "number": "E-1" }""", "exhibit.number-by-lot", "number")]
    public async Task A_seizure_that_must_not_be_is_refused_by_its_field_and_nothing_is_stored(string wrong, string code, string field)
    {
        var input = JsonSerializer.SerializeToNode(Northgate.Item(await NewCase(), Seal))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(wrong.Replace("NOBODY", GlobalIds.Nothing("Officer"), StringComparison.Ordinal))!.AsObject())
            input[name] = value!.DeepClone();
        var before = await host.Facts();

        var refused = await _world.Maya.Act("seizeExhibit", input);

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Exhibits_are_counted_under_their_case_and_the_number_on_a_bag_is_kept()
    {
        var file = await NewCase();
        var number = (await _world.Maya.Ask("query($id: ID!) { case(id: $id) { number } }", new { id = file })).GetProperty("case").GetProperty("number").GetString();
        await Seize(file);
        await Seize(file, "E-12");
        await Seize(file);
        var before = await host.Facts();

        var taken = await _world.Theo.Act("seizeExhibit", Northgate.Item(file, Seal, "E-12"));

        Assert.Equal(("exhibit.number-taken", "number"), (taken.Code, taken.Field));
        Assert.Equal(before, await host.Facts());
        Assert.Equal([$"{number}/E-1", $"{number}/E-12", $"{number}/E-13"], await Numbers(file, _world.Nadia));
    }

    [Fact]
    public async Task Who_seize_at_one_moment_get_numbers_of_their_own()
    {
        var file = await NewCase();
        var seized = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? _world.Maya : _world.Theo).Do("seizeExhibit", Northgate.Item(file, $"S-{i}"))));

        Assert.Equal(8, seized.Select(s => s.Id).Distinct().Count());
        Assert.Equal(8, (await Numbers(file, _world.Nadia)).Distinct().Count());
    }

    [Fact]
    public async Task A_closed_case_takes_no_exhibit_and_its_exhibits_still_pass_from_hand_to_hand()
    {
        var file = await NewCase();
        var exhibit = await Seize(file);
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "NO_FURTHER_ACTION", reason = "Nothing found" });
        await _world.Jules.Do("approveClosure", new { @case = file, version = 2 });

        Assert.Equal("case.closed", (await _world.Maya.Act("seizeExhibit", Northgate.Item(file, Seal))).Code);
        await HandOver(exhibit, _world.Maya, _world.Nadia, 1);
    }

    [Fact]
    public async Task A_hand_over_takes_both_and_the_chain_tells_of_it()
    {
        var exhibit = await Seize(await NewCase());
        await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia));
        var offered = await Told(exhibit);
        Assert.Equal(("IN_TRANSIT", "Maya Roy", "Nadia Haddad"), (Text(offered, "status"), Name(offered, "holder"), Name(offered, "offeredTo")));
        Assert.Equal(TimeSpan.FromHours(24), offered.GetProperty("due").GetDateTimeOffset() - offered.GetProperty("inTransitSince").GetDateTimeOffset());

        await _world.Nadia.Do("acceptCustodyTransfer", new { exhibit, version = 2, sealSeen = " ops-55102", remark = "Bag whole" });

        var told = await Told(exhibit);
        Assert.Equal(("HELD", "Nadia Haddad"), (Text(told, "status"), Name(told, "holder")));
        var link = Assert.Single(told.GetProperty("custodyChain").EnumerateArray().ToArray());
        Assert.Equal(("Maya Roy", "Nadia Haddad", Seal, Seal), (Name(link, "from"), Name(link, "to"), Text(link, "seal"), Text(link, "sealSeen")));
        Assert.Equal(("ACCEPTED", "To store A", "Bag whole"), (Text(link, "outcome"), Text(link, "reason"), Text(link, "answer")));
        Assert.False(link.GetProperty("overdue").GetBoolean() || link.GetProperty("recordedLate").GetBoolean());
        Assert.Equal(
            ["exhibit.seized.v1", "exhibit.custody-transfer-offered.v1", "exhibit.custody-transfer-accepted.v1"],
            told.GetProperty("history").EnumerateArray().Select(c => Text(c, "what")));
        Assert.Contains(told.GetProperty("history")[1].GetProperty("fields").EnumerateArray(), f => Text(f, "field") == "status" && Text(f, "was") == "HELD" && Text(f, "is") == "IN_TRANSIT");
    }

    [Fact]
    public async Task A_hand_over_that_must_not_be_is_refused_by_its_name_and_nothing_is_stored()
    {
        var file = await NewCase();
        var exhibit = await Seize(file);
        var observer = _world.Jules;
        var before = await host.FactsOf(exhibit);
        foreach (var (who, input, code, field) in new (Voice, object, string, string?)[]
        {
            (_world.Maya, Offer(exhibit, _world.Maya), "exhibit.own-transfer", "to"),
            (_world.Theo, Offer(exhibit, _world.Nadia), "exhibit.not-holder", null),
            (_world.Maya, Offer(exhibit, _world.Nadia, seal: "OPS-55103"), "exhibit.seal-mismatch", "seal"),
            (_world.Maya, Offer(exhibit, _world.Sanne), "exhibit.addressee-cannot-take", "to"),
            (_world.Maya, Offer(exhibit, _world.Novak), "exhibit.addressee-cannot-take", "to"),
            (_world.Maya, new { exhibit, version = 1, to = GlobalIds.Nothing("Officer"), seal = Seal, reason = "To nobody" }, "record.unknown", "to"),
            (_world.Maya, new { exhibit, version = 1, to = _world.Nadia.Id, seal = Seal, reason = "Yesterday", due = DateTimeOffset.UtcNow.AddDays(-1) }, "exhibit.bad-due", "due"),
            (_world.Novak, Offer(exhibit, _world.Nadia), "record.unknown", null),
        })
        {
            var refused = await who.Act("offerCustodyTransfer", input);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        Assert.Equal("exhibit.no-transfer", (await _world.Nadia.Act("acceptCustodyTransfer", Accept(exhibit, 1))).Code);
        Assert.Equal(before, await host.FactsOf(exhibit));

        await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia));
        before = await host.FactsOf(exhibit);
        foreach (var (who, mutation, input, code) in new (Voice, string, object, string)[]
        {
            (_world.Maya, "offerCustodyTransfer", Offer(exhibit, _world.Theo, 2), "exhibit.transfer-waiting"),
            (_world.Maya, "acceptCustodyTransfer", Accept(exhibit, 2), "exhibit.own-transfer"),
            (_world.Theo, "acceptCustodyTransfer", Accept(exhibit, 2), "exhibit.not-addressee"),
            (observer, "refuseCustodyTransfer", new { exhibit, version = 2, reason = "Mine" }, "exhibit.not-addressee"),
            (_world.Nadia, "acceptCustodyTransfer", Accept(exhibit, 2, "OPS-55103"), "exhibit.seal-mismatch"),
            (_world.Nadia, "acceptCustodyTransfer", new { exhibit, version = 2, sealSeen = Seal, handedOverAt = DateTimeOffset.UtcNow.AddHours(1) }, "exhibit.handed-over-in-future"),
            (_world.Nadia, "acceptCustodyTransfer", new { exhibit, version = 2, sealSeen = Seal, handedOverAt = "2026-04-18T20:00:00Z" }, "exhibit.handed-over-before-held"),
            (_world.Nadia, "withdrawCustodyTransfer", new { exhibit, version = 2, reason = "Mine" }, "exhibit.not-holder"),
            (_world.Maya, "resealExhibit", new { exhibit, version = 2, seal = "S-9", reason = "On its way" }, "exhibit.transfer-waiting"),
        })
            Assert.Equal(code, (await who.Act(mutation, input)).Code);
        Assert.Equal(before, await host.FactsOf(exhibit));
    }

    [Fact]
    public async Task One_answer_tells_nobody_whether_an_officer_may_not_read_it_or_may_not_keep_it()
    {
        var file = await NewCase();
        var exhibit = await Seize(file);
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Sanne.Id, role = "OBSERVER", reason = "Watches" });

        var reads = await _world.Maya.Act("offerCustodyTransfer", Offer(exhibit, _world.Sanne));
        var readsNot = await _world.Maya.Act("offerCustodyTransfer", Offer(exhibit, _world.Novak));

        Assert.Equal("exhibit.addressee-cannot-take", reads.Code);
        Assert.Equal(readsNot.Text, reads.Text);
        Assert.DoesNotContain(exhibit, await _world.Novak.Answer("{ exhibits { nodes { id } } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exhibit_for_named_readers_is_offered_to_nobody_else()
    {
        var file = await NewCase();
        var red = (await _world.Maya.Do("seizeExhibit", Red(file, _world.Jules))).Id;

        Assert.Equal("exhibit.addressee-cannot-take", (await _world.Maya.Act("offerCustodyTransfer", Offer(red, _world.Nadia))).Code);
        await _world.Maya.Do("offerCustodyTransfer", Offer(red, _world.Jules));
    }

    [Fact]
    public async Task Who_lost_the_right_to_read_it_is_offered_nothing_and_accepts_nothing()
    {
        var file = await NewCase();
        var (offered, kept) = (await Seize(file), await Seize(file));
        await _world.Maya.Do("offerCustodyTransfer", Offer(offered, _world.Nadia));
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Moved on" });

        Assert.Equal("record.unknown", (await _world.Nadia.Act("acceptCustodyTransfer", Accept(offered, 2))).Code);
        Assert.Equal("exhibit.addressee-cannot-take", (await _world.Maya.Act("offerCustodyTransfer", Offer(kept, _world.Nadia))).Code);
        await _world.Maya.Do("withdrawCustodyTransfer", new { exhibit = offered, version = 2, reason = "She has left the case" });
    }

    [Fact]
    public async Task A_seal_that_differs_by_a_digit_is_refused_and_the_item_stays_where_it_was()
    {
        var exhibit = await Seize(await NewCase());
        await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia));
        await _world.Nadia.Do("refuseCustodyTransfer", new { exhibit, version = 2, reason = "One digit differs", sealSeen = "OPS-55103" });

        var told = await Told(exhibit);
        Assert.Equal(("HELD", "Maya Roy"), (Text(told, "status"), Name(told, "holder")));
        var link = told.GetProperty("custodyChain")[0];
        Assert.Equal(("REFUSED", "One digit differs", "OPS-55103"), (Text(link, "outcome"), Text(link, "answer"), Text(link, "sealSeen")));
        await _world.Maya.Do("resealExhibit", new { exhibit, version = 3, seal = "OPS-55103", reason = "The bag bears this one: misread at the scene" });
        await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia, 4, "OPS-55103"));
    }

    [Fact]
    public async Task An_unanswered_offer_falls_overdue_once_and_is_accepted_late()
    {
        var exhibit = await Seize(await NewCase());
        await _world.Maya.Do("offerCustodyTransfer", new { exhibit, version = 1, to = _world.Nadia.Id, seal = Seal, reason = "By courier", due = DateTimeOffset.UtcNow.AddSeconds(2) });
        Assert.False((await Told(exhibit)).GetProperty("overdue").GetBoolean());
        await Eventually.True(async () => (await Told(exhibit)).GetProperty("overdue").GetBoolean(), "the offer never fell overdue");

        Assert.Equal(3, await host.FactsOf(exhibit));
        var stale = await _world.Nadia.Act("acceptCustodyTransfer", Accept(exhibit, 2));
        Assert.Equal(("record.stale", "exhibit.custody-transfer-fell-overdue.v1"), (stale.Code, stale.Error!.Value.GetProperty("changes")[0].GetProperty("what").GetString()));
        Assert.Equal([exhibit], await Found(new { overdue = new { eq = true }, id = new { eq = exhibit } }));
        await _world.Nadia.Do("acceptCustodyTransfer", Accept(exhibit, 3));

        var told = await Told(exhibit);
        Assert.Equal(("Nadia Haddad", false), (Name(told, "holder"), told.GetProperty("overdue").GetBoolean()));
        Assert.True(told.GetProperty("custodyChain")[0].GetProperty("overdue").GetBoolean());
        // The product is nobody's officer.
        Assert.Equal(("exhibit.custody-transfer-fell-overdue.v1", JsonValueKind.Null), (Text(told.GetProperty("history")[2], "what"), told.GetProperty("history")[2].GetProperty("by").ValueKind));
        Assert.Empty(await Found(new { overdue = new { eq = true }, id = new { eq = exhibit } }));
    }

    [Fact]
    public async Task An_offer_that_was_answered_never_falls_overdue()
    {
        var file = await NewCase();
        var (answered, waiting) = (await Seize(file), await Seize(file));
        var due = DateTimeOffset.UtcNow.AddSeconds(2);
        foreach (var exhibit in new[] { answered, waiting })
            await _world.Maya.Do("offerCustodyTransfer", new { exhibit, version = 1, to = _world.Nadia.Id, seal = Seal, reason = "By courier", due });
        await _world.Nadia.Do("acceptCustodyTransfer", Accept(answered, 2));

        // Both messages were due at one moment: when one has come, so has the other.
        await Eventually.True(async () => (await Told(waiting)).GetProperty("overdue").GetBoolean(), "the offer never fell overdue");
        Assert.Equal(3, await host.FactsOf(answered));
    }

    [Fact]
    public async Task A_hand_over_told_afterwards_keeps_both_times_and_is_marked()
    {
        var exhibit = await Seize(await NewCase());
        await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia));
        await _world.Nadia.Do("acceptCustodyTransfer", new { exhibit, version = 2, sealSeen = Seal, handedOverAt = "2026-05-13T16:20:00Z" });

        var link = (await Told(exhibit)).GetProperty("custodyChain")[0];
        Assert.Equal(new DateTimeOffset(2026, 5, 13, 16, 20, 0, TimeSpan.Zero), link.GetProperty("handedOverAt").GetDateTimeOffset());
        Assert.True(link.GetProperty("recordedLate").GetBoolean());
        Assert.True(link.GetProperty("answeredAt").GetDateTimeOffset() > link.GetProperty("offeredAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Q14_where_an_exhibit_is_now_and_who_had_it_at_a_time_by_either_clock()
    {
        var exhibit = await Seize(await NewCase());
        await HandOver(exhibit, _world.Maya, _world.Nadia, 1, "2026-05-13T16:20:00Z");
        var known = (await Told(exhibit)).GetProperty("custodyChain")[0].GetProperty("answeredAt").GetString()!;
        await HandOver(exhibit, _world.Nadia, _world.Piet, 3, "2026-05-15T14:00:00Z");

        var now = await Told(exhibit, "2026-05-15T14:00:00Z");
        Assert.Equal(("Piet de Vries", "NLFI"), (Name(now, "holder"), now.GetProperty("holderAgency").GetProperty("code").GetString()));
        Assert.Equal("Piet de Vries", Name(now.GetProperty("holderAt"), "holder"));
        Assert.Equal("Nadia Haddad", Name((await Told(exhibit, "2026-05-15T13:59:59Z")).GetProperty("holderAt"), "holder"));
        Assert.Equal("Maya Roy", Name((await Told(exhibit, "2026-05-13T16:19:59Z")).GetProperty("holderAt"), "holder"));
        Assert.Equal(JsonValueKind.Null, (await Told(exhibit, "2026-04-18T00:00:00Z")).GetProperty("holderAt").ValueKind);
        // As it was known then, Nadia had it: that it had passed on was not yet on the record.
        Assert.Equal("Nadia Haddad", Name((await Told(exhibit, "2026-05-15T14:00:00Z", known)).GetProperty("holderAt"), "holder"));

        var holdings = now.GetProperty("holdings").EnumerateArray().ToArray();
        Assert.Equal(["CFP", "CFP", "NLFI"], holdings.Select(h => h.GetProperty("holder").GetProperty("agency").GetProperty("code").GetString()));
        Assert.All(holdings.Zip(holdings.Skip(1)), pair => Assert.Equal(Text(pair.First, "until"), Text(pair.Second, "since")));
        Assert.Equal(JsonValueKind.Null, holdings[^1].GetProperty("until").ValueKind);
    }

    [Fact]
    public async Task Q15_exhibits_in_transit_are_found_by_hours_and_by_when_they_left()
    {
        var file = await NewCase();
        var (held, left) = (await Seize(file), await Seize(file));
        await _world.Maya.Do("offerCustodyTransfer", Offer(left, _world.Nadia));
        var since = Text(await Told(left), "inTransitSince")!;
        const string Longer = "query($where: ExhibitFilterInput, $hours: Int) { exhibits(where: $where, inTransitForHours: $hours, order: [{ inTransitSince: ASC }]) { totalCount nodes { id } } }";
        var ours = new { @case = new { eq = file } };

        Assert.Equal([left], Ids((await _world.Jules.Ask(Longer, new { where = ours, hours = 0 })).GetProperty("exhibits")));
        Assert.Empty(Ids((await _world.Jules.Ask(Longer, new { where = ours, hours = 24 })).GetProperty("exhibits")));
        Assert.Equal([left], await Found(new { ours.@case, inTransitSince = new { lte = since } }));
        Assert.Empty(await Found(new { ours.@case, inTransitSince = new { lt = since } }));
        Assert.Equal([held], await Found(new { ours.@case, status = new { eq = "HELD" } }));
    }

    [Fact]
    public async Task Of_an_acceptance_and_a_withdrawal_at_one_moment_one_stands()
    {
        var file = await NewCase();
        for (var round = 0; round < 10; round++)
        {
            var exhibit = await Seize(file);
            await _world.Maya.Do("offerCustodyTransfer", Offer(exhibit, _world.Nadia));
            var answers = await Task.WhenAll(
                _world.Nadia.Act("acceptCustodyTransfer", Accept(exhibit, 2)),
                _world.Maya.Act("withdrawCustodyTransfer", new { exhibit, version = 2, reason = "Too late?" }));

            var lost = Assert.Single(answers, a => a.Code is not null);
            Assert.Equal("record.stale", lost.Code);
            Assert.Equal(answers[0].Code is null ? "Nadia Haddad" : "Maya Roy", Name(await Told(exhibit), "holder"));
            Assert.Equal(3, await host.FactsOf(exhibit));
        }
    }

    [Fact]
    public async Task Custody_is_followed_as_it_passes()
    {
        var exhibit = await Seize(await NewCase());
        await using var nadia = await _world.Nadia.Listen("subscription($id: ID!) { custodyChanged(exhibit: $id) { status offeredTo { name } } }", new { id = exhibit });
        await using var novak = await _world.Novak.Listen("subscription($id: ID!) { custodyChanged(exhibit: $id) { status } }", new { id = exhibit });
        var (heard, atNovak) = (nadia.Next(TimeSpan.FromSeconds(30)), novak.Next(TimeSpan.FromSeconds(30)));
        var version = 1;

        await Eventually.True(async () =>
        {
            await _world.Maya.Do("correctExhibitDescription", new { exhibit, version, description = $"Powder, look {version}", reason = "Looked again" });
            version++;
            return heard.IsCompleted;
        }, "the custodian heard nothing");

        Assert.Contains("\"status\":\"HELD\"", (await heard).ToString()!, StringComparison.Ordinal);
        Assert.False(atNovak.IsCompleted);
    }

    [Fact]
    public async Task A_description_is_corrected_with_a_reason_and_the_old_one_stays()
    {
        var exhibit = await Seize(await NewCase());
        await _world.Nadia.Do("correctExhibitDescription", new { exhibit, version = 1, description = "White powder, about a kilogram", reason = "Weighed" });

        var change = (await Told(exhibit)).GetProperty("history")[1];
        Assert.Equal(("Weighed", "Nadia Haddad"), (Text(change, "reason"), Name(change, "by")));
        var field = change.GetProperty("fields").EnumerateArray().Single(f => Text(f, "field") == "description");
        Assert.Equal(("White powder in a sealed bag", "White powder, about a kilogram"), (Text(field, "was"), Text(field, "is")));
    }

    [Theory]
    [InlineData("STATUS", "HELD")]
    [InlineData("KIND", "SUBSTANCE")]
    [InlineData("HOLDER_AGENCY", "CFP")]
    [InlineData("AGE", "UNDER_30_DAYS")]
    public async Task Figures_add_up_to_the_list(string by, string key)
    {
        var file = await NewCase();
        await Seize(file);
        await Seize(file);

        var told = await _world.Jules.Ask(
            "query($by: ExhibitFigure!, $where: ExhibitFilterInput) { exhibitFigures(by: $by, where: $where) { key count } exhibits(where: $where) { totalCount } }",
            new { by, where = new { @case = new { eq = file } } });

        var figure = Assert.Single(told.GetProperty("exhibitFigures").EnumerateArray().ToArray());
        Assert.Equal((key, 2), (Text(figure, "key"), figure.GetProperty("count").GetInt32()));
        Assert.Equal(2, told.GetProperty("exhibits").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_custodian_finds_what_she_holds_and_what_waits_for_her()
    {
        var file = await NewCase();
        var (mine, coming) = (await Seize(file), await Seize(file));
        await HandOver(mine, _world.Maya, _world.Nadia, 1);
        await _world.Maya.Do("offerCustodyTransfer", Offer(coming, _world.Nadia));

        Assert.Equal([mine], await Found(new { @case = new { eq = file }, holder = new { eq = _world.Nadia.Id } }));
        Assert.Equal([coming], await Found(new { @case = new { eq = file }, offeredTo = new { eq = _world.Nadia.Id } }));
    }

    private async Task<string> NewCase()
    {
        var file = await _world.NewCase();
        foreach (var custodian in new[] { _world.Nadia, _world.Piet })
            await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = custodian.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps the exhibits" });
        return file;
    }

    private async Task<string> Seize(string file, string? number = null) => (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, Seal, number))).Id;

    private static object Red(string file, Voice reader) => new
    {
        @case = file, kind = "DOCUMENT", description = "For two pairs of eyes", seal = Seal, place = new { description = "Safe" }, occurred = Northgate.AtEight,
        authority = new { kind = "CONSENT" }, tlp = "RED", readers = new[] { reader.Id },
    };

    private static object Offer(string exhibit, Voice to, long version = 1, string seal = Seal) =>
        new { exhibit, version, to = to.Id, seal, reason = "To store A" };

    private static object Accept(string exhibit, long version, string sealSeen = Seal) => new { exhibit, version, sealSeen };

    private static async Task HandOver(string exhibit, Voice from, Voice to, long version, string? handedOverAt = null)
    {
        await from.Do("offerCustodyTransfer", Offer(exhibit, to, version));
        await to.Do("acceptCustodyTransfer", new { exhibit, version = version + 1, sealSeen = Seal, handedOverAt });
    }

    private async Task<JsonElement> Told(string exhibit, string at = "2026-05-15T14:00:00Z", string? asOf = null) =>
        (await _world.Maya.Ask(Custody, new { id = exhibit, at, asOf })).GetProperty("exhibit");

    private async Task<string[]> Found(object where) => Ids((await _world.Jules.Ask(
        "query($where: ExhibitFilterInput) { exhibits(where: $where) { totalCount nodes { id } } }", new { where })).GetProperty("exhibits"));

    private static async Task<string[]> Numbers(string file, Voice by) => [.. (await by.Ask(
        "query($id: ID!) { case(id: $id) { exhibits(first: 50, order: [{ item: ASC }]) { nodes { number } } } }", new { id = file }))
        .GetProperty("case").GetProperty("exhibits").GetProperty("nodes").EnumerateArray().Select(e => Text(e, "number")!)];

    private static string[] Ids(JsonElement list)
    {
        string[] ids = [.. list.GetProperty("nodes").EnumerateArray().Select(n => Text(n, "id")!)];
        Assert.Equal(ids.Length, list.GetProperty("totalCount").GetInt32());
        return ids;
    }

    private static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();

    private static string? Name(JsonElement of, string field) => of.GetProperty(field).GetProperty("name").GetString();
}
