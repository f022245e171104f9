using CaseManager.Domain.Deconfliction;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Deconfliction;

/// <summary>One side of a conflict acted: the other is told, by the product and under no officer's name.</summary>
public sealed record TellBothSides(Guid Pair, Guid Side);

/// <summary>However often it comes, each side is told what it does not know.</summary>
public static class TellBothSidesHandler
{
    public static Task Handle(TellBothSides message, ConflictTelling telling, CancellationToken cancel) => telling.Tell(message.Pair, new(message.Side), cancel);
}

/// <summary>Brings to both sides of a conflict what was decided on it.</summary>
public sealed class ConflictTelling(Kernel.Searching.Unveiled conflicts, Ledger ledger)
{
    public async Task Tell(Guid pair, ConflictId side, CancellationToken cancel)
    {
        var across = (await conflicts.Rows(ConflictRow.View, "t.pair = $1 and t.id <> $2", [pair, side.Value], cancel)).Single().Id;
        ConflictId[] both = [side, across];
        await ledger.Act(new Intent(Kernel.Caller.System, null, [], pair.ToString()), new Undertaking(pair, null, [.. both.Select(s => s.Value), .. both.Select(ConflictStreams.RevealTo)], [], ground =>
        {
            var state = ground.State<ConflictPair, IConflictPairFact>(pair)!;
            var deed = Deed.Nothing;
            foreach (var told in both)
            {
                deed.And(told.Value, TellSide.Decide(state, told, ground.State<Conflict, IConflictFact>(told.Value)!), ground.LabelOf(told.Value)!);
                var reveal = TellSide.Reveal(state, told, ground.State<ConflictReveal, IConflictRevealFact>(ConflictStreams.RevealTo(told)));
                if (reveal.Facts.Count > 0)
                    deed.And(ConflictStreams.RevealTo(told), reveal, ConflictReveal.LabelOf(state, told));
            }
            return deed;
        }), cancel);
    }
}
