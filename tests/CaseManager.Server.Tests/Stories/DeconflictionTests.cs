using System.Text.Json;
using CaseManager.Server.Deconfliction;
using CaseManager.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>
/// Amara registers the entry at S1; the provincial desk has something sealed close by. Both are told that they meet, and whom to call; neither
/// learns who the other is, or of what, before both have agreed.
/// </summary>
[Collection(ApiTests.Name)]
public sealed class DeconflictionTests(ServerHost host)
{
    private const string Told =
        """
        id version class overlap urgency contact weTell ourOfficers { id } theyAgreed resolution proposedByUs resolvedAt ourSigner { id } theirSigner { id }
        event { id } reveal { id agency { code } by { id } officers { id } text marking { originators { code } tlp } } marking { originators { code } tlp }
        """;

    private const string Everything =
        """
        query($id: ID!, $hidden: ID!) {
          deconflictionEvents(first: 50) { totalCount nodes { id version changedAt startsAt endsAt conflicts } edges { cursor } pageInfo { hasNextPage endCursor } }
          conflicts(first: 50) { totalCount nodes { id } }
          deconflictionEvent(id: $id) { id version coordinates { latitude } history { version what } }
          node(id: $hidden) { id }
          inbox(kinds: ["conflict.to-settle"], first: 20) { totalCount nodes { record { id } } }
        }
        """;

    // Each story has a place of its own: all stories share one database.
    private static int _places;

    private readonly Northgate _world = host.World;
    private readonly decimal _latitude = 10 + Interlocked.Increment(ref _places);

    [Fact]
    public async Task Both_sides_are_told_class_overlap_urgency_and_desk_and_nothing_else()
    {
        var hidden = await Register(_world.Desk, "UNDERCOVER", "IMMEDIATE", "Desk OPS-7", north: 0.001m);
        var entry = await Register(_world.Amara, "ENFORCEMENT_ACTION", "HIGH", "Desk CFP-2");
        var (ours, theirs) = (await Conflict(_world.Amara, entry), await Conflict(_world.Desk, hidden));

        foreach (var (conflict, own, with, urgency, contact, agency) in new[]
        {
            (ours, entry, "UNDERCOVER", "IMMEDIATE", "Desk OPS-7", "CFP"), (theirs, hidden, "ENFORCEMENT_ACTION", "HIGH", "Desk CFP-2", "OPS"),
        })
        {
            Assert.Equal((with, "PLACE,TIME", urgency, contact), (Text(conflict, "class"), Overlap(conflict), Text(conflict, "urgency"), Text(conflict, "contact")));
            Assert.Equal(own, Text(conflict.GetProperty("event"), "id"));
            Assert.Equal(agency, Text(Assert.Single(conflict.GetProperty("marking").GetProperty("originators").EnumerateArray()), "code"));
            Assert.All(new[] { "weTell", "resolution", "reveal", "ourSigner", "theirSigner" }, field => Assert.Equal(JsonValueKind.Null, conflict.GetProperty(field).ValueKind));
        }
        Assert.Contains(Text(ours, "id"), await _world.Amara.Answer(Inbox), StringComparison.Ordinal);
        // Neither finds anything of the other, and what one was told is not the other's to see.
        foreach (var (officer, foreign) in new[] { (_world.Amara, hidden), (_world.Amara, Text(theirs, "id")), (_world.Desk, entry), (_world.Desk, Text(ours, "id")) })
            Assert.Equal(JsonValueKind.Null, (await officer.Ask("query($id: ID!) { node(id: $id) { id } }", new { id = foreign })).GetProperty("node").ValueKind);
        Assert.Equal(1, await Conflicts(_world.Amara, entry));
        Assert.Equal(0, await Conflicts(_world.Desk, hidden));
    }

    [Fact]
    public async Task Who_asks_about_a_cell_with_something_hidden_in_it_is_answered_as_of_an_empty_one()
    {
        var own = await Register(_world.Novak, "SURVEILLANCE", "ROUTINE", "Novak", north: 0.5m);
        await Conflicts(_world.Novak, own);
        var nothing = GlobalIds.Nothing("DeconflictionEvent");
        var without = await _world.Novak.Answer(Everything, new { id = own, hidden = nothing });
        Assert.DoesNotContain("\"errors\"", without, StringComparison.Ordinal);

        var hidden = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7");
        var elsewhen = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7", north: 0.5m, days: 6);
        Assert.Equal(0, await Conflicts(_world.Desk, hidden));
        Assert.Equal(0, await Conflicts(_world.Desk, elsewhen));
        Assert.Equal(without, await _world.Novak.Answer(Everything, new { id = own, hidden }));
        // Nor does an act on it say more than on none.
        foreach (var (mutation, input) in new[] { ("closeDeconflictionEvent", Close(hidden)), ("moveDeconflictionEvent", Move(hidden, 1, 0.2m)) })
            Assert.Equal((await _world.Novak.Act(mutation, mutation == "closeDeconflictionEvent" ? Close(nothing) : Move(nothing, 1, 0.2m))).Text, (await _world.Novak.Act(mutation, input)).Text);
    }

    [Fact]
    public async Task Only_when_both_have_agreed_do_the_named_learn_what_the_other_tells()
    {
        var (ours, theirs) = await InConflict();
        await _world.Amara.Do("consentToReveal", new { conflict = ours, text = "Entry by warrant W1", officers = new[] { _world.Amara.Id, _world.Maya.Id } });
        await Eventually.True(async () => (await Read(_world.Desk, theirs)).GetProperty("theyAgreed").GetBoolean(), "Desk was not told that the other side agreed");
        Assert.Equal(JsonValueKind.Null, (await Read(_world.Desk, theirs)).GetProperty("reveal").ValueKind);
        Assert.DoesNotContain("W1", await _world.Desk.Answer(One, new { id = theirs }), StringComparison.Ordinal);

        // As long as the other side has not agreed it is taken back.
        await _world.Amara.Do("withdrawConsent", new { conflict = ours });
        await Eventually.True(async () => !(await Read(_world.Desk, theirs)).GetProperty("theyAgreed").GetBoolean(), "Desk was not told that it was taken back");
        await _world.Desk.Do("consentToReveal", new { conflict = theirs, text = "A source is inside", officers = new[] { _world.Desk.Id } });
        await _world.Amara.Do("consentToReveal", new { conflict = ours, text = "Entry by warrant W1", officers = new[] { _world.Amara.Id } });
        await Eventually.True(async () => (await Read(_world.Desk, theirs)).GetProperty("reveal").ValueKind != JsonValueKind.Null, "nothing was revealed");

        var (told, heard) = ((await Read(_world.Desk, theirs)).GetProperty("reveal"), (await Read(_world.Amara, ours)).GetProperty("reveal"));
        Assert.Equal(("Entry by warrant W1", _world.Amara.Id, "CFP"), (Text(told, "text"), Text(told.GetProperty("by"), "id"), Text(told.GetProperty("agency"), "code")));
        Assert.Equal(("A source is inside", _world.Desk.Id, "OPS"), (Text(heard, "text"), Text(heard.GetProperty("by"), "id"), Text(heard.GetProperty("agency"), "code")));
        Assert.Equal("conflict.already-told", (await _world.Amara.Act("withdrawConsent", new { conflict = ours })).Code);
        Assert.Equal("record.unknown", (await _world.Maya.Act("withdrawConsent", new { conflict = ours })).Code);
        Assert.Equal(JsonValueKind.Null, (await _world.Maya.Ask("query($id: ID!) { node(id: $id) { id } }", new { id = Text(heard, "id") })).GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task It_is_settled_once_the_other_side_signs_what_one_side_proposed()
    {
        var (ours, theirs) = await InConflict();
        await _world.Amara.Do("proposeResolution", new { conflict = ours, resolution = "JOINT" });
        Assert.Equal("conflict.own-proposal", (await _world.Amara.Act("signResolution", new { conflict = ours, resolution = "JOINT" })).Code);
        Assert.DoesNotContain(ours, await _world.Amara.Answer(Inbox), StringComparison.Ordinal);
        await Eventually.True(async () => (await Read(_world.Desk, theirs)).GetProperty("resolution").ValueKind != JsonValueKind.Null, "Desk was not told of the proposal");
        Assert.Contains(theirs, await _world.Desk.Answer(Inbox), StringComparison.Ordinal);
        Assert.Equal("conflict.nothing-proposed", (await _world.Desk.Act("signResolution", new { conflict = theirs, resolution = "PROCEED" })).Code);

        await _world.Desk.Do("signResolution", new { conflict = theirs, resolution = "JOINT" });
        await Eventually.True(async () => (await Read(_world.Amara, ours)).GetProperty("resolvedAt").ValueKind != JsonValueKind.Null, "Amara was not told that it was signed");
        foreach (var (officer, conflict) in new[] { (_world.Amara, ours), (_world.Desk, theirs) })
        {
            var settled = await Read(officer, conflict);
            Assert.Equal(("JOINT", officer.Id), (Text(settled, "resolution"), Text(settled.GetProperty("ourSigner"), "id")));
            // Neither had agreed to say who they are.
            Assert.Equal(JsonValueKind.Null, settled.GetProperty("theirSigner").ValueKind);
            Assert.DoesNotContain(conflict, await officer.Answer(Inbox), StringComparison.Ordinal);
        }
        Assert.Equal("conflict.already-resolved", (await _world.Amara.Act("proposeResolution", new { conflict = ours, resolution = "DELAY" })).Code);
    }

    [Fact]
    public async Task The_signatures_bear_names_where_both_had_agreed_to_tell_who_they_are()
    {
        var (ours, theirs) = await InConflict();
        await _world.Amara.Do("consentToReveal", new { conflict = ours, text = "Amara Okafor, CFP", officers = new[] { _world.Amara.Id } });
        await _world.Desk.Do("consentToReveal", new { conflict = theirs, text = "Desk Seven, OPS", officers = new[] { _world.Desk.Id } });
        await _world.Desk.Do("proposeResolution", new { conflict = theirs, resolution = "JOINT" });
        await _world.Amara.Do("signResolution", new { conflict = ours, resolution = "JOINT" });
        await Eventually.True(async () => (await Read(_world.Desk, theirs)).GetProperty("resolvedAt").ValueKind != JsonValueKind.Null, "Desk was not told that it was signed");
        Assert.Equal((_world.Desk.Id, _world.Amara.Id), Signers(await Read(_world.Desk, theirs)));
        Assert.Equal((_world.Amara.Id, _world.Desk.Id), Signers(await Read(_world.Amara, ours)));
    }

    [Fact]
    public async Task A_conflict_passes_when_one_moves_away_and_a_signed_resolution_lapses_when_one_moves_within_it()
    {
        var hidden = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7");
        var entry = await Register(_world.Amara, "ARREST", "HIGH", "Desk CFP-2");
        var (ours, theirs) = (Text(await Conflict(_world.Amara, entry), "id"), Text(await Conflict(_world.Desk, hidden), "id"));
        await _world.Amara.Do("proposeResolution", new { conflict = ours, resolution = "PROCEED" });
        await _world.Desk.Do("signResolution", new { conflict = theirs, resolution = "PROCEED" });

        await _world.Amara.Do("moveDeconflictionEvent", Move(entry, await Version(_world.Amara, entry), 0.002m));
        await Eventually.True(async () => (await Read(_world.Desk, theirs)).GetProperty("resolution").ValueKind == JsonValueKind.Null, "what was settled still holds");
        Assert.Equal("PLACE,TIME", Overlap(await Read(_world.Desk, theirs)));

        Assert.Equal("record.stale", (await _world.Amara.Act("moveDeconflictionEvent", Move(entry, 1, 0.3m))).Code);
        await Conflicts(_world.Amara, entry);
        await _world.Amara.Do("moveDeconflictionEvent", Move(entry, await Version(_world.Amara, entry), 0.3m));
        await Eventually.True(async () => Overlap(await Read(_world.Desk, theirs)).Length == 0, "the conflict did not pass");
        Assert.Equal("conflict.over", (await _world.Desk.Act("proposeResolution", new { conflict = theirs, resolution = "DELAY" })).Code);
        Assert.Equal(0, await Conflicts(_world.Amara, entry));

        await _world.Amara.Do("moveDeconflictionEvent", Move(entry, await Version(_world.Amara, entry), 0));
        await Eventually.True(async () => Overlap(await Read(_world.Desk, theirs)) == "PLACE,TIME", "the conflict did not come back");
        await _world.Amara.Do("closeDeconflictionEvent", Close(entry));
        await Eventually.True(async () => Overlap(await Read(_world.Desk, theirs)).Length == 0, "a closed event is still in conflict");
    }

    [Fact]
    public async Task The_same_target_is_in_conflict_wherever_each_looks_for_it_and_however_it_is_written()
    {
        var phone = $"+1 905 {Random.Shared.Next(100, 999)} {Random.Shared.Next(1000, 9999)}";
        var hidden = await Register(_world.Desk, "SURVEILLANCE", "HIGH", "Desk OPS-7", north: 0.4m, targets: [new { kind = "PHONE", value = phone }]);
        var entry = await Register(_world.Sanne, "ARREST", "HIGH", "Desk NLFI", targets: [new { kind = "PHONE", value = phone.Replace(" ", "-", StringComparison.Ordinal) }]);
        Assert.Equal("TIME,TARGET", Overlap(await Conflict(_world.Sanne, entry)));
        Assert.Equal("TIME,TARGET", Overlap(await Conflict(_world.Desk, hidden)));
    }

    [Fact]
    public async Task A_conflict_is_told_of_once_however_often_both_are_compared_on_whichever_node()
    {
        var hidden = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7");
        var entry = await Register(_world.Amara, "ARREST", "HIGH", "Desk CFP-2");
        await using var other = await host.AnotherNode();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => CompareEventHandler.Handle(
            new CompareEvent(GlobalIds.Key(i % 2 == 0 ? hidden : entry)), (i % 4 < 2 ? host.Alba : other).Services.GetRequiredService<Comparison>(), CancellationToken.None)));
        Assert.Equal(1, (await Conflict(_world.Amara, entry)).GetProperty("version").GetInt32());
        Assert.Equal(1, (await Conflict(_world.Desk, hidden)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Colleagues_who_are_named_read_and_act_and_others_of_the_agency_do_not()
    {
        var hidden = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7", colleagues: [_world.Theo.Id]);
        await Register(_world.Amara, "ARREST", "HIGH", "Desk CFP-2");
        var conflict = Text(await Conflict(_world.Theo, hidden), "id");
        await _world.Theo.Do("proposeResolution", new { conflict, resolution = "DELAY" });
        await Eventually.True(async () => (await All(_world.Amara)).First().GetProperty("resolution").ValueKind != JsonValueKind.Null, "Amara was not told of the proposal");
        Assert.Equal("record.unknown", (await _world.Insider.Act("proposeResolution", new { conflict, resolution = "DELAY" })).Code);
        Assert.Equal("record.unknown", (await _world.Insider.Act("closeDeconflictionEvent", Close(hidden))).Code);
        // Nobody of another agency is let in by name.
        foreach (var stranger in new[] { _world.Sanne.Id, GlobalIds.Nothing("Officer") })
        {
            var refused = await _world.Desk.Act("registerDeconflictionEvent", Input("SEARCH", "HIGH", "Desk OPS-7", 0, 0, null, [stranger]));
            Assert.Equal(("record.unknown", "colleagues"), (refused.Code, refused.Field));
            refused = await _world.Desk.Act("consentToReveal", new { conflict = Text(await Conflict(_world.Desk, hidden), "id"), text = "x", officers = new[] { stranger } });
            Assert.Equal(("record.unknown", "officers"), (refused.Code, refused.Field));
        }
    }

    [Fact]
    public async Task Whom_nobody_registered_registers_nothing() =>
        Assert.Equal("access.not-permitted", (await _world.Stranger.Act("registerDeconflictionEvent", Input("SEARCH", "HIGH", "Me", 0, 0, null, null))).Code);

    [Fact]
    public async Task Who_registers_very_many_is_noticed()
    {
        var subject = $"s{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(host, "USDE").Do("registerOfficer", new { subject, name = "Pat Doe" });
        var officer = host.As(subject, "USDE");
        for (var i = 0; i < 20; i++)
            await Register(officer, "OTHER", "ROUTINE", "Me", north: 0.01m * i);
        await Eventually.True(
            async () => (await _world.Jules.Answer("""{ inbox(kinds: ["probing.to-look-into"], last: 50) { nodes { record { ... on ProbingNotice { officer { id } lookUps } } } } }""")).Contains(officer.Id, StringComparison.Ordinal),
            "the overseers were not told");
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_at_its_field()
    {
        object good = Input("SEARCH", "HIGH", "Me", 0, 0, [new { kind = "VIN", value = "1M8GDM9AXKP042789" }], null);
        var refused = await _world.Amara.Act("registerDeconflictionEvent", good);
        Assert.Equal(("target.bad-vin", "targets.0.value"), (refused.Code, refused.Field));
    }

    private const string Inbox = """{ inbox(kinds: ["conflict.to-settle"], last: 50) { nodes { record { id } } } }""";

    private const string One = "query($id: ID!) { node(id: $id) { ... on Conflict { " + Told + " } } }";

    private async Task<(string Ours, string Theirs)> InConflict()
    {
        var hidden = await Register(_world.Desk, "UNDERCOVER", "HIGH", "Desk OPS-7");
        var entry = await Register(_world.Amara, "ENFORCEMENT_ACTION", "HIGH", "Desk CFP-2");
        return (Text(await Conflict(_world.Amara, entry), "id"), Text(await Conflict(_world.Desk, hidden), "id"));
    }

    private async Task<string> Register(
        Voice by, string kind, string urgency, string contact, decimal north = 0, int days = 0, object[]? targets = null, string[]? colleagues = null) =>
        await Compared(by, (await by.Do("registerDeconflictionEvent", Input(kind, urgency, contact, north, days, targets, colleagues))).Id);

    // What is found later would be counted by another test.
    private static async Task<string> Compared(Voice by, string planned)
    {
        await Conflicts(by, planned);
        return planned;
    }

    private object Input(string @class, string urgency, string contact, decimal north, int days, object[]? targets, string[]? colleagues) =>
        new { @class, urgency, place = Place(north), window = Window(days), targets, contact, note = "Of no concern to others", colleagues };

    private object Move(string @event, long version, decimal north) => new { @event, version, place = Place(north), window = Window(0), reason = "Other door" };

    private static object Close(string @event) => new { @event, end = "CANCELLED", reason = "Not today" };

    private object Place(decimal north) => new { latitude = _latitude + north, longitude = -79.644119m, radiusMetres = 300 };

    private static object Window(int days) => new
    {
        zone = "America/Toronto", from = $"{DateTimeOffset.UtcNow.Date.AddDays(30 + days):yyyy-MM-dd}T05:30", until = $"{DateTimeOffset.UtcNow.Date.AddDays(30 + days):yyyy-MM-dd}T09:30",
    };

    private static async Task<JsonElement> Conflict(Voice of, string onEvent)
    {
        JsonElement? found = null;
        await Eventually.True(async () => (found = (await All(of)).Cast<JsonElement?>().FirstOrDefault(c => Text(c!.Value.GetProperty("event"), "id") == onEvent)) is not null, $"{of} was told of no conflict");
        return found!.Value;
    }

    private static async Task<IEnumerable<JsonElement>> All(Voice of) =>
        (await of.Ask("{ conflicts(first: 20) { nodes { " + Told + " } } }")).GetProperty("conflicts").GetProperty("nodes").EnumerateArray();

    private static async Task<JsonElement> Read(Voice by, string conflict) => (await by.Ask(One, new { id = conflict })).GetProperty("node");

    /// <returns>How many there were once it was compared as it stands.</returns>
    private static async Task<int> Conflicts(Voice by, string onEvent)
    {
        var told = default(JsonElement);
        await Eventually.True(
            async () => (told = (await by.Ask("query($id: ID!) { deconflictionEvent(id: $id) { conflicts version } }", new { id = onEvent })).GetProperty("deconflictionEvent")).GetProperty("conflicts").ValueKind != JsonValueKind.Null,
            $"the event of {by} was not compared");
        return told.GetProperty("conflicts").GetInt32();
    }

    private static async Task<long> Version(Voice by, string onEvent)
    {
        await Conflicts(by, onEvent);
        return (await by.Ask("query($id: ID!) { deconflictionEvent(id: $id) { version } }", new { id = onEvent })).GetProperty("deconflictionEvent").GetProperty("version").GetInt64();
    }

    private static (string, string) Signers(JsonElement conflict) => (Text(conflict.GetProperty("ourSigner"), "id"), Text(conflict.GetProperty("theirSigner"), "id"));

    private static string Overlap(JsonElement conflict) => string.Join(',', conflict.GetProperty("overlap").EnumerateArray().Select(o => o.GetString()));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
