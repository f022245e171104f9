using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What waits for an officer: all of it, nothing else, and only while it does.</summary>
[Collection(ApiTests.Name)]
public sealed class InboxTests(ServerHost host)
{
    private const string Inbox =
        """
        query($case: ID, $kinds: [String!], $overdue: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
          inbox(case: $case, kinds: $kinds, overdue: $overdue, first: $first, after: $after, last: $last, before: $before) {
            totalCount
            nodes { kind since due overdue case { id number } record { __typename id ... on Task { title } ... on Case { title closureProposedBy { name } } } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task What_is_overdue_comes_first_then_the_soonest_due()
    {
        var file = await _world.NewCase();
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Next week", DateTimeOffset.UtcNow.AddDays(7));
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Tomorrow", DateTimeOffset.UtcNow.AddDays(1));
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Yesterday", DateTimeOffset.UtcNow.AddDays(-1));
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Last week", DateTimeOffset.UtcNow.AddDays(-7));
        await Northgate.NewTask(_world.Maya, file, _world.Maya, "Not Theo's");
        await Eventually.True(async () => Count(await Ask(_world.Theo, new { @case = file, overdue = true })) == 2, "not all fell overdue");

        var told = await Ask(_world.Theo, new { @case = file });
        Assert.Equal(["Last week", "Yesterday", "Tomorrow", "Next week"], Titles(told));
        Assert.Equal([true, true, false, false], told.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("overdue").GetBoolean()));
        Assert.All(told.GetProperty("nodes").EnumerateArray(), n => Assert.Equal(("task.to-do", file), (n.GetProperty("kind").GetString(), n.GetProperty("case").GetProperty("id").GetString())));
        Assert.Equal(["Tomorrow", "Next week"], Titles(await Ask(_world.Theo, new { @case = file, overdue = false })));
    }

    [Fact]
    public async Task There_and_back_page_by_page_each_comes_once()
    {
        var file = await _world.NewCase();
        var due = DateTimeOffset.UtcNow.AddDays(3);
        var titles = Enumerable.Range(0, 7).Select(i => $"Task {i}").ToArray();
        foreach (var title in titles)
            await Northgate.NewTask(_world.Maya, file, _world.Theo, title, due);

        var there = new List<string>();
        string? after = null;
        for (var more = true; more;)
        {
            var page = await Ask(_world.Theo, new { @case = file, first = 3, after });
            Assert.Equal(7, Count(page));
            Assert.Equal(there.Count > 0, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            there.AddRange(Titles(page));
            (after, more) = (page.GetProperty("pageInfo").GetProperty("endCursor").GetString(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }
        Assert.Equal(titles, there);

        var back = new List<string>();
        string? before = null;
        for (var more = true; more;)
        {
            var page = await Ask(_world.Theo, new { @case = file, last = 3, before });
            back.InsertRange(0, Titles(page));
            (before, more) = (page.GetProperty("pageInfo").GetProperty("startCursor").GetString(), page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
        }
        Assert.Equal(titles, back);
    }

    [Fact]
    public async Task A_cursor_serves_only_the_list_and_the_person_it_was_given_for()
    {
        var file = await _world.NewCase();
        await Northgate.NewTask(_world.Maya, file, _world.Theo);
        await Northgate.NewTask(_world.Maya, file, _world.Theo);
        var after = (await Ask(_world.Theo, new { @case = file, first = 1 })).GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await Ask(_world.Theo, new { @case = file, after });
        foreach (var answer in new[]
        {
            await _world.Maya.Answer(Inbox, new { @case = file, after }), await _world.Theo.Answer(Inbox, new { after }),
            await _world.Theo.Answer(Inbox, new { @case = file, overdue = false, after }), await _world.Theo.Answer(Inbox, new { @case = file, kinds = new[] { "task.to-do" }, after }),
        })
            Assert.Contains("\"code\":\"HC0078\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_leaves_with_its_end_its_next_officer_or_its_case()
    {
        var file = await _world.NewCase();
        var done = await Northgate.NewTask(_world.Maya, file, _world.Theo, "Done");
        var cancelled = await Northgate.NewTask(_world.Maya, file, _world.Theo, "Cancelled");
        var given = await Northgate.NewTask(_world.Maya, file, _world.Theo, "Given away");
        await Northgate.NewTask(_world.Maya, file, _world.Theo, "Left over");
        Assert.Equal(4, Count(await Ask(_world.Theo, new { @case = file })));
        await _world.Theo.Do("completeTask", new { task = done, version = 1, outcome = "Seen" });
        await _world.Maya.Do("cancelTask", new { task = cancelled, version = 1, reason = "Not needed" });
        await _world.Maya.Do("reassignTask", new { task = given, version = 1, assignee = _world.Maya.Id, reason = "Theo is in court" });
        Assert.Equal(["Left over"], Titles(await Ask(_world.Theo, new { @case = file })));
        Assert.Equal(["Given away"], Titles(await Ask(_world.Maya, new { @case = file })));

        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });
        await _world.Jules.Do("approveClosure", new { @case = file, version = 2 });
        Assert.Equal(0, Count(await Ask(_world.Theo, new { @case = file })));
        await _world.Jules.Do("reopenCase", new { @case = file, version = 3, reason = "New witness" });
        Assert.Equal(["Left over"], Titles(await Ask(_world.Theo, new { @case = file })));
    }

    [Fact]
    public async Task A_closure_waits_for_whoever_may_decide_on_it_and_not_for_who_proposed_it()
    {
        var file = await _world.NewCase("Closing");
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });

        var told = await Ask(_world.Jules, new { @case = file });
        var item = Assert.Single(told.GetProperty("nodes").EnumerateArray().ToArray());
        Assert.Equal("case.closure-to-decide", item.GetProperty("kind").GetString());
        Assert.Equal(("Case", file, "Maya Roy"), (item.GetProperty("record").GetProperty("__typename").GetString(), item.GetProperty("record").GetProperty("id").GetString(),
            item.GetProperty("record").GetProperty("closureProposedBy").GetProperty("name").GetString()));
        Assert.Equal(item.GetProperty("since").GetDateTimeOffset().AddHours(72), item.GetProperty("due").GetDateTimeOffset());
        Assert.Equal(0, Count(await Ask(_world.Maya, new { @case = file })));
        Assert.Equal(0, Count(await Ask(_world.Theo, new { @case = file })));
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = file, kinds = new[] { "task.to-do" } })));
        Assert.Equal(1, Count(await Ask(_world.Jules, new { @case = file, kinds = new[] { "case.closure-to-decide", "task.to-do" } })));
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = file, kinds = Array.Empty<string>() })));
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = file, kinds = new[] { "nothing.of-the-kind" } })));

        await _world.Jules.Do("refuseClosure", new { @case = file, version = 2, reason = "Not yet" });
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = file })));
    }

    [Fact]
    public async Task A_supervisor_of_the_task_force_decides_on_cases_for_its_eyes_and_on_no_others()
    {
        var shared = (await _world.Sanne.Do("openCase", new { title = "Shared", summary = "For all", taskForce = _world.TaskForce, audience = "TASK_FORCE" })).Id;
        var own = (await _world.Sanne.Do("openCase", new { title = "Own", summary = "For the team", taskForce = _world.TaskForce })).Id;
        foreach (var file in new[] { shared, own })
            await _world.Sanne.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });
        Assert.Equal(1, Count(await Ask(_world.Jules, new { @case = shared })));
        Assert.Equal(0, Count(await Ask(_world.Daniel, new { @case = shared })));
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = own })));
    }

    [Fact]
    public async Task With_the_role_what_waited_is_gone_at_once()
    {
        var file = await _world.NewCase();
        await Northgate.NewTask(_world.Maya, file, _world.Theo);
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });
        Assert.Equal((1, 1), (Count(await Ask(_world.Theo, new { @case = file })), Count(await Ask(_world.Jules, new { @case = file }))));

        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        await _world.Jules.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "SUPERVISOR", reason = "Takes over" });
        await _world.Amara.Do("grantCaseAccess", new { @case = file, officer = _world.Jules.Id, role = "OBSERVER", reason = "Looks on" });
        await _world.Amara.Do("withdrawCaseAccess", new { @case = file, officer = _world.Jules.Id, role = "SUPERVISOR", reason = "Elsewhere" });

        Assert.Equal(0, Count(await Ask(_world.Theo, new { @case = file })));
        Assert.Equal(0, Count(await Ask(_world.Jules, new { @case = file })));
        Assert.Equal(1, Count(await Ask(_world.Amara, new { @case = file })));
    }

    [Fact]
    public async Task Who_follows_the_inbox_is_told_how_much_waits_and_nobody_else_hears_of_it()
    {
        const string Follow = "subscription { inboxChanged { waiting overdue } }";
        var file = await _world.NewCase();
        await using var theo = await _world.Theo.Listen(Follow);
        await using var novak = await _world.Novak.Listen(Follow);
        var before = await Waiting(theo);
        Assert.Equal(0, await Waiting(novak));
        var silence = novak.Next(TimeSpan.FromSeconds(60));

        var id = await Northgate.NewTask(_world.Maya, file, _world.Theo);
        Assert.Equal(before + 1, await Waiting(theo));
        await _world.Theo.Do("completeTask", new { task = id, version = 1, outcome = "Seen" });
        Assert.Equal(before, await Waiting(theo));
        Assert.False(silence.IsCompleted);
    }

    [Fact]
    public async Task For_whom_nothing_waits_the_inbox_is_empty()
    {
        foreach (var officer in new[] { _world.Novak, _world.Stranger })
            Assert.Equal(0, Count(await Ask(officer, new { })));
    }

    private static async Task<int> Waiting(EventStream stream) =>
        (await stream.Next(TimeSpan.FromSeconds(30)))!.Value.GetProperty("data").GetProperty("inboxChanged").GetProperty("waiting").GetInt32();

    private static async Task<JsonElement> Ask(Voice officer, object variables) => (await officer.Ask(Inbox, variables)).GetProperty("inbox");

    private static int Count(JsonElement inbox)
    {
        var total = inbox.GetProperty("totalCount").GetInt32();
        if (total <= 3)
            Assert.Equal(total, inbox.GetProperty("nodes").GetArrayLength());
        return total;
    }

    private static IEnumerable<string> Titles(JsonElement inbox) =>
        inbox.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("record").GetProperty("title").GetString()!);
}
