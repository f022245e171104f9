using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Due times are kept once, by whichever node is there, and only those that still hold.</summary>
public sealed class TaskDueTests
{
    private const int Many = 30;

    [Fact]
    public async Task Of_many_tasks_due_while_no_node_was_there_each_falls_overdue_once_but_for_those_done_or_redated()
    {
        var database = await TestPostgres.NewDatabase();
        var late = new List<Guid>();
        await using (var node = await Node.On(database, running: true))
        {
            var lead = await node.Arrives(Node.Registrar("lead"));
            var onCase = await node.OpenedCase(lead);
            var soon = DateTimeOffset.UtcNow.AddSeconds(6);
            for (var i = 0; i < 8; i++)
            {
                late.Add(Acts.Done(await node.Ask(lead, onCase, $"late {i}", soon)));
                var redated = Acts.Done(await node.Ask(lead, onCase, $"redated {i}", soon));
                Acts.Done(await node.Redate(lead, redated, 1, DateTimeOffset.UtcNow.AddDays(1)));
                Acts.Done(await node.Complete(lead, Acts.Done(await node.Ask(lead, onCase, $"done {i}", soon)), 1));
            }
        }

        await using var one = await Node.On(database, running: true, schema: false);
        await using var two = await Node.On(database, running: true, schema: false);
        await Until.True(async () => await Waiting(database) == 0, "A message is left.", 60);
        Assert.Equal(late.Order(), await FellOverdue(database));
        Assert.Equal(8, await Query.Count(database, "rm.task where overdue"));
    }

    [Fact]
    public async Task Two_nodes_that_are_there_all_the_time_let_each_fall_overdue_once()
    {
        var database = await TestPostgres.NewDatabase();
        await using var one = await Node.On(database, running: true);
        await using var two = await Node.On(database, running: true, schema: false);
        var lead = await one.Arrives(Node.Registrar("lead"));
        var onCase = await one.OpenedCase(lead);
        var soon = DateTimeOffset.UtcNow.AddSeconds(4);
        var late = new List<Guid>();
        for (var i = 0; i < Many; i++)
            late.Add(Acts.Done(await (i % 2 == 0 ? one : two).Ask(lead, onCase, $"late {i}", soon)));

        await Until.True(async () => await Waiting(database) == 0, "A message is left.", 60);
        Assert.Equal(late.Order(), await FellOverdue(database));
    }

    [Fact]
    public async Task A_server_killed_while_tasks_fall_overdue_lets_each_fall_once_though_two_nodes_take_over()
    {
        await using var stage = await Faults.Stage.Set();
        var officer = (await stage.Must("registerOfficer", "officer", new { subject = "guest", name = "Guest" })).Id;
        await stage.Must("grantCaseAccess", "grant", new { @case = stage.Case, officer, role = "INVESTIGATOR", reason = "Helps" });
        var due = new { zone = "America/Toronto", at = DateTimeOffset.UtcNow.AddSeconds(8) };
        var late = new List<Guid>();
        for (var i = 0; i < Many; i++)
            late.Add(Api.GlobalIds.Key((await stage.Must("createTask", "task", new { @case = stage.Case, title = $"late {i}", assignee = officer, due })).Id!));
        await Until.True(async () => (await FellOverdue(stage.Database)).Count > 0, "None fell overdue.", 60);
        await stage.Server.Kill();

        await using var one = await Node.On(stage.Database, running: true, schema: false);
        await using var two = await Node.On(stage.Database, running: true, schema: false);
        await Until.True(async () => await Waiting(stage.Database) == 0, "A message is left.", 60);
        Assert.Equal(late.Order(), await FellOverdue(stage.Database));
    }

    private static async Task<IReadOnlyList<Guid>> FellOverdue(string database) =>
        [.. (await Query.Texts(database, "select stream_id::text from es.mt_events where type = 'task.fell-overdue.v1'")).Select(Guid.Parse).Order()];

    // Messages of tomorrow wait on.
    private static Task<long> Waiting(string database) =>
        Query.Count(database, "wolverine.wolverine_incoming_envelopes where status <> 'Handled' and execution_time < now() + interval '1 hour'");
}
