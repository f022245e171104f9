using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Lists as they change. Acts on records that the caller cannot see at that moment are not told, nor that there were any.</summary>
public sealed class ListFeed(
    Herald herald, Standings standings, IServiceScopeFactory scopes, FactCatalog catalog, WireModel wire, Points points, TimeProvider clock)
{
    // Most of what happens is in nobody's list, and pokes do not say in whose.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<(string Type, IView View)> _lists =
        [.. from node in wire.Nodes join projected in catalog.Projections on node.Row equals projected.View.Row select (node.Name, projected.View)];

    /// <summary>After changes of the caller's own rights all of them: any record may have come or gone.</summary>
    /// <exception cref="BadCursorException">A point that was not given to this caller with an answer.</exception>
    public async IAsyncEnumerable<ListsChange> Changes(
        Caller caller, IReadOnlyList<string> types, Since since, [EnumeratorCancellation] CancellationToken cancel)
    {
        var asked = _lists.Where(list => types.Contains(list.Type)).ToArray();
        var before = since.Point is { } given ? points.Open(caller.Officer, given).Under ?? throw new BadCursorException() : null;
        var all = new ListsChange([.. asked.Select(list => list.Type)]);
        var rights = RightsWatch.Changed(caller.Officer);
        using var listening = herald.Listen(_ => asked.Length > 0);
        var standing = await standings.Refresh(caller, cancel);
        yield return before is null ? new ListsChange([]) : await Missed(before);
        await foreach (var pokes in listening.Together(cancel))
        {
            await Task.Delay(Pace, clock, cancel);
            var records = pokes.Concat(listening.Waiting()).ToHashSet();
            var now = records.Remove(rights) ? await standings.Latest(caller, cancel) : standing;
            var same = standing.RightsHoldAt(now.Epoch, clock.GetUtcNow());
            standing = now;
            var told = same ? await Seen(caller, asked, records, cancel) : all;
            if (told.Types.Count > 0)
                yield return told;
        }

        async Task<ListsChange> Missed(PointRights before) =>
            before.HoldFor(standing.Epoch, clock.GetUtcNow()) && herald.Since(before.At) is { } missed ? await Seen(caller, asked, missed, cancel) : all;
    }

    private Task<ListsChange> Seen(Caller caller, IReadOnlyList<(string Type, IView View)> asked, IEnumerable<Poke> records, CancellationToken cancel)
    {
        Guid[] streams = [.. records.Where(poke => poke.Version > 0).Select(poke => poke.Stream).Distinct()];
        return streams.Length == 0 ? Task.FromResult(new ListsChange([])) : scopes.Ask(caller, async services =>
            new ListsChange(await services.GetRequiredService<ChangeReader>().Among(asked, streams, cancel)));
    }
}
