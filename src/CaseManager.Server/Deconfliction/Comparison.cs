using CaseManager.Domain.Deconfliction;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Searching;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Deconfliction;

/// <summary>Compares an event with all that anybody registered, and has both sides told. For the product itself: no answer to anybody waits for it.</summary>
public sealed class Comparison(Unveiled events, Ledger ledger, Probing probing)
{
    private static readonly string[] Counted = ["deconfliction-event.registered.v1", "deconfliction-event.moved.v1"];

    /// <summary>However often it is done, and whichever of two events at one moment it is done for: the streams tell a repeat.</summary>
    public async Task Run(Guid subject, CancellationToken cancel)
    {
        var row = (await events.Rows(DeconflictionEventRow.View, "t.id = $1", [subject], cancel)).Single();
        var known = (await events.Rows(ConflictRow.View, "t.event = $1", [subject], cancel)).Select(c => c.Pair.Value).ToArray();
        var paired = (await events.Rows(ConflictRow.View, "t.pair = any($1) and t.event <> $2", [known, subject], cancel)).Select(c => c.Event.Value);
        var conflicts = 0;
        foreach (var other in (await Near(row, cancel)).Concat(paired).Distinct())
            conflicts += await Pair(ConflictStreams.Of(subject, other), cancel) ? 1 : 0;
        await Record(subject, row.Moves, conflicts, cancel);
        await probing.LookAtActs(row.Officer, row.Agency, Counted, cancel);
    }

    // More than is in conflict, and never less: what shares a cell and a day, or a target.
    private async Task<IEnumerable<Guid>> Near(DeconflictionEventRow row, CancellationToken cancel) => row.ClosedAt is not null
        ? []
        : (await events.Rows(
            DeconflictionEventRow.View, "(t.cells && $1 or t.tokens && $2) and t.closed_at is null and t.id <> $3 and t.ends_at >= $4",
            [row.Cells.ToArray(), row.Tokens.ToArray(), row.Key, row.StartsAt - (2 * Overlaps.TargetBuffer)], cancel)).Select(r => r.Key);

    private async Task<bool> Pair(ConflictStreams streams, CancellationToken cancel)
    {
        var (pair, one, other) = (streams.Pair, streams.Side(streams.One), streams.Side(streams.Other));
        var command = new PairEvents(new(streams.One), one, new(streams.Other), other);
        var inConflict = false;
        // Without a key: the stream itself tells a repeat. Both events are held: who moves one meanwhile is compared after it.
        await ledger.Act(new Intent(Kernel.Caller.System, null, [], pair.ToString()), new Undertaking(pair, null, [one.Value, other.Value], [streams.One, streams.Other], ground =>
        {
            var (first, second) = (ground.State<DeconflictionEvent, IDeconflictionEventFact>(streams.One)!, ground.State<DeconflictionEvent, IDeconflictionEventFact>(streams.Other)!);
            var before = ground.State<ConflictPair, IConflictPairFact>(pair);
            var decided = PairEvents.Decide(command, first, second, before);
            var after = decided.Facts.Aggregate(before, ConflictPair.Evolve);
            inConflict = after is { Overlap.Count: > 0 };
            if (after is null)
                return Deed.Nothing;
            return Deed.Of(pair, decided, ConflictPair.Label)
                .And(one.Value, TellSide.Found(new(pair), after, one, Told(ground, one), second), ground.LabelOf(streams.One)!)
                .And(other.Value, TellSide.Found(new(pair), after, other, Told(ground, other), first), ground.LabelOf(streams.Other)!);
        }), cancel);
        return inConflict;
    }

    private Task<Acted> Record(Guid subject, int move, int conflicts, CancellationToken cancel) =>
        ledger.Act(new Intent(Kernel.Caller.System, null, [], subject.ToString()), new Undertaking(subject, null, [], [], ground =>
            Deed.Of(
                subject, RecordComparison.Decide(new RecordComparison(move, conflicts), ground.State<DeconflictionEvent, IDeconflictionEventFact>(subject)!),
                ground.LabelOf(subject)!)), cancel);

    private static Conflict? Told(Grounds ground, ConflictId side) => ground.State<Conflict, IConflictFact>(side.Value);
}
