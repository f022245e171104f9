using System.Text.Json;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Hidden and missing are the same answer, byte for byte.</summary>
[Collection(ApiTests.Name)]
public sealed class HiddenTests(ServerHost host)
{
    /// <summary>Questions about a case ($case), an entry ($entry), a task ($task), a grant ($grant) or a number ($number), by every field that takes one.</summary>
    private static readonly string[] Questions =
    [
        "query($case: ID!) { case(id: $case) { id number title version changedAt lead { name } leadAgency { code } taskForce { code } history { what } timeline { totalCount } team { totalCount nodes { officer { name } roles { role } } } timelineHistogram { from count } myLastVisit nextStages } }",
        "query($case: ID!) { case(id: $case, asOf: \"2030-01-01T00:00:00Z\") { id } }",
        "query($case: ID!) { node(id: $case) { __typename id } }",
        "query($case: ID!, $entry: ID!, $grant: ID!) { nodes(ids: [$case, $entry, $grant]) { __typename id } }",
        "query($entry: ID!) { node(id: $entry) { __typename id } }",
        "query($entry: ID!) { timelineEntry(id: $entry) { id text version case { id } history { what } links { totalCount nodes { kind } } changedBy { name } } }",
        "query($grant: ID!) { node(id: $grant) { __typename id ... on Grant { officer { name } periods { role } history { what } } } }",
        "query($number: String!) { caseByNumber(number: $number) { id title } }",
        "query($number: String!) { caseByNumber(number: $number, agency: \"OPS\") { id title } }",
        "query($number: String!) { cases(where: { number: { eq: $number } }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
        "query($number: String!) { caseFigures(by: STAGE, where: { number: { eq: $number } }) { key count } }",
        "query($case: ID!) { cases(where: { id: { eq: $case } }, order: [{ lastActivityAt: DESC }]) { totalCount nodes { id } } }",
        "query($case: ID!) { cases(where: { id: { in: [$case] } }, asOf: \"2030-01-01T00:00:00Z\") { totalCount } }",
        "query($case: ID!) { cases(where: { id: { eq: $case } }, inactiveForDays: 0) { totalCount } }",
        "query($case: ID!) { case(id: $case) { exhibits { totalCount nodes { id number } edges { cursor } } } }",
        "query($exhibit: ID!) { node(id: $exhibit) { __typename id ... on Exhibit { number holder { name } custodyChain { transfer } holdings { since } history { what } } } }",
        "query($exhibit: ID!) { exhibit(id: $exhibit) { id number version seal case { id } holder { name } holderAt(at: \"2030-01-01T00:00:00Z\") { since } custodyChain { transfer } history { what } } }",
        "query($exhibit: ID!) { exhibit(id: $exhibit, asOf: \"2030-01-01T00:00:00Z\") { id } }",
        "query($exhibit: ID!, $case: ID!) { exhibits(where: { or: [{ id: { eq: $exhibit } }, { case: { eq: $case } }] }, order: [{ item: ASC }]) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage startCursor endCursor } } }",
        "query($item: String!) { exhibits(where: { number: { eq: $item } }, asOf: \"2030-01-01T00:00:00Z\") { totalCount nodes { id } } }",
        "query($item: String!) { exhibitFigures(by: STATUS, where: { number: { eq: $item } }) { key count } }",
        "query($case: ID!) { exhibitFigures(by: HOLDER_AGENCY, where: { case: { eq: $case } }) { key count } }",
        "query($exhibit: ID!) { exhibitFigures(by: AGE, where: { id: { eq: $exhibit } }) { key count } }",
        "query($case: ID!) { caseFigures(by: AGE, where: { id: { eq: $case } }) { key count } }",
        "query($task: ID!) { task(id: $task) { id title version case { id } assignee { name } dependsOn { id } blocked awaitedBy { totalCount } history { what } } }",
        "query($task: ID!) { node(id: $task) { __typename id } }",
        "query($task: ID!) { tasks(where: { id: { eq: $task } }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
        "query($task: ID!) { tasks(where: { id: { in: [$task] }, caseClosed: { eq: false }, blocked: { eq: false } }, order: [{ title: DESC }]) { totalCount } }",
        "query($case: ID!) { case(id: $case) { tasks { totalCount nodes { id } } } }",
        "query($case: ID!) { taskFigures(by: STATUS, where: { case: { eq: $case } }) { key count } }",
        "query($task: ID!) { taskFigures(by: ASSIGNEE_AGENCY, where: { id: { eq: $task } }) { key count } }",
        "query($case: ID!) { workloads(where: { case: { eq: $case } }) { officer { name } open overdue } }",
        "query($case: ID!) { inbox(case: $case) { totalCount nodes { kind since due overdue case { id } record { id } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
        "query($compartment: ID!) { compartment(id: $compartment) { id name agency { code } insiders { totalCount nodes { officer { name } } } history { what } } }",
        "query($case: ID!) { case(id: $case) { myEmergency { id reason } } }",
        "query($compartment: ID!) { compartments(where: { id: { eq: $compartment } }) { totalCount nodes { id } edges { cursor } } }",
        "query($number: String!) { search(text: $number) { totalCount nodes { record { id } excerpt { text } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
    ];

    private readonly Northgate _world = host.World;

    private IEnumerable<Voice> Outsiders =>
        [_world.Novak, _world.Piet, _world.Stranger, _world.Jules, _world.Maya, _world.Theo, _world.Sanne, _world.Registrar, Northgate.RegistrarOf(host, "OPS")];

    [Fact]
    public async Task Every_question_about_a_hidden_record_is_answered_like_one_about_none()
    {
        var hidden = new
        {
            @case = _world.Sealed, entry = _world.SealedEntry, task = _world.SealedTask, number = "OPS-2026-207", exhibit = _world.SealedExhibit, item = "OPS-2026-207/E-7", compartment = _world.Compartment,
            grant = GlobalIds.Of("Grant", Kernel.GrantIds.Of(Domain.Access.Scope.Of(new Domain.Kernel.CaseId(GlobalIds.Key(_world.Sealed))), new(GlobalIds.Key(_world.Desk.Id)))),
        };
        Assert.Contains("\"__typename\":\"Grant\"", await _world.Desk.Answer(Questions[3], hidden), StringComparison.Ordinal);
        foreach (var officer in Outsiders)
        {
            foreach (var question in Questions)
            {
                var nothing = new
                {
                    @case = GlobalIds.Nothing("Case"), entry = GlobalIds.Nothing("TimelineEntry"), task = GlobalIds.Nothing("Task"), grant = GlobalIds.Nothing("Grant"),
                    number = "OPS-2026-208", exhibit = GlobalIds.Nothing("Exhibit"), item = "OPS-2026-207/E-8", compartment = GlobalIds.Nothing("Compartment"),
                };
                Assert.NotEqual(await _world.Desk.Answer(question, nothing), await _world.Desk.Answer(question, hidden));
                Assert.Equal(await officer.Answer(question, nothing), await officer.Answer(question, hidden));
            }
        }
    }

    [Fact]
    public async Task Every_field_that_finds_something_has_been_asked()
    {
        // Directories, and the point of the answer and the product's health, which are about no record. Of the read log ReadLogTests ask, of the
        // exposure ExposureTests, of interests InterestTests, of what is planned DeconflictionTests, of what originators were asked ReleaseTests: what was asked for in vain before stands in it, be it there or not.
        string[] directories = ["me", "agencies", "officers", "taskForces", "taskForce", "point", "health", "readLog", "exposure", "interests", "interestMatches", "deconflictionEvent", "deconflictionEvents", "conflicts", "releaseRequest", "releaseRequests"];
        var fields = (await _world.Maya.Ask("{ __schema { queryType { fields { name } } } }")).GetProperty("__schema").GetProperty("queryType").GetProperty("fields");
        foreach (var field in fields.EnumerateArray().Select(f => f.GetProperty("name").GetString()!).Except(directories))
            Assert.Contains(Questions.Concat(OperationHiddenTests.Questions).Concat(EmergencyDenialTests.Questions), q => q.Contains($" {field}(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_on_nothing_finds_nothing_anywhere()
    {
        var told = await _world.Novak.Ask("{ cases(first: 50) { totalCount nodes { id } pageInfo { hasNextPage } } caseFigures(by: STAGE) { key count } exhibits { totalCount nodes { id } } exhibitFigures(by: KIND) { key count } }");
        Assert.Equal(0, told.GetProperty("exhibits").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, told.GetProperty("exhibitFigures").GetArrayLength());
        Assert.Equal(0, told.GetProperty("cases").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, told.GetProperty("caseFigures").GetArrayLength());

        var desk = (await _world.Novak.Ask("query($id: ID!) { node(id: $id) { ... on Officer { name grants { totalCount nodes { id } } } } }", new { id = _world.Desk.Id })).GetProperty("node");
        Assert.Equal("Desk Seven", desk.GetProperty("name").GetString());
        Assert.Equal(0, desk.GetProperty("grants").GetProperty("totalCount").GetInt32());

        var force = (await _world.Novak.Ask("query($id: ID!) { taskForce(id: $id) { code members { totalCount nodes { id } } } }", new { id = _world.TaskForce })).GetProperty("taskForce");
        Assert.Equal("NG", force.GetProperty("code").GetString());
        Assert.Equal(0, force.GetProperty("members").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Whom_nobody_registered_finds_not_even_the_directories()
    {
        var told = await _world.Stranger.Ask("query($id: ID!) { me { id } agencies { totalCount } officers { totalCount } taskForces { totalCount } taskForce(id: $id) { id } }", new { id = _world.TaskForce });
        Assert.DoesNotContain(told.EnumerateObject(), f => f.Value.ValueKind == JsonValueKind.Object && f.Value.GetProperty("totalCount").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Null, told.GetProperty("taskForce").ValueKind);
    }

    [Fact]
    public async Task A_visible_entry_is_linked_to_a_hidden_one_like_to_none()
    {
        var entry = await _world.NewEntry(await _world.NewCase());
        var hidden = await _world.Maya.Act("linkRecords", new { from = entry, to = _world.SealedEntry, kind = "RELATED" });
        var nowhere = await _world.Maya.Act("linkRecords", new { from = entry, to = GlobalIds.Nothing("TimelineEntry"), kind = "RELATED" });
        Assert.Equal(("record.unknown", "to"), (hidden.Code, hidden.Field));
        Assert.Equal(nowhere.Text, hidden.Text);
    }

    [Fact]
    public async Task Another_agency_may_use_a_number_that_a_hidden_case_has()
    {
        await _world.Desk.Do("openCase", new { number = "OPS-2026-300", title = "Unseen", summary = "Sealed by order." });
        Assert.Null((await _world.Maya.Act("openCase", new { number = "OPS-2026-300", title = "Same number", summary = "By chance" })).Code);
    }

    [Fact]
    public async Task An_entry_for_named_readers_leaves_no_trace_for_the_others_of_the_team()
    {
        const string Everything =
            """
            query($id: ID!, $visible: ID!, $moment: DateTime!) {
              case(id: $id) { version changedAt history { version what } timeline(first: 50) { totalCount nodes { id version links(first: 2) { nodes { kind } } } edges { cursor } pageInfo { hasNextPage endCursor } }
                changedSinceMyLastVisit { totalCount nodes { id } } later: timeline(asOf: "2030-01-01T00:00:00Z") { totalCount } none: timeline(where: { tlp: { eq: RED } }) { totalCount } }
              timelineEntry(id: $visible) { version history { version what } links { totalCount nodes { kind other { id } } edges { cursor } pageInfo { endCursor } } }
              active: cases(where: { id: { eq: $id }, lastActivityAt: { gt: $moment } }, order: [{ lastActivityAt: DESC }]) { totalCount edges { cursor } }
            }
            """;
        var file = await _world.NewCase();
        var visible = await _world.NewEntry(file);
        var moment = (await _world.Maya.Ask("query($id: ID!) { timelineEntry(id: $id) { changedAt } }", new { id = visible })).GetProperty("timelineEntry").GetProperty("changedAt").GetString();
        var question = new { id = file, visible, moment };
        var before = await _world.Theo.Answer(Everything, question);
        Assert.DoesNotContain("\"errors\"", before, StringComparison.Ordinal);

        var red = (await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "For Jules' eyes", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Jules.Id } })).Id;
        await _world.Maya.Do("linkRecords", new { from = red, to = visible, kind = "RELATED" });
        await _world.Maya.Do("linkRecords", new { from = visible, to = red, kind = "RELATED" });

        Assert.Equal(before, await _world.Theo.Answer(Everything, question));
        Assert.Contains(red, await _world.Jules.Answer(Everything, question), StringComparison.Ordinal);
        foreach (var asked in new[] { "timelineEntry", "node" })
            Assert.Equal(await _world.Theo.Answer($"query($id: ID!) {{ {asked}(id: $id) {{ id }} }}", new { id = GlobalIds.Nothing("TimelineEntry") }),
                await _world.Theo.Answer($"query($id: ID!) {{ {asked}(id: $id) {{ id }} }}", new { id = red }));
        var correction = new { entry = red, version = 1, text = "Mine", reason = "Found it" };
        Assert.Equal((await _world.Theo.Act("correctTimelineEntry", correction with { entry = GlobalIds.Nothing("TimelineEntry") })).Text,
            (await _world.Theo.Act("correctTimelineEntry", correction)).Text);
    }

    [Fact]
    public async Task An_exhibit_for_named_readers_leaves_no_trace_for_the_others_of_the_team_nor_a_gap_in_the_numbers()
    {
        const string Everything =
            """
            query($id: ID!, $visible: ID!) {
              case(id: $id) { version changedAt history { version what } exhibits(first: 50, order: [{ item: ASC }]) { totalCount nodes { id number } edges { cursor } pageInfo { hasNextPage endCursor } }
                later: exhibits(asOf: "2030-01-01T00:00:00Z") { totalCount } }
              exhibit(id: $visible) { version history { version what } custodyChain { transfer } }
              exhibits(where: { case: { eq: $id } }, order: [{ recordedAt: DESC }]) { totalCount edges { cursor } } waiting: exhibits(where: { case: { eq: $id } }, inTransitForHours: 0) { totalCount }
              exhibitFigures(by: STATUS, where: { case: { eq: $id } }) { key count }
            }
            """;
        var file = await _world.NewCase();
        var visible = (await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "S-1"))).Id;
        var question = new { id = file, visible };
        var before = await _world.Theo.Answer(Everything, question);
        Assert.DoesNotContain("\"errors\"", before, StringComparison.Ordinal);

        var red = (await _world.Maya.Do("seizeExhibit", new
        {
            @case = file, kind = "DOCUMENT", description = "For Jules' eyes", seal = "S-2", place = new { description = "Safe" }, occurred = Northgate.AtEight,
            authority = new { kind = "CONSENT" }, tlp = "RED", readers = new[] { _world.Jules.Id },
        })).Id;
        await _world.Maya.Do("offerCustodyTransfer", new { exhibit = red, version = 1, to = _world.Jules.Id, seal = "S-2", reason = "To the safe" });

        Assert.Equal(before, await _world.Theo.Answer(Everything, question));
        Assert.Contains(red, await _world.Jules.Answer(Everything, question), StringComparison.Ordinal);
        var offer = new { exhibit = red, version = 1, to = _world.Amara.Id, seal = "S-2", reason = "Mine" };
        Assert.Equal((await _world.Theo.Act("offerCustodyTransfer", offer with { exhibit = GlobalIds.Nothing("Exhibit") })).Text,
            (await _world.Theo.Act("offerCustodyTransfer", offer)).Text);

        await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "S-3"));
        var items = (await _world.Theo.Ask("query($id: ID!) { case(id: $id) { exhibits(order: [{ item: ASC }]) { nodes { item } } } }", new { id = file }))
            .GetProperty("case").GetProperty("exhibits").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("item").GetInt32());
        Assert.Equal([1, 2], items);
    }

    [Fact]
    public async Task Following_a_hidden_exhibit_is_as_silent_as_following_none()
    {
        const string Follow = "subscription($id: ID!) { custodyChanged(exhibit: $id) { description } }";
        await using var hidden = await _world.Novak.Listen(Follow, new { id = _world.SealedExhibit });
        await using var none = await _world.Novak.Listen(Follow, new { id = GlobalIds.Nothing("Exhibit") });
        await using var desk = await _world.Desk.Listen(Follow, new { id = _world.SealedExhibit });
        var (atHidden, atNone, atDesk) = (hidden.Next(TimeSpan.FromSeconds(30)), none.Next(TimeSpan.FromSeconds(30)), desk.Next(TimeSpan.FromSeconds(30)));
        var look = 0;

        await Eventually.True(async () =>
        {
            await _world.Desk.Do("correctExhibitDescription", new { exhibit = _world.SealedExhibit, version = 1 + look, description = $"Lantern, look {look++}", reason = "Looked again" });
            return atDesk.IsCompleted;
        }, "the desk heard nothing");

        Assert.Contains("Lantern, look", (await atDesk).ToString()!, StringComparison.Ordinal);
        Assert.False(atHidden.IsCompleted);
        Assert.False(atNone.IsCompleted);
    }

    [Fact]
    public async Task A_link_to_an_entry_for_named_readers_leaves_no_trace_on_the_other_for_the_rest_of_the_team()
    {
        const string Everything =
            "query($id: ID!) { timelineEntry(id: $id) { version changedAt changedBy { id } corrected links { totalCount nodes { kind other { id } } edges { cursor } pageInfo { endCursor } } history { version what fields { field was is } } } }";
        var file = await _world.NewCase();
        var visible = await _world.NewEntry(file);
        var red = (await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "For Jules' eyes", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Jules.Id } })).Id;
        var before = await _world.Theo.Answer(Everything, new { id = visible });

        await _world.Maya.Do("linkRecords", new { from = visible, to = red, kind = "RELATED" });
        Assert.Equal(before, await _world.Theo.Answer(Everything, new { id = visible }));
        Assert.Contains(red, await _world.Jules.Answer(Everything, new { id = visible }), StringComparison.Ordinal);

        // Who does not see it takes it back, or corrects the entry, as if there were none.
        var unlink = new { from = visible, to = red, kind = "RELATED", reason = "Guess" };
        Assert.Equal((await _world.Theo.Act("unlinkRecords", unlink with { to = GlobalIds.Nothing("TimelineEntry") })).Text,
            (await _world.Theo.Act("unlinkRecords", unlink)).Text);
        Assert.Equal(2, (await _world.Theo.Do("correctTimelineEntry", new { entry = visible, version = 1, text = "Van seen twice.", reason = "Misheard" })).Version);
        Assert.Contains(red, await _world.Jules.Answer(Everything, new { id = visible }), StringComparison.Ordinal);

        await _world.Maya.Do("unlinkRecords", unlink);
        Assert.DoesNotContain(red, await _world.Jules.Answer(Everything, new { id = visible }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_a_hidden_case_is_as_silent_as_following_none()
    {
        await using var hidden = await _world.Novak.Listen("subscription($case: ID!) { timelineChanged(case: $case) { id } }", new { @case = _world.Sealed });
        await using var none = await _world.Novak.Listen("subscription($case: ID!) { timelineChanged(case: $case) { id } }", new { @case = GlobalIds.Nothing("Case") });
        await using var desk = await _world.Desk.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text } }", new { @case = _world.Sealed });
        var (atHidden, atNone, atDesk) = (hidden.Next(TimeSpan.FromSeconds(30)), none.Next(TimeSpan.FromSeconds(30)), desk.Next(TimeSpan.FromSeconds(30)));

        await Eventually.True(async () =>
        {
            await _world.Desk.Do("recordTimelineEntry", new { @case = _world.Sealed, text = "Heard at the desk", occurred = Northgate.AtEight });
            return atDesk.IsCompleted;
        }, "the desk heard nothing");

        Assert.Contains("Heard at the desk", (await atDesk).ToString()!, StringComparison.Ordinal);
        Assert.False(atHidden.IsCompleted);
        Assert.False(atNone.IsCompleted);
    }
}
