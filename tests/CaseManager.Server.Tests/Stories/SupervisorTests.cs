using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Jules Bédard watches over the unit's cases.</summary>
[Collection(ApiTests.Name)]
public sealed class SupervisorTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Cases_are_filtered_ordered_and_counted()
    {
        var word = Word();
        foreach (var (title, priority) in new[] { ("a", "LOW"), ("b", "URGENT"), ("c", "LOW") })
            await Open($"{word} {title}", priority);

        var told = (await _world.Jules.Ask(
            "query($where: CaseFilterInput) { cases(first: 1, where: $where, order: [{ priority: ASC }, { title: DESC }]) { totalCount nodes { title } pageInfo { hasNextPage } } }",
            new { where = new { title = new { startsWith = word }, priority = new { eq = "LOW" } } })).GetProperty("cases");

        Assert.Equal(2, told.GetProperty("totalCount").GetInt32());
        Assert.Equal($"{word} c", told.GetProperty("nodes")[0].GetProperty("title").GetString());
        Assert.True(told.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Theory]
    [InlineData("STAGE", "INTAKE")]
    [InlineData("LEAD_AGENCY", "CFP")]
    [InlineData("PRIORITY", "NORMAL")]
    [InlineData("AGE", "UNDER_30_DAYS")]
    public async Task Figures_add_up_to_the_list(string by, string key)
    {
        var word = Word();
        await Open($"{word} one");
        await Open($"{word} two");

        var told = await _world.Jules.Ask(
            "query($by: CaseFigure!, $where: CaseFilterInput) { caseFigures(by: $by, where: $where) { key count } cases(where: $where) { totalCount } }",
            new { by, where = new { title = new { startsWith = word } } });

        var figure = Assert.Single(told.GetProperty("caseFigures").EnumerateArray().ToArray());
        Assert.Equal((key, 2), (figure.GetProperty("key").GetString(), figure.GetProperty("count").GetInt32()));
        Assert.Equal(2, told.GetProperty("cases").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Cases_without_activity_are_found_by_days_and_by_the_time_of_the_last_activity()
    {
        const string Idle =
            "query($where: CaseFilterInput, $days: Int) { cases(where: $where, inactiveForDays: $days) { totalCount } }";
        var (word, moment) = (Word(), "");
        var quiet = await Open($"{word} quiet");
        var busy = await Open($"{word} busy");
        moment = (await _world.Jules.Ask("query($id: ID!) { case(id: $id) { changedAt } }", new { id = busy })).GetProperty("case").GetProperty("changedAt").GetString()!;
        await _world.NewEntry(busy);

        var ours = new { title = new { startsWith = word } };
        Assert.Equal(2, Count(await _world.Jules.Ask(Idle, new { where = ours, days = 0 })));
        Assert.Equal(0, Count(await _world.Jules.Ask(Idle, new { where = ours, days = 21 })));
        var before = (await _world.Jules.Ask(
            "query($where: CaseFilterInput) { cases(where: $where) { nodes { id } } }",
            new { where = new { title = new { startsWith = word }, lastActivityAt = new { lte = moment } } })).GetProperty("cases").GetProperty("nodes");
        Assert.Equal(quiet, Assert.Single(before.EnumerateArray().ToArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_list_of_idle_cases_is_paged_as_one_list()
    {
        var word = Word();
        await Open($"{word} one");
        await Open($"{word} two");
        const string Page = "query($where: CaseFilterInput, $after: String) { cases(inactiveForDays: 0, first: 1, after: $after, where: $where) { nodes { id } pageInfo { endCursor hasNextPage } } }";
        var where = new { title = new { startsWith = word } };

        var first = (await _world.Jules.Ask(Page, new { where })).GetProperty("cases");
        var second = (await _world.Jules.Ask(Page, new { where, after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("cases");

        Assert.NotEqual(first.GetProperty("nodes")[0].GetProperty("id").GetString(), second.GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task A_case_is_closed_by_a_second_person_and_reopened_with_a_reason()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("moveCaseToStage", new { @case = file, version = 1, stage = "INVESTIGATION", reason = "Taken on" });
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 2, outcome = "NO_FURTHER_ACTION", reason = "Line exhausted" });
        Assert.Equal("access.not-permitted", (await _world.Theo.Act("approveClosure", new { @case = file, version = 3 })).Code);
        await _world.Jules.Do("approveClosure", new { @case = file, version = 3, remark = "Agreed" });
        Assert.Equal("case.closed", (await _world.Maya.Act("recordTimelineEntry", new { @case = file, text = "Late", occurred = Northgate.AtEight })).Code);
        await _world.Jules.Do("reopenCase", new { @case = file, version = 4, reason = "New witness" });

        var told = (await _world.Jules.Ask(
            "query($id: ID!) { case(id: $id) { stage outcome nextStages history { what reason by { name } fields { field was is } } } }", new { id = file })).GetProperty("case");
        Assert.Equal("INVESTIGATION", told.GetProperty("stage").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("outcome").ValueKind);
        Assert.Equal(
            ["case.opened.v1", "case.moved-to-stage.v1", "case.closure-proposed.v1", "case.closure-approved.v1", "case.reopened.v1"],
            told.GetProperty("history").EnumerateArray().Select(c => c.GetProperty("what").GetString()));
        Assert.Equal("New witness", told.GetProperty("history")[4].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_history_names_officers_and_says_yes_and_no_in_plain_words()
    {
        var file = (await _world.Maya.Do("openCase", new
        {
            title = "Drums", summary = "Forty", team = new[]
            {
                new { officer = _world.Theo.Id, role = "INVESTIGATOR" }, new { officer = _world.Jules.Id, role = "TEAM_COMMANDER" },
            },
        })).Id;
        await _world.Jules.Do("changeCaseLead", new { @case = file, version = 1, lead = _world.Theo.Id, reason = "Handed over" });

        var told = await _world.Jules.Ask(
            "query($id: ID!) { case(id: $id) { history { fields { field was is wasOfficer { name } isOfficer { name } } } } }", new { id = file });
        var history = told.GetProperty("case").GetProperty("history");
        var lead = Assert.Single(history[1].GetProperty("fields").EnumerateArray());
        Assert.Equal("""{"field":"lead","was":null,"is":null,"wasOfficer":{"name":"Maya Roy"},"isOfficer":{"name":"Theo Lang"}}""", lead.GetRawText());
        Assert.Contains("""{"field":"closureOverdue","was":null,"is":"false",""", history.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", history.GetRawText());
    }

    [Fact]
    public async Task Nobody_approves_their_own_closure_even_with_the_role()
    {
        var file = await _world.NewCase();
        await _world.Jules.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });
        var before = await host.FactsOf(file);

        Assert.Equal("case.own-proposal", (await _world.Jules.Act("approveClosure", new { @case = file, version = 2 })).Code);
        Assert.Equal("case.own-proposal", (await _world.Jules.Act("refuseClosure", new { @case = file, version = 2, reason = "No" })).Code);
        Assert.Equal("case.closing-needs-approval", (await _world.Jules.Act("moveCaseToStage", new { @case = file, version = 2, stage = "CLOSED", reason = "Now" })).Code);
        Assert.Equal(before, await host.FactsOf(file));

        await _world.Jules.Do("withdrawClosure", new { @case = file, version = 2, reason = "Second thoughts" });
    }

    [Fact]
    public async Task Overdue_hand_overs_and_tasks_are_lists_of_what_one_may_see()
    {
        const string Overdue = """
            query($case: ID!) {
              exhibits(where: { overdue: { eq: true }, case: { eq: $case } }) { totalCount nodes { number offeredTo { name } holder { name } due } }
              tasks(where: { overdue: { eq: true }, case: { eq: $case } }) { totalCount nodes { title assignee { name } due } } }
            """;
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" });
        foreach (var (seal, due) in new[] { ("S-1", DateTimeOffset.UtcNow.AddSeconds(2)), ("S-2", DateTimeOffset.UtcNow.AddDays(1)) })
        {
            var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, seal))).Id;
            await _world.Maya.Do("offerCustodyTransfer", new { exhibit, version = 1, to = _world.Nadia.Id, seal, reason = "To the store", due });
        }
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Late", DateTimeOffset.UtcNow.AddHours(-1));
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "In time");
        await Eventually.True(async () =>
        {
            var all = await _world.Jules.Ask(Overdue, new { @case = file });
            return all.GetProperty("exhibits").GetProperty("totalCount").GetInt32() + all.GetProperty("tasks").GetProperty("totalCount").GetInt32() == 2;
        }, "not all fell overdue");

        var told = await _world.Jules.Ask(Overdue, new { @case = file });
        var (item, task) = (told.GetProperty("exhibits").GetProperty("nodes")[0], told.GetProperty("tasks").GetProperty("nodes")[0]);
        Assert.Equal(("Nadia Haddad", "Maya Roy"), (item.GetProperty("offeredTo").GetProperty("name").GetString(), item.GetProperty("holder").GetProperty("name").GetString()));
        Assert.Equal(("Late", "Theo Lang"), (task.GetProperty("title").GetString(), task.GetProperty("assignee").GetProperty("name").GetString()));
        Assert.Equal(
            await _world.Novak.Answer(Overdue, new { @case = GlobalIds.Nothing("Case") }), await _world.Novak.Answer(Overdue, new { @case = file }));
    }

    [Fact]
    public async Task A_supervisor_sees_no_unreleased_record_of_another_agency()
    {
        var told = await _world.Jules.Ask("query { cases(first: 50) { nodes { number } } caseByNumber(number: \"OPS-2026-207\") { id } shared: caseByNumber(number: \"NL-2026-77\") { title } }");

        Assert.DoesNotContain("OPS-2026-207", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, told.GetProperty("caseByNumber").ValueKind);
        Assert.Equal("Rotterdam broker", told.GetProperty("shared").GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_entry_for_the_originators_agency_alone_is_hidden_from_a_supervisor_of_another_who_is_not_on_the_case()
    {
        var entry = (await _world.Sanne.Do("recordTimelineEntry", new { @case = _world.Shared, text = "For NLFI alone", occurred = Northgate.AtEight, tlp = "AMBER_STRICT" })).Id;

        var told = await _world.Jules.Ask("query($id: ID!, $case: ID!) { timelineEntry(id: $id) { id } case(id: $case) { timeline(first: 50) { nodes { id } } } }", new { id = entry, @case = _world.Shared });

        Assert.DoesNotContain(entry, told.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> Open(string title, string priority = "NORMAL") => (await _world.Maya.Do("openCase", new
    {
        title, summary = "Figures", priority, team = new[] { new { officer = _world.Jules.Id, role = "SUPERVISOR" } },
    })).Id;

    private static int Count(JsonElement data) => data.GetProperty("cases").GetProperty("totalCount").GetInt32();

    private static string Word() => $"w{Guid.NewGuid():n}";
}
