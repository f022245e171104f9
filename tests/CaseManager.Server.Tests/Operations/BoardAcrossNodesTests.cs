using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Operations;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Operations;

public sealed class BoardAcrossNodesTests
{
    [Fact]
    public async Task What_is_done_on_one_node_shows_on_the_boards_of_the_other_once_for_each_act()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var force = await Force.On(a);
        var plan = await force.Ready(a);
        var boards = new List<Board>();
        using var enough = new CancellationTokenSource();
        var watching = Watch(b, force, plan, boards, enough);

        // Listening begins at its own pace.
        await Until.True(async () =>
        {
            Force.Done(await plan.NotReady(a, 0, $"Radio {boards.Count}"));
            await plan.AllReady(a, force);
            return Count(boards) > 0;
        }, "Nothing was heard.", 20);
        // Five records change in one act: that is one board.
        Force.Done(await plan.Move(a, force));
        Force.Done(await plan.Abort(a, force));
        await watching.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(OperationStatus.Aborted, boards[^1].Status);
        Assert.All(boards.Zip(boards.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.InRange(boards.Count(board => board.HHour != boards[0].HHour), 1, 2);
        Assert.All(boards, board => Assert.Null(board.Lines.Single(l => l.Number == "S1").LocalEntry));
        Assert.All(boards, board => Assert.NotNull(board.Lines.Single(l => l.Number == "P1").LocalEntry));
    }

    private static int Count(List<Board> boards)
    {
        lock (boards)
            return boards.Count;
    }

    // As the partner sees it, up to the end of the operation.
    private static async Task Watch(Node node, Force force, Plan plan, List<Board> boards, CancellationTokenSource enough)
    {
        await Task.Yield();
        await foreach (var told in OperationSubscriptions.BoardChanged(
            plan.Id, default, force.Partner, node.Services.GetRequiredService<Feed>(), TimeProvider.System, enough.Token))
        {
            lock (boards)
                boards.Add(told.What);
            if (told.What.Status == OperationStatus.Aborted)
                return;
        }
    }
}
