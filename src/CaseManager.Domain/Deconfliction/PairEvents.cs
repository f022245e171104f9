using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Puts on record that two events are in conflict, or are no longer: once for each way in which they stand.</summary>
public sealed record PairEvents(DeconflictionEventId OneEvent, ConflictId One, DeconflictionEventId OtherEvent, ConflictId Other)
{
    public static Decision<IConflictPairFact> Decide(PairEvents command, DeconflictionEvent one, DeconflictionEvent other, ConflictPair? pair)
    {
        var overlap = Overlaps.Between(one, other);
        if (pair is null)
            return overlap.Count == 0
                ? Decision<IConflictPairFact>.Nothing
                : Decision<IConflictPairFact>.Accept(new ConflictPaired(command.One, command.OneEvent, one.Moves, command.Other, command.OtherEvent, other.Moves, overlap));

        var moved = pair.One.Move != one.Moves || pair.Other.Move != other.Moves;
        return !moved && pair.Overlap.Equals(overlap)
            ? Decision<IConflictPairFact>.Nothing
            : Decision<IConflictPairFact>.Accept(new ConflictPairCompared(one.Moves, other.Moves, overlap));
    }
}
