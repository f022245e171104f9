using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Two events in conflict.</summary>
public readonly record struct ConflictPairId(Guid Value) : IId<ConflictPairId>
{
    public static ConflictPairId Of(Guid value) => new(value);
}

/// <summary>How a conflict is settled.</summary>
public enum ConflictResolution
{
    Proceed,
    Joint,
    Delay,
    Cancel,
}

/// <summary>Both sides of a conflict: what they do about it is decided here, so that two who act at one moment act on one truth.</summary>
/// <param name="Overlap">Empty: in conflict no longer.</param>
public sealed record ConflictPair(PairSide One, PairSide Other, Items<ConflictOverlap> Overlap, PairProposal? Proposal) : IState<ConflictPair, IConflictPairFact>
{
    public static readonly Refusal Over = new("conflict.over", "The two events are in conflict no longer.");

    public bool Told => One.Reveal is not null && Other.Reveal is not null;

    public static ConflictPair Evolve(ConflictPair? state, IConflictPairFact fact) => fact switch
    {
        ConflictPaired e => new ConflictPair(new PairSide(e.One, e.OneEvent, e.OneMove, null), new PairSide(e.Other, e.OtherEvent, e.OtherMove, null), e.Overlap, null),
        ConflictPairCompared e => state! with
        {
            One = state.One with { Move = e.OneMove }, Other = state.Other with { Move = e.OtherMove }, Overlap = e.Overlap, Proposal = null,
        },
        PairRevealAgreed e => state!.With(e.Side, side => side with { Reveal = new PairReveal(e.By, e.Agency, e.Officers, e.Text) }),
        PairRevealWithdrawn e => state!.With(e.Side, side => side with { Reveal = null }),
        PairResolutionProposed e => state! with { Proposal = new PairProposal(e.Side, e.By, e.Resolution, null) },
        PairResolutionSigned e => state! with { Proposal = state.Proposal! with { SignedBy = e.By } },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public PairSide Side(ConflictId side) => One.Conflict == side ? One : Other;

    public PairSide Across(ConflictId side) => One.Conflict == side ? Other : One;

    /// <summary>Under no officer's name: none reads it.</summary>
    public static Label Label { get; } = new(Acting.SystemAgency, Tlp.Red, null, null, [Acting.SystemOfficer]);

    private ConflictPair With(ConflictId side, Func<PairSide, PairSide> change) =>
        One.Conflict == side ? this with { One = change(One) } : this with { Other = change(Other) };
}

/// <summary>One side of it.</summary>
public sealed record PairSide(ConflictId Conflict, DeconflictionEventId Event, int Move, PairReveal? Reveal);

/// <summary>What a side would tell the other, and who of its own reads what the other tells.</summary>
public sealed record PairReveal(OfficerId By, AgencyId Agency, Items<OfficerId> Officers, string Text);

/// <summary>What one side proposed.</summary>
/// <param name="SignedBy">Of the other side; it holds from then on.</param>
public sealed record PairProposal(ConflictId Side, OfficerId By, ConflictResolution Resolution, OfficerId? SignedBy);
