using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>What one side was told by the other.</summary>
public sealed record ConflictReveal(ConflictId Conflict, string Text) : IState<ConflictReveal, IConflictRevealFact>
{
    public static ConflictReveal Evolve(ConflictReveal? state, IConflictRevealFact fact) => fact switch
    {
        ConflictRevealed e => new ConflictReveal(e.Conflict, e.Text),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>For the officers whom the side that is told named, and nobody else there.</summary>
    public static Label LabelOf(ConflictPair pair, ConflictId side) =>
        new(pair.Across(side).Reveal!.Agency, Tlp.Red, null, null, pair.Side(side).Reveal!.Officers);
}
