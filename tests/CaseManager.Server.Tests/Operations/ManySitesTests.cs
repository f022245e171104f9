using System.Diagnostics;
using CaseManager.Domain.Operations;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Operations;

/// <summary>An operation as large as one may be is decided as one.</summary>
public sealed class ManySitesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_go_over_fifty_sites_pins_every_one_and_a_move_of_H_reaches_them_all()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var force = await Force.On(node);
        var plan = await force.Planned(node, OperationLimits.Sites - 1);
        await plan.AllReady(node, force);
        Force.Done(await plan.Go(node, force, await plan.AllVote(node, force)));

        var board = await plan.Board(node, force);
        Assert.Equal(OperationLimits.Sites, board.Order!.Sites.Count);
        Assert.All(board.Order.Sites, site => Assert.Equal(Readiness.Ready, site.Readiness));

        Force.Done(await plan.Move(node, force));
        var moved = await plan.Board(node, force);
        Assert.Equal((OperationStatus.Hold, OperationLimits.Sites), (moved.Status, moved.Lines.Count(l => l.Readiness == Readiness.Awaited)));
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));

        // Compared warm, side by side, by the best of a few: what else the machine does falls on both.
        var (many, one) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            one = Min(one, await Timed(() => plan.NotReady(node, 1, $"Radio {round}")));
            await plan.AllReady(node, force);
            var pin = await plan.AllVote(node, force);
            many = Min(many, await Timed(() => plan.Go(node, force, pin)));
            Force.Done(await plan.Hold(node, force));
        }
        output.WriteLine($"figure go-sites sites={OperationLimits.Sites} go-ms={many.TotalMilliseconds:0.0} one-site-ms={one.TotalMilliseconds:0.0} ratio={many / one:0.00}");
    }

    private static async Task<TimeSpan> Timed(Func<Task<Kernel.Wire.Acted>> act)
    {
        var watch = Stopwatch.StartNew();
        Force.Done(await act());
        return watch.Elapsed;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
