using System.Text.Json;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>On call at night a supervisor opens a sealed case for a life at risk; others are told at once, and afterwards all is as it was.</summary>
[Collection(ApiTests.Name)]
public sealed class EmergencyTests(ServerHost host)
{
    private const string Whole =
        """
        query Whole($case: ID!, $number: String!, $entry: ID!, $exhibit: ID!, $task: ID!) {
          case(id: $case) { id summary myEmergency { id reason until } timeline(where: { derived: { eq: false } }) { nodes { text } } exhibits { totalCount } tasks { totalCount } team { totalCount } }
          byNumber: caseByNumber(number: $number) { id }
          timelineEntry(id: $entry) { id text } exhibit(id: $exhibit) { id } task(id: $task) { id }
          cases(where: { number: { eq: $number } }) { totalCount } search(text: "Lanternfish") { nodes { record { id } } }
        }
        """;

    private const string ToReview =
        """
        { inbox(kinds: ["emergency.to-review"]) { nodes { kind since due overdue case { id } record { ... on EmergencyAccess { id reason from until endedAt officer { id } case { id } taskForce { code } verdict reviewDueAt } } } } }
        """;

    private const string Log =
        "query($emergency: ID, $officer: ID) { readLog(emergency: $emergency, officer: $officer, decision: SHOWN) { totalCount nodes { officer { id } type kind record { id } emergency { id } ofLog } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task All_of_the_case_is_open_for_reading_and_nothing_of_it_afterwards()
    {
        var shift = await NightShift.Build(host);
        var (all, none) = (Of(shift), await shift.OnCall.Answer(Whole, Nothing(shift)));
        Assert.Equal(none, await shift.OnCall.Answer(Whole, all));

        var emergency = await shift.Break();
        var told = await shift.OnCall.Ask(Whole, all);
        var file = told.GetProperty("case");
        Assert.Equal((shift.Case, "Sealed by order.", emergency), (Text(file, "id"), Text(file, "summary"), Text(file.GetProperty("myEmergency"), "id")));
        Assert.Equal("The child is at the lock.", Text(file.GetProperty("timeline").GetProperty("nodes")[0], "text"));
        Assert.Equal((1, 1, 1), (Count(file, "exhibits"), Count(file, "tasks"), Count(file, "team")));
        Assert.Equal((shift.Case, shift.Entry, shift.Exhibit, shift.Task), (Text(told.GetProperty("byNumber"), "id"), Text(told.GetProperty("timelineEntry"), "id"), Text(told.GetProperty("exhibit"), "id"), Text(told.GetProperty("task"), "id")));
        Assert.Contains(shift.Case, told.GetProperty("search").GetRawText(), StringComparison.Ordinal);

        await shift.OnCall.Do("giveBackEmergencyAccess", new { emergencyAccess = emergency });
        Assert.Equal(none, await shift.OnCall.Answer(Whole, all));
        foreach (var other in new[] { shift.Second, shift.Auditor, shift.Member })
            Assert.Equal(await other.Answer(Whole, Nothing(shift)), await other.Answer(Whole, all));
    }

    [Fact]
    public async Task It_opens_nothing_but_that_case()
    {
        var (shift, other) = (await NightShift.Build(host), await NightShift.Build(host));
        await other.Appoint(shift.OnCall, "SUPERVISOR");
        var sealedToo = (await shift.Keeper.Do("openCase", new { title = "Undertow", summary = "Sealed as well.", taskForce = shift.Force, caveats = new { compartments = new[] { shift.Compartment } } })).Id;
        var far = await shift.Keeper.Do("recordTimelineEntry", new { @case = sealedToo, text = "Undertow at the lock.", occurred = Northgate.AtEight });

        await shift.Break();
        const string question = "query($ids: [ID!]!, $compartment: ID!) { nodes(ids: $ids) { id } compartment(id: $compartment) { id } }";
        var told = await shift.OnCall.Ask(question, new { ids = new[] { sealedToo, far.Id, other.Case, other.Entry, shift.Compartment }, compartment = shift.Compartment });
        Assert.All(told.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));
        Assert.Equal(JsonValueKind.Null, told.GetProperty("compartment").ValueKind);
    }

    [Fact]
    public async Task It_allows_no_act_not_even_one_that_the_role_in_the_task_force_would()
    {
        var shift = await NightShift.Build(host);
        var forAll = (await shift.Keeper.Do("openCase", new
        {
            title = "For the eyes of all but", summary = "Sealed.", taskForce = shift.Force, audience = "TASK_FORCE", caveats = new { compartments = new[] { shift.Compartment } },
        })).Id;
        await shift.OnCall.Do("breakGlass", new { @case = forAll, reason = "A child is in danger", minutes = 60 });
        Assert.Equal(forAll, Text((await shift.OnCall.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = forAll })).GetProperty("case"), "id"));

        var task = await Northgate.NewTask(shift.Keeper, forAll, shift.Keeper);
        var before = await host.Facts();
        var there = Target.Nothing(shift.Member.Id) with { Case = forAll, Task = task };
        foreach (var mutation in new[] { "amendCaseTitle", "grantCaseAccess", "withdrawCaseAccess", "recordTimelineEntry", "createTask", "seizeExhibit", "proposeClosure", "startTask", "markCaseVisited", "moveCaseToStage" })
            Assert.Equal("access.not-permitted", (await shift.OnCall.Act(mutation, Acts.All[mutation](there))).Code ?? mutation);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Those_who_oversee_are_told_at_once_and_it_waits_until_one_of_them_has_reviewed_it()
    {
        var shift = await NightShift.Build(host);
        await using var line = await shift.Second.Follow(LiveLine.Transport, host.Alba, "subscription { inboxChanged { waiting } }", new { });
        Assert.Equal(0, Waiting(await line.Next()));
        var emergency = await shift.Break();
        Assert.Equal(1, Waiting(await line.Next()));

        foreach (var overseer in new[] { shift.Second, shift.Auditor })
        {
            var item = Assert.Single(await Inbox(overseer));
            var record = item.GetProperty("record");
            Assert.Equal((emergency, "A child is in danger", shift.OnCall.Id, shift.Code), (Text(record, "id"), Text(record, "reason"), Text(record.GetProperty("officer"), "id"), Text(record.GetProperty("taskForce"), "code")));
            Assert.Equal(record.GetProperty("from").GetDateTimeOffset().AddMinutes(120), record.GetProperty("until").GetDateTimeOffset());
            Assert.Equal((record.GetProperty("from").GetDateTimeOffset().AddHours(72), false), (item.GetProperty("due").GetDateTimeOffset(), item.GetProperty("overdue").GetBoolean()));
            // Which case it is they learn from those who may see it.
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (item.GetProperty("case").ValueKind, record.GetProperty("case").ValueKind));
        }
        foreach (var other in new[] { shift.OnCall, shift.Member, shift.Keeper, host.World.Jules })
            Assert.Empty(await Inbox(other));

        Assert.Equal("emergency.not-over", (await shift.Auditor.Act("reviewEmergencyAccess", new { emergencyAccess = emergency, verdict = "JUSTIFIED", note = "Too soon" })).Code);
        await shift.Second.Do("giveBackEmergencyAccess", new { emergencyAccess = emergency, reason = "The child is found" });
        Assert.Equal("emergency.own", (await shift.OnCall.Act("reviewEmergencyAccess", new { emergencyAccess = emergency, verdict = "JUSTIFIED", note = "I say so" })).Code);
        await shift.Auditor.Do("reviewEmergencyAccess", new { emergencyAccess = emergency, verdict = "JUSTIFIED", note = "Read what was needed" });
        Assert.Equal("emergency.reviewed", (await shift.Second.Act("reviewEmergencyAccess", new { emergencyAccess = emergency, verdict = "NOT_JUSTIFIED", note = "Too much" })).Code);
        Assert.Empty(await Inbox(shift.Second));

        var ended = (await shift.OnCall.Ask("query($id: ID!) { emergency(id: $id) { endedBy { id } endReason verdict reviewedBy { id } note history { what reason by { id } } } }", new { id = emergency })).GetProperty("emergency");
        Assert.Equal((shift.Second.Id, "The child is found", "JUSTIFIED", shift.Auditor.Id, "Read what was needed"), (Text(ended.GetProperty("endedBy"), "id"), Text(ended, "endReason"), Text(ended, "verdict"), Text(ended.GetProperty("reviewedBy"), "id"), Text(ended, "note")));
        Assert.Equal(["emergency-access.glass-broken.v1", "emergency-access.ended.v1", "emergency-access.reviewed.v1"], ended.GetProperty("history").EnumerateArray().Select(c => Text(c, "what")));
    }

    [Fact]
    public async Task Who_no_longer_oversees_has_nothing_of_it_in_the_inbox()
    {
        var shift = await NightShift.Build(host);
        var emergency = await shift.Break();
        Assert.Single(await Inbox(shift.Second));
        await host.World.Registrar.Do("releaseFromTaskForce", new { taskForce = shift.Force, officer = shift.Second.Id, role = "SUPERVISOR", reason = "Moved on" });
        Assert.Empty(await Inbox(shift.Second));
        Assert.Equal("null", (await shift.Second.Ask("query($id: ID!) { emergency(id: $id) { id } }", new { id = emergency })).GetProperty("emergency").GetRawText());
    }

    [Fact]
    public async Task The_same_case_is_not_opened_again_before_the_last_time_was_reviewed()
    {
        var shift = await NightShift.Build(host);
        var first = await shift.Break();
        await shift.OnCall.Do("giveBackEmergencyAccess", new { emergencyAccess = first });
        foreach (var (input, field) in new (object, string)[]
        {
            (new { number = shift.Number, reason = "Again", minutes = 60 }, "number"), (new { @case = shift.Case, reason = "Again", minutes = 60 }, "case"),
        })
        {
            var again = await shift.OnCall.Act("breakGlass", input);
            Assert.Equal(("emergency.not-reviewed", field), (again.Code, again.Field));
        }
        Assert.Null((await shift.Second.Act("breakGlass", new { number = shift.Number, reason = "I go", minutes = 60 })).Code);

        await shift.Auditor.Do("reviewEmergencyAccess", new { emergencyAccess = first, verdict = "NOT_JUSTIFIED", note = "Could have asked" });
        Assert.Null((await shift.OnCall.Act("breakGlass", new { number = shift.Number, reason = "Again", minutes = 60 })).Code);
    }

    [Fact]
    public async Task Done_twice_under_one_key_it_is_one_and_of_two_at_once_one_stands()
    {
        var shift = await NightShift.Build(host);
        var input = new { number = shift.Number, reason = "A child is in danger", minutes = 60, clientMutationId = $"m{Guid.NewGuid():n}" };
        var both = await Task.WhenAll(shift.OnCall.Act("breakGlass", input), shift.OnCall.Act("breakGlass", input));
        Assert.Equal(both[0].Id, both[1].Id);

        var rush = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shift.Second.Act("breakGlass", new { number = shift.Number, reason = "Mine", minutes = 60 })));
        Assert.Equal(["emergency.not-reviewed", "emergency.not-reviewed", "emergency.not-reviewed", ""], rush.Select(o => o.Code ?? "").OrderDescending());
    }

    [Fact]
    public async Task Where_nobody_would_be_told_or_no_limit_is_set_it_is_not_opened()
    {
        var shift = await NightShift.Build(host);
        foreach (var minutes in new[] { -5, 0, 241 })
        {
            var refused = await shift.OnCall.Act("breakGlass", new { number = shift.Number, reason = "For good", minutes });
            Assert.Equal(("emergency.bad-limit", "minutes"), (refused.Code, refused.Field));
        }
        Assert.Equal(("input.missing", "reason"), ((await shift.OnCall.Act("breakGlass", new { number = shift.Number, reason = "", minutes = 5 })).Code, "reason"));
        foreach (var (officer, role) in new[] { (shift.Second, "SUPERVISOR"), (shift.Auditor, "AUDITOR") })
            await host.World.Registrar.Do("releaseFromTaskForce", new { taskForce = shift.Force, officer = officer.Id, role, reason = "Moved on" });
        Assert.Equal("emergency.nobody-to-tell", (await shift.OnCall.Act("breakGlass", new { number = shift.Number, reason = "Alone", minutes = 60 })).Code);
    }

    [Fact]
    public async Task A_number_that_two_agencies_use_is_told_apart_by_the_agency()
    {
        var shift = await NightShift.Build(host);
        var ours = (await host.World.Maya.Do("openCase", new { number = shift.Number, title = "Ours", summary = "By chance the same." })).Id;
        var several = await shift.OnCall.Act("breakGlass", new { number = shift.Number, reason = "Which?", minutes = 60 });
        Assert.Equal(("emergency.several-cases", "agency"), (several.Code, several.Field));
        var emergency = (await shift.OnCall.Do("breakGlass", new { number = shift.Number, agency = "CFP", reason = "Ours", minutes = 60 })).Id;
        var opened = await shift.OnCall.Ask("query($id: ID!) { emergency(id: $id) { case { id } } }", new { id = emergency });
        Assert.Equal(ours, Text(opened.GetProperty("emergency").GetProperty("case"), "id"));
    }

    [Fact]
    public async Task Attempts_in_vain_are_noticed_like_all_look_ups_in_vain()
    {
        var shift = await NightShift.Build(host);
        for (var i = 0; i < 20; i++)
            await shift.Member.Act("breakGlass", new { number = i % 2 == 0 ? shift.Number : $"{shift.Code}-2026-0{i}", reason = "Curious", minutes = 60 });
        var notices = await shift.Second.Ask("{ inbox(kinds: [\"probing.to-look-into\"]) { nodes { record { ... on ProbingNotice { lookUps officer { id } } } } } }");
        var notice = Assert.Single(notices.GetProperty("inbox").GetProperty("nodes").EnumerateArray()).GetProperty("record");
        Assert.Equal((20, shift.Member.Id), (notice.GetProperty("lookUps").GetInt32(), Text(notice.GetProperty("officer"), "id")));
    }

    [Fact]
    public async Task What_is_read_by_it_is_on_record_as_such_and_those_who_review_it_see_how_much_that_was()
    {
        var shift = await NightShift.Build(host);
        await shift.OnCall.Ask("{ taskForces { nodes { members { nodes { id } } } } }");
        var emergency = await shift.Break();
        await shift.OnCall.Ask(Whole, Of(shift));

        foreach (var overseer in new[] { shift.Second, shift.Auditor })
        {
            var lines = (await overseer.Ask(Log, new { emergency })).GetProperty("readLog").GetProperty("nodes").EnumerateArray().ToList();
            Assert.Superset(new HashSet<string>(["Case", "TimelineEntry", "Exhibit", "Task", "Grant"]), lines.Select(l => Text(l, "type")).ToHashSet());
            Assert.All(lines, l => Assert.Equal((shift.OnCall.Id, emergency, JsonValueKind.Null), (Text(l.GetProperty("officer"), "id"), Text(l.GetProperty("emergency"), "id"), l.GetProperty("record").ValueKind)));
            var ofOfficer = (await overseer.Ask(Log, new { officer = shift.OnCall.Id })).GetProperty("readLog").GetProperty("nodes").EnumerateArray().Where(l => !l.GetProperty("ofLog").GetBoolean()).ToList();
            Assert.Contains(ofOfficer, l => l.GetProperty("emergency").ValueKind == JsonValueKind.Null);
            Assert.Equal(lines.Count, ofOfficer.Count(l => l.GetProperty("emergency").ValueKind != JsonValueKind.Null));
        }
        // What one's own role shows is not read by the emergency, whoever reads it.
        await shift.Keeper.Ask(Whole, Of(shift));
        Assert.DoesNotContain((await shift.Auditor.Ask(Log, new { emergency })).GetProperty("readLog").GetProperty("nodes").EnumerateArray(), l => Text(l.GetProperty("officer"), "id") == shift.Keeper.Id);
    }

    [Fact]
    public async Task On_the_other_node_it_begins_and_ends_at_the_next_question()
    {
        var shift = await NightShift.Build(host);
        await using var other = await host.AnotherNode();
        using var client = other.Server.CreateClient();
        var there = shift.OnCall.At(client);
        Assert.Equal(await there.Answer(Whole, Nothing(shift)), await there.Answer(Whole, Of(shift)));
        var emergency = await shift.Break();
        Assert.Equal(shift.Case, Text((await there.Ask(Whole, Of(shift))).GetProperty("case"), "id"));
        await shift.OnCall.Do("giveBackEmergencyAccess", new { emergencyAccess = emergency });
        Assert.Equal(await there.Answer(Whole, Nothing(shift)), await there.Answer(Whole, Of(shift)));
    }

    [Fact]
    public async Task It_ends_by_the_clock_alone_and_what_is_followed_ends_with_it()
    {
        var shift = await NightShift.Build(host);
        await using var other = await host.AnotherNode();
        using var client = other.Server.CreateClient();
        await Broken(shift, TimeSpan.FromSeconds(5));
        await using var near = await Followed(shift, shift.OnCall);
        await using var far = await Followed(shift, shift.OnCall.At(client));
        await Task.WhenAll(Ends(near), Ends(far));
        Assert.Equal(await shift.OnCall.Answer(Whole, Nothing(shift)), await shift.OnCall.Answer(Whole, Of(shift)));
    }

    [Fact]
    public async Task It_ends_with_the_role_that_allowed_it()
    {
        var shift = await NightShift.Build(host);
        await shift.Break();
        await using var line = await Followed(shift, shift.OnCall);
        await host.World.Registrar.Do("releaseFromTaskForce", new { taskForce = shift.Force, officer = shift.OnCall.Id, role = "SUPERVISOR", reason = "Moved on" });
        await Ends(line);
        Assert.Equal(await shift.OnCall.Answer(Whole, Nothing(shift)), await shift.OnCall.Answer(Whole, Of(shift)));
    }

    [Fact]
    public async Task As_of_a_time_before_it_the_case_was_not_there_and_of_its_own_time_only_while_it_lasts()
    {
        const string question = "query($case: ID!, $asOf: DateTime!) { case(id: $case, asOf: $asOf) { id } cases(where: { id: { eq: $case } }, asOf: $asOf) { totalCount } }";
        var shift = await NightShift.Build(host);
        var before = await Now(shift);
        var emergency = await shift.Break();
        var within = await Now(shift);
        Assert.Equal((false, true), (await Sees(before), await Sees(within)));
        await shift.OnCall.Do("giveBackEmergencyAccess", new { emergencyAccess = emergency });
        Assert.Equal((false, false), (await Sees(before), await Sees(within)));

        async Task<bool> Sees(DateTimeOffset asOf) => (await shift.OnCall.Ask(question, new { @case = shift.Case, asOf })).GetProperty("cases").GetProperty("totalCount").GetInt32() > 0;
    }

    /// <summary>As if the officer on call had opened the case for so short a time, which no minute is.</summary>
    private async Task Broken(NightShift shift, TimeSpan time)
    {
        var (id, officer, agency) = (new EmergencyId(Guid.NewGuid()), new OfficerId(GlobalIds.Key(shift.OnCall.Id)), new AgencyId("CFP"));
        var force = new TaskForceId(GlobalIds.Key(shift.Force));
        var intent = new Intent(Caller.System, null, [], "test", "test");
        await host.Alba.Services.GetRequiredService<Ledger>().Act(intent, new Undertaking(id.Value, null, [], [], ground => Deed.Of(
            id.Value,
            Decision<IEmergencyFact>.Accept(new GlassBroken(id, officer, agency, force, new CaseId(GlobalIds.Key(shift.Case)), "Briefly", ground.By.At, ground.By.At + time)),
            EmergencyAccess.LabelOf(agency, force, officer, []))) { Affects = [officer] }, CancellationToken.None);
    }

    private static Task<EventStream> Followed(NightShift shift, Voice by) => Timelines.Followed(by, shift.Case, Patience, () =>
        shift.Keeper.Do("recordTimelineEntry", new { @case = shift.Case, text = "Seen", occurred = Northgate.AtEight }));

    private static async Task Ends(EventStream stream)
    {
        while (await stream.Next(Patience) is { } told)
            Assert.DoesNotContain("\"errors\"", told.ToString(), StringComparison.Ordinal);
    }

    private async Task<DateTimeOffset> Now(NightShift shift)
    {
        await shift.Keeper.Do("recordTimelineEntry", new { @case = shift.Case, text = "By now", occurred = Northgate.AtEight });
        return await Store.Query.One<DateTime>(host.Database, "select clock_timestamp()");
    }

    private static async Task<IReadOnlyList<JsonElement>> Inbox(Voice by) => [.. (await by.Ask(ToReview)).GetProperty("inbox").GetProperty("nodes").EnumerateArray()];

    private static object Of(NightShift shift) => new { @case = shift.Case, number = shift.Number, entry = shift.Entry, exhibit = shift.Exhibit, task = shift.Task };

    private static object Nothing(NightShift shift) => new
    {
        @case = GlobalIds.Nothing("Case"), number = shift.Code + "-2026-01", entry = GlobalIds.Nothing("TimelineEntry"), exhibit = GlobalIds.Nothing("Exhibit"), task = GlobalIds.Nothing("Task"),
    };

    private static int Waiting(JsonElement told) => told.GetProperty("data").GetProperty("inboxChanged").GetProperty("waiting").GetInt32();

    private static int Count(JsonElement of, string field) => of.GetProperty(field).GetProperty("totalCount").GetInt32();

    private static string Text(JsonElement of, string field) => of.GetProperty(field).GetString()!;
}
