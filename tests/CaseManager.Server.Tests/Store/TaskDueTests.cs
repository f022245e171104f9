using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Due times are kept once, by whichever node is there, and only those that still hold.</summary>
public sealed class TaskDueTests
{
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
        Assert.Equal(late.Order(), (await Query.Texts(database, "select stream_id::text from es.mt_events where type = 'task.fell-overdue.v1'")).Select(Guid.Parse).Order());
        Assert.Equal(8, await Query.Count(database, "rm.task where overdue"));
    }

    // Messages of tomorrow wait on.
    private static Task<long> Waiting(string database) =>
        Query.Count(database, "wolverine.wolverine_incoming_envelopes where status <> 'Handled' and execution_time < now() + interval '1 hour'");
}
