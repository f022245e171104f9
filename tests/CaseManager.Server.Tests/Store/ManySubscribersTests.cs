using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Operations;
using CaseManager.Server.Tests.Operations;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Many who follow the same on one node, while it is done on the other.</summary>
public sealed class ManySubscribersTests
{
    private const int Subscribers = 200;
    private const string LastWord = "That is all.";

    [Fact]
    public async Task Each_of_two_hundred_hears_each_entry_of_the_other_node_once()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var lead = await a.Arrives(Node.Registrar("lead"));
        var onCase = await a.OpenedCase(lead);
        var team = new List<Caller> { lead };
        for (var n = 0; n < 9; n++)
        {
            team.Add(await a.Arrives(Node.Officer($"officer-{n}")));
            Acts.Done(await a.Grant(lead, onCase, team[^1]));
        }
        var listening = new List<Task<List<string>>>();
        for (var n = 0; n < Subscribers; n++)
            listening.Add(Hear(b, team[n % team.Count], onCase, await b.Now(team[n % team.Count])));

        string[] said = [.. Enumerable.Range(0, 10).Select(n => $"Entry {n}"), LastWord];
        foreach (var text in said)
            Acts.Done(await a.Record(lead, onCase, text));

        foreach (var heard in await Task.WhenAll(listening).WaitAsync(TimeSpan.FromSeconds(60)))
            Assert.Equal(said, heard);
    }

    [Fact]
    public async Task Each_of_two_hundred_sees_the_board_that_the_other_node_left_and_none_twice()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var force = await Force.On(a);
        var plan = await force.Ready(a);
        var start = await b.Now(force.Partner);
        var watching = Enumerable.Range(0, Subscribers).Select(_ => Watch(b, force.Partner, plan, start)).ToArray();

        for (var n = 0; n < 5; n++)
        {
            Force.Done(await plan.NotReady(a, 0));
            await plan.AllReady(a, force);
        }
        Force.Done(await plan.Abort(a, force));

        foreach (var boards in await Task.WhenAll(watching).WaitAsync(TimeSpan.FromSeconds(60)))
            Assert.All(boards.Zip(boards.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    private static async Task<List<string>> Hear(Node node, Caller caller, Guid onCase, string since)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var heard = new List<string>();
        await foreach (var told in node.Follow(caller, onCase, since, patience.Token))
        {
            heard.Add(told.What.Text);
            if (told.What.Text == LastWord)
                break;
        }
        return heard;
    }

    private static async Task<List<Board>> Watch(Node node, Caller caller, Plan plan, string since)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var boards = new List<Board>();
        await foreach (var told in OperationSubscriptions.BoardChanged(
            plan.Id, new Since(since), caller, node.Services.GetRequiredService<Feed>(), TimeProvider.System, patience.Token))
        {
            boards.Add(told.What);
            if (told.What.Status == Domain.Operations.OperationStatus.Aborted)
                break;
        }
        return boards;
    }
}
