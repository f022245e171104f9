using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Maya Roy asks Theo Lang for things, and the time runs.</summary>
[Collection(ApiTests.Name)]
public sealed class TaskTests(ServerHost host)
{
    private const string Question =
        """
        query($id: ID!) { task(id: $id) {
          title details due dueZone mandatory status overdue blocked outcome version startedAt settledAt
          case { id } assignee { name } assigneeAgency { code } createdBy { name } settledBy { name } dependsOn { id } awaitedBy { totalCount nodes { id } }
          history { version what reason by { name } agency { code } fields { field was is } }
        } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_task_goes_from_asking_to_its_outcome_and_its_history_tells_how()
    {
        var file = await _world.NewCase();
        var id = (await _world.Maya.Do("createTask", new
        {
            @case = file, title = "Watch the warehouse", details = "From the east side", assignee = _world.Theo.Id,
            due = new { zone = "America/Toronto", at = "2031-05-01T17:00" }, mandatory = true,
        })).Id;
        await _world.Maya.Do("redateTask", new { task = id, version = 1, due = new { zone = "Europe/Amsterdam", at = "2031-05-02T17:00" }, reason = "Road closed" });
        await _world.Theo.Do("startTask", new { task = id, version = 2 });
        await _world.Theo.Do("completeTask", new { task = id, version = 3, outcome = "Two deliveries seen" });

        var told = await Told(_world.Jules, id);
        Assert.Equal(("Watch the warehouse", "From the east side", "COMPLETED"), (Text(told, "title"), Text(told, "details"), Text(told, "status")));
        Assert.Equal(("2031-05-02T15:00:00Z", "Europe/Amsterdam"), (Text(told, "due"), Text(told, "dueZone")));
        Assert.Equal(("Theo Lang", "OPS"), (Name(told, "assignee"), told.GetProperty("assigneeAgency").GetProperty("code").GetString()));
        Assert.Equal(("Maya Roy", "Theo Lang", "Two deliveries seen"), (Name(told, "createdBy"), Name(told, "settledBy"), Text(told, "outcome")));
        Assert.Equal(file, told.GetProperty("case").GetProperty("id").GetString());
        Assert.Equal(["task.created.v1", "task.redated.v1", "task.started.v1", "task.completed.v1"], What(told));
        var redated = told.GetProperty("history")[1];
        Assert.Equal(("Road closed", "Maya Roy"), (redated.GetProperty("reason").GetString(), redated.GetProperty("by").GetProperty("name").GetString()));
        var due = redated.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "due");
        Assert.Equal(("2031-05-01T21:00:00Z", "2031-05-02T15:00:00Z"), (due.GetProperty("was").GetString(), due.GetProperty("is").GetString()));
    }

    [Fact]
    public async Task What_was_completed_is_reopened_and_what_is_not_wanted_cancelled_each_with_its_reason()
    {
        var id = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        await _world.Theo.Do("completeTask", new { task = id, version = 1, outcome = "Nothing seen" });
        await _world.Maya.Do("reopenTask", new { task = id, version = 2, reason = "One more night" });
        var told = await Told(_world.Theo, id);
        Assert.Equal(("OPEN", null, JsonValueKind.Null), (Text(told, "status"), Text(told, "outcome"), told.GetProperty("settledBy").ValueKind));

        await _world.Maya.Do("cancelTask", new { task = id, version = 3, reason = "Warehouse is empty" });
        told = await Told(_world.Theo, id);
        Assert.Equal("CANCELLED", Text(told, "status"));
        Assert.Equal("Warehouse is empty", told.GetProperty("history")[3].GetProperty("reason").GetString());
        Assert.Equal("task.settled", (await _world.Theo.Act("completeTask", new { task = id, version = 4, outcome = "Late" })).Code);
    }

    [Fact]
    public async Task Two_who_change_one_task_at_once_lose_nothing()
    {
        var id = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        var both = await Task.WhenAll(
            _world.Theo.Act("completeTask", new { task = id, version = 1, outcome = "Seen" }),
            _world.Maya.Act("cancelTask", new { task = id, version = 1, reason = "Not needed" }));
        Assert.Single(both, o => o.Code is null);
        Assert.Equal("record.stale", Assert.Single(both, o => o.Code is not null).Code);
        Assert.Equal(2, await host.FactsOf(id));
    }

    [Fact]
    public async Task It_falls_overdue_at_its_time_and_one_that_was_redated_before_does_not()
    {
        var file = await _world.NewCase();
        var (soon, moved, done) = (DateTimeOffset.UtcNow.AddSeconds(2), DateTimeOffset.UtcNow.AddSeconds(2), DateTimeOffset.UtcNow.AddSeconds(2));
        var late = await Northgate.NewTask(_world.Maya, file, _world.Theo, due: soon);
        var redated = await Northgate.NewTask(_world.Maya, file, _world.Theo, due: moved);
        var completed = await Northgate.NewTask(_world.Maya, file, _world.Theo, due: done);
        await _world.Maya.Do("redateTask", new { task = redated, version = 1, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)), reason = "Road closed" });
        await _world.Theo.Do("completeTask", new { task = completed, version = 1, outcome = "Seen" });
        Assert.False((await Told(_world.Theo, late)).GetProperty("overdue").GetBoolean());

        await Eventually.True(async () => (await Told(_world.Theo, late)).GetProperty("overdue").GetBoolean(), "it never fell overdue");

        // Sent after the others' messages were due: when it has been handled, so have they.
        var last = await Northgate.NewTask(_world.Maya, file, _world.Theo, due: DateTimeOffset.UtcNow);
        await Eventually.True(async () => (await Told(_world.Theo, last)).GetProperty("overdue").GetBoolean(), "it never fell overdue");
        Assert.Equal(["task.created.v1", "task.fell-overdue.v1"], What(await Told(_world.Theo, late)));
        Assert.Equal(["task.created.v1", "task.redated.v1"], What(await Told(_world.Theo, redated)));
        Assert.Equal(["task.created.v1", "task.completed.v1"], What(await Told(_world.Theo, completed)));
    }

    [Fact]
    public async Task Redated_it_is_overdue_no_longer_and_falls_overdue_again_at_its_new_time()
    {
        var id = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo, due: DateTimeOffset.UtcNow.AddDays(-1));
        await Eventually.True(async () => (await Told(_world.Theo, id)).GetProperty("overdue").GetBoolean(), "it never fell overdue");
        Assert.Equal("due.not-ahead", (await _world.Maya.Act("redateTask", new { task = id, version = 2, due = Northgate.Due(DateTimeOffset.UtcNow.AddHours(-1)), reason = "Yesterday" })).Code);

        await _world.Maya.Do("redateTask", new { task = id, version = 2, due = Northgate.Due(DateTimeOffset.UtcNow.AddSeconds(2)), reason = "Tonight" });
        Assert.False((await Told(_world.Theo, id)).GetProperty("overdue").GetBoolean());
        await Eventually.True(async () => (await Told(_world.Theo, id)).GetProperty("overdue").GetBoolean(), "it never fell overdue again");
        Assert.Equal(["task.created.v1", "task.fell-overdue.v1", "task.redated.v1", "task.fell-overdue.v1"], What(await Told(_world.Theo, id)));
    }

    [Fact]
    public async Task Closing_and_reopening_does_not_make_an_overdue_task_look_in_time()
    {
        var id = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo, due: DateTimeOffset.UtcNow.AddDays(-1));
        await Eventually.True(async () => (await Told(_world.Theo, id)).GetProperty("overdue").GetBoolean(), "it never fell overdue");
        await _world.Theo.Do("completeTask", new { task = id, version = 2, outcome = "Done" });
        await _world.Maya.Do("reopenTask", new { task = id, version = 3, reason = "Not done" });
        await Eventually.True(async () => (await Told(_world.Theo, id)).GetProperty("overdue").GetBoolean(), "it never fell overdue again");
    }

    [Fact]
    public async Task The_warehouse_line_waits_for_the_laboratory_and_Theo_is_told_when_the_result_is_there()
    {
        const string Inbox = "query($case: ID) { inbox(case: $case, first: 50) { nodes { kind since record { ... on Task { title } } } } }";
        var file = await _world.NewCase();
        var lab = await Northgate.NewTask(_world.Maya, file, _world.Maya, "Lab result L-2");
        var line = await Northgate.NewTask(_world.Maya, file, _world.Theo, "Warehouse line", dependsOn: lab);
        Assert.Equal("task.waits", (await _world.Theo.Act("startTask", new { task = line, version = 1 })).Code);
        Assert.Equal("task.waits", (await _world.Theo.Act("completeTask", new { task = line, version = 1, outcome = "Anyway" })).Code);
        Assert.True((await Told(_world.Theo, line)).GetProperty("blocked").GetBoolean());
        Assert.Equal(line, (await Told(_world.Maya, lab)).GetProperty("awaitedBy").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal(0, (await _world.Theo.Ask(Inbox, new { @case = file })).GetProperty("inbox").GetProperty("nodes").GetArrayLength());

        await _world.Maya.Do("completeTask", new { task = lab, version = 1, outcome = "ANPP confirmed" });

        var arrived = (await Told(_world.Maya, lab)).GetProperty("settledAt").GetString();
        var waiting = Assert.Single((await _world.Theo.Ask(Inbox, new { @case = file })).GetProperty("inbox").GetProperty("nodes").EnumerateArray().ToArray());
        Assert.Equal(("task.to-do", arrived, "Warehouse line"), (Text(waiting, "kind"), Text(waiting, "since"), waiting.GetProperty("record").GetProperty("title").GetString()));
        await _world.Theo.Do("startTask", new { task = line, version = 1 });
    }

    [Fact]
    public async Task A_task_whose_other_was_cancelled_goes_on_once_it_is_released()
    {
        var file = await _world.NewCase();
        var lab = await Northgate.NewTask(_world.Maya, file, _world.Maya);
        var line = await Northgate.NewTask(_world.Maya, file, _world.Theo, dependsOn: lab);
        await _world.Maya.Do("cancelTask", new { task = lab, version = 1, reason = "Sample spoilt" });
        Assert.Equal("task.waits", (await _world.Theo.Act("startTask", new { task = line, version = 1 })).Code);
        await _world.Maya.Do("releaseTask", new { task = line, version = 1, reason = "No result will come" });
        await _world.Theo.Do("startTask", new { task = line, version = 2 });
    }

    [Fact]
    public async Task Only_who_has_a_working_role_on_the_case_is_asked_and_nothing_is_said_of_why_not()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", reason = "Looks on" });
        var before = await host.FactsOf(file);
        var due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1));
        var id = await Northgate.NewTask(_world.Maya, file, _world.Theo);
        foreach (var officer in new[] { _world.Amara.Id, _world.Novak.Id, _world.Daniel.Id, _world.Stranger.Id, GlobalIds.Nothing("Officer") })
        {
            var asked = await _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = officer, due });
            Assert.Equal(("task.assignee-not-on-case", "assignee"), (asked.Code, asked.Field));
            Assert.Equal("task.assignee-not-on-case", (await _world.Maya.Act("reassignTask", new { task = id, version = 1, assignee = officer, reason = "Other" })).Code);
        }
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        Assert.Equal("task.assignee-not-on-case", (await _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = _world.Theo.Id, due })).Code);
        Assert.Equal("record.unknown", (await _world.Theo.Act("startTask", new { task = id, version = 1 })).Code);
        Assert.Equal(before, await host.FactsOf(file));
    }

    [Fact]
    public async Task An_officer_who_has_left_is_not_asked()
    {
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "New Officer" });
        var officer = host.As(subject, "CFP");
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "INVESTIGATOR", reason = "Joins" });
        await Northgate.NewTask(_world.Maya, file, officer);
        await _world.Registrar.Do("recordDeparture", new { officer = officer.Id, reason = "Retired" });
        Assert.Equal("task.assignee-not-on-case",
            (await _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = officer.Id, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)) })).Code);
    }

    [Fact]
    public async Task On_a_case_for_named_readers_only_they_are_asked()
    {
        var file = (await _world.Maya.Do("openCase", new
        {
            title = "Red", summary = "For two", tlp = "RED", readers = new[] { _world.Jules.Id },
            team = new[] { new { officer = _world.Jules.Id, role = "SUPERVISOR" }, new { officer = _world.Theo.Id, role = "INVESTIGATOR" } },
        })).Id;
        await Northgate.NewTask(_world.Maya, file, _world.Jules);
        Assert.Equal("task.assignee-not-on-case",
            (await _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = _world.Theo.Id, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)) })).Code);
    }

    [Fact]
    public async Task A_task_waits_for_a_hidden_one_like_for_none()
    {
        var file = await _world.NewCase();
        var input = new { @case = file, title = "Watch", assignee = _world.Theo.Id, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)), dependsOn = _world.SealedTask };
        var hidden = await _world.Maya.Act("createTask", input);
        var nowhere = await _world.Maya.Act("createTask", input with { dependsOn = GlobalIds.Nothing("Task") });
        Assert.Equal(("record.unknown", "dependsOn"), (hidden.Code, hidden.Field));
        Assert.Equal(nowhere.Text, hidden.Text);
        var elsewhere = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        Assert.Equal("task.depends-across-cases", (await _world.Maya.Act("createTask", input with { dependsOn = elsewhere })).Code);
    }

    [Fact]
    public async Task Only_who_was_asked_or_who_may_ask_does_it()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "INVESTIGATOR", reason = "Joins" });
        var id = await Northgate.NewTask(_world.Maya, file, _world.Theo);
        Assert.Equal("access.not-permitted", (await _world.Amara.Act("startTask", new { task = id, version = 1 })).Code);
        Assert.Equal("access.not-permitted", (await _world.Amara.Act("completeTask", new { task = id, version = 1, outcome = "Mine" })).Code);
        Assert.Equal("access.not-permitted", (await _world.Theo.Act("redateTask", new { task = id, version = 1, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(9)), reason = "Busy" })).Code);
        Assert.Equal("access.not-permitted", (await _world.Theo.Act("cancelTask", new { task = id, version = 1, reason = "Busy" })).Code);
        await _world.Maya.Do("completeTask", new { task = id, version = 1, outcome = "Theo told me" });
    }

    [Fact]
    public async Task A_case_is_not_closed_over_its_mandatory_tasks()
    {
        var file = await _world.NewCase();
        var one = await Northgate.NewTask(_world.Maya, file, _world.Theo, mandatory: true);
        var two = await Northgate.NewTask(_world.Maya, file, _world.Theo, mandatory: true);
        await Northgate.NewTask(_world.Maya, file, _world.Theo);
        await Refused(_world.Maya, "proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" }, "2 mandatory tasks ");
        await _world.Theo.Do("completeTask", new { task = one, version = 1, outcome = "Seen" });
        await _world.Maya.Do("cancelTask", new { task = two, version = 1, reason = "Not needed" });
        await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });

        await _world.Maya.Do("reopenTask", new { task = one, version = 2, reason = "Not seen well" });
        await Refused(_world.Jules, "approveClosure", new { @case = file, version = 2 }, "One mandatory task ");
        await _world.Theo.Do("completeTask", new { task = one, version = 3, outcome = "Seen well" });
        await _world.Jules.Do("approveClosure", new { @case = file, version = 2 });

        Assert.Equal("case.closed", (await _world.Maya.Act("reopenTask", new { task = one, version = 4, reason = "Again" })).Code);
        Assert.Equal("case.closed", (await _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = _world.Theo.Id, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)) })).Code);
    }

    [Fact]
    public async Task A_mandatory_task_and_a_closing_at_one_moment_are_one_after_the_other()
    {
        for (var round = 0; round < 20; round++)
        {
            var file = await _world.NewCase();
            await _world.Maya.Do("proposeClosure", new { @case = file, version = 1, outcome = "UNFOUNDED", reason = "Nothing there" });
            var both = await Task.WhenAll(
                _world.Jules.Act("approveClosure", new { @case = file, version = 2 }),
                _world.Maya.Act("createTask", new { @case = file, title = "Watch", assignee = _world.Theo.Id, due = Northgate.Due(DateTimeOffset.UtcNow.AddDays(1)), mandatory = true }));

            Assert.True(both is [{ Code: null }, { Code: "case.closed" }] or [{ Code: "case.duties-open" }, { Code: null }], $"{both[0].Text} {both[1].Text}");
        }
    }

    private static async Task Refused(Voice by, string mutation, object input, string message)
    {
        var outcome = await by.Act(mutation, input);
        Assert.Equal("case.duties-open", outcome.Code);
        Assert.StartsWith(message, outcome.Error!.Value.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Told(Voice voice, string id) => (await voice.Ask(Question, new { id })).GetProperty("task");

    private static IEnumerable<string?> What(JsonElement task) => task.GetProperty("history").EnumerateArray().Select(c => c.GetProperty("what").GetString());

    private static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();

    private static string? Name(JsonElement of, string field) => of.GetProperty(field).GetProperty("name").GetString();
}
