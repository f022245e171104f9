using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Server.Tests.Store;

/// <summary>One state of an entry.</summary>
internal sealed record State(Guid Entry, long Version);

/// <summary>Follows a timeline over connections that break off after a moment, each time on another node, until it hears the last word.</summary>
internal sealed class Restless(IReadOnlyList<Node> nodes, Caller caller, Guid onCase, string point, Random random)
{
    public List<State> Heard { get; } = [];

    public int Reconnects { get; private set; }

    public async Task<Restless> Follow(string lastWord)
    {
        while (!await Connected(nodes[Reconnects % nodes.Count], lastWord))
            Reconnects++;
        return this;
    }

    private async Task<bool> Connected(Node node, string lastWord)
    {
        using var breaks = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(5, 80)));
        try
        {
            await foreach (var told in node.Follow(caller, onCase, point, breaks.Token))
            {
                point = told.Point;
                if (told.What.Text == lastWord)
                    return true;
                Heard.Add(new State(told.What.Key, told.What.Version));
                // In the middle of what came together, too.
                if (random.Next(4) == 0)
                    return false;
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is gone.
        }
        return false;
    }
}

/// <summary>Following a timeline from a point, at the method that the wire calls.</summary>
internal static class Following
{
    public static IAsyncEnumerable<Told<EntryRow>> Follow(this Node node, Caller caller, Guid onCase, string point, CancellationToken cancel) =>
        CaseSubscriptions.TimelineChanged(new CaseId(onCase), new Since(point), caller, node.Services.GetRequiredService<Feed>(), cancel);

    /// <summary>The point of this moment.</summary>
    public static async Task<string> Now(this Node node, Caller caller)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await PointQuery.Point(scope.ServiceProvider.GetRequiredService<ChangeReader>(), CancellationToken.None);
    }

    /// <summary>The first that is told after the point.</summary>
    public static async Task<Told<EntryRow>> Next(this Node node, Caller caller, Guid onCase, string point)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var told in node.Follow(caller, onCase, point, patience.Token))
            return told;
        throw new InvalidOperationException("The feed ended.");
    }
}
