using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Jules Bédard looks at who has how much to do, and moves some of it.</summary>
[Collection(ApiTests.Name)]
public sealed class WorkloadTests(ServerHost host)
{
    private const string Load =
        "query($where: TaskFilterInput) { workloads(where: $where) { officer { name agency { code } } open overdue } tasks(where: $where) { totalCount } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Theo_has_too_much_to_do_so_five_of_his_tasks_are_moved_with_reasons()
    {
        var file = await _world.NewCase();
        var ours = new { @case = new { eq = file } };
        var late = new List<string>();
        for (var i = 0; i < 4; i++)
            late.Add(await Northgate.NewTask(_world.Maya, file, _world.Theo, $"Late {i}", DateTimeOffset.UtcNow.AddDays(-i - 1)));
        for (var i = 0; i < 5; i++)
            await Northgate.NewTask(_world.Maya, file, _world.Theo, $"In time {i}");
        await Northgate.NewTask(_world.Maya, file, _world.Maya, "Maya's own");
        await Eventually.True(async () => (await Loads(ours))[0] == ("Theo Lang", "OPS", 9, 4), "not all fell overdue");
        Assert.Equal([("Theo Lang", "OPS", 9, 4), ("Maya Roy", "CFP", 1, 0)], await Loads(ours));

        var his = (await _world.Jules.Ask(
            "query($where: TaskFilterInput) { tasks(first: 5, where: $where, order: [{ overdue: DESC }, { due: ASC }]) { totalCount nodes { id version title overdue } } }",
            new { where = new { @case = new { eq = file }, assignee = new { eq = _world.Theo.Id }, status = new { @in = new[] { "OPEN", "STARTED" } } } })).GetProperty("tasks");
        Assert.Equal(9, his.GetProperty("totalCount").GetInt32());
        var moved = his.GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Equal(["Late 3", "Late 2", "Late 1", "Late 0"], moved.Take(4).Select(t => t.GetProperty("title").GetString()));
        foreach (var task in moved)
            await _world.Jules.Do("reassignTask", new
            {
                task = task.GetProperty("id").GetString(), version = task.GetProperty("version").GetInt64(), assignee = _world.Maya.Id, reason = $"Theo is in court: {task.GetProperty("title")}",
            });

        Assert.Equal([("Maya Roy", "CFP", 6, 4), ("Theo Lang", "OPS", 4, 0)], await Loads(ours));
        Assert.Equal(4, (await _world.Theo.Ask("query($case: ID) { inbox(case: $case) { totalCount } }", new { @case = file })).GetProperty("inbox").GetProperty("totalCount").GetInt32());
        var history = (await _world.Theo.Ask("query($id: ID!) { task(id: $id) { history { what reason by { name } fields { field was is } } } }", new { id = late[0] })).GetProperty("task").GetProperty("history");
        var reassigned = history.EnumerateArray().Last();
        Assert.Equal(("task.reassigned.v1", "Theo is in court: Late 0", "Jules Bédard"),
            (reassigned.GetProperty("what").GetString(), reassigned.GetProperty("reason").GetString(), reassigned.GetProperty("by").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Each_move_needs_its_reason_and_its_role()
    {
        var id = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        var outcome = await _world.Jules.Act("reassignTask", new { task = id, version = 1, assignee = _world.Maya.Id, reason = " " });
        Assert.Equal(("input.missing", "reason"), (outcome.Code, outcome.Field));
        Assert.Equal("access.not-permitted", (await _world.Theo.Act("reassignTask", new { task = id, version = 1, assignee = _world.Maya.Id, reason = "Too much" })).Code);
        Assert.Equal(1, await host.FactsOf(id));
    }

    [Fact]
    public async Task Overdue_tasks_are_counted_by_agency_and_each_figure_opens_its_list()
    {
        var file = await _world.NewCase();
        await Northgate.NewTask(_world.Maya, file, _world.Theo, due: DateTimeOffset.UtcNow.AddDays(-1));
        await Northgate.NewTask(_world.Maya, file, _world.Maya, due: DateTimeOffset.UtcNow.AddDays(-1));
        await Northgate.NewTask(_world.Maya, file, _world.Maya);
        const string Figures =
            "query($where: TaskFilterInput, $late: TaskFilterInput) { all: taskFigures(by: STATUS, where: $where) { key count } late: taskFigures(by: ASSIGNEE_AGENCY, where: $late) { key count } tasks(where: $late) { totalCount } }";
        var variables = new { where = new { @case = new { eq = file } }, late = new { @case = new { eq = file }, overdue = new { eq = true } } };
        await Eventually.True(async () => (await _world.Jules.Ask(Figures, variables)).GetProperty("tasks").GetProperty("totalCount").GetInt32() == 2, "not all fell overdue");

        var told = await _world.Jules.Ask(Figures, variables);
        Assert.Equal([("OPEN", 3)], Pairs(told.GetProperty("all")));
        Assert.Equal([("CFP", 1), ("OPS", 1)], Pairs(told.GetProperty("late")));
        Assert.Equal([], Pairs((await _world.Novak.Ask(Figures, variables)).GetProperty("all")));
    }

    [Fact]
    public async Task What_is_due_before_a_time_is_found_mandatory_or_not()
    {
        var file = await _world.NewCase();
        var soon = await Northgate.NewTask(_world.Maya, file, _world.Theo, due: DateTimeOffset.UtcNow.AddDays(1), mandatory: true);
        await Northgate.NewTask(_world.Maya, file, _world.Theo, due: DateTimeOffset.UtcNow.AddDays(1));
        await Northgate.NewTask(_world.Maya, file, _world.Theo, due: DateTimeOffset.UtcNow.AddDays(9), mandatory: true);

        var found = (await _world.Jules.Ask(
            "query($id: ID!, $where: TaskFilterInput) { case(id: $id) { tasks(where: $where) { totalCount nodes { id } } } }",
            new { id = file, where = new { due = new { lt = DateTimeOffset.UtcNow.AddDays(2) }, mandatory = new { eq = true } } })).GetProperty("case").GetProperty("tasks");

        Assert.Equal(soon, Assert.Single(found.GetProperty("nodes").EnumerateArray().ToArray()).GetProperty("id").GetString());
        Assert.Equal(1, found.GetProperty("totalCount").GetInt32());
    }

    private async Task<(string, string, int, int)[]> Loads(object where) =>
    [
        .. (await _world.Jules.Ask(Load, new { where })).GetProperty("workloads").EnumerateArray().Select(w => (
            w.GetProperty("officer").GetProperty("name").GetString()!, w.GetProperty("officer").GetProperty("agency").GetProperty("code").GetString()!,
            w.GetProperty("open").GetInt32(), w.GetProperty("overdue").GetInt32())),
    ];

    private static IEnumerable<(string?, int)> Pairs(JsonElement figures) =>
        figures.EnumerateArray().Select(f => (f.GetProperty("key").GetString(), f.GetProperty("count").GetInt32()));
}
