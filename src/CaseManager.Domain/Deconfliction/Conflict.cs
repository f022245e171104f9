using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>A conflict as one side of it sees it.</summary>
public readonly record struct ConflictId(Guid Value) : IId<ConflictId>
{
    public static ConflictId Of(Guid value) => new(value);
}

/// <summary>What one side of a conflict has been told.</summary>
/// <param name="Here">What one's own side would tell; <paramref name="There"/> whether the other side would tell something.</param>
/// <param name="Resolved">How what was proposed was signed; absent as long as it is not.</param>
public sealed record Conflict(
    DeconflictionEventId Event, ConflictPairId Pair, Items<ConflictOverlap> Overlap, PairReveal? Here, bool There, SideProposal? Proposed, ConflictResolved? Resolved)
    : IState<Conflict, IConflictFact>
{
    public static Conflict Evolve(Conflict? state, IConflictFact fact) => fact switch
    {
        ConflictFound e => new Conflict(e.Event, e.Pair, e.Overlap, null, false, null, null),
        ConflictOverlapChanged e => state! with { Overlap = e.Overlap },
        RevealAgreedHere e => state! with { Here = new PairReveal(e.By, default, e.Officers, e.Text) },
        RevealWithdrawnHere => state! with { Here = null },
        RevealAgreedThere => state! with { There = true },
        RevealWithdrawnThere => state! with { There = false },
        ResolutionProposedHere e => state! with { Proposed = new SideProposal(true, e.By, e.Resolution), Resolved = null },
        ResolutionProposedThere e => state! with { Proposed = new SideProposal(false, null, e.Resolution), Resolved = null },
        ConflictResolved e => state! with { Resolved = e },
        ResolutionLapsed => state! with { Proposed = null, Resolved = null },
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>What was proposed, and by which side.</summary>
public sealed record SideProposal(bool Here, OfficerId? By, ConflictResolution Resolution);
