using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Proposes how a conflict is settled. A later proposal, by either side, takes the place of one that was not signed.</summary>
public sealed record ProposeResolution(ConflictResolution Resolution)
{
    public static readonly Refusal AlreadyResolved = new("conflict.already-resolved", "The conflict was settled, and both sides signed.");

    public static Decision<IConflictPairFact> Decide(Acting by, ProposeResolution command, ConflictId side, ConflictPair pair)
    {
        if (Choice.Check(command.Resolution, "resolution") is { } unlisted)
            return unlisted;
        if (pair.Proposal is { } proposal && proposal.Side == side && proposal.Resolution == command.Resolution)
            return Decision<IConflictPairFact>.Nothing;
        if (pair.Proposal?.SignedBy is not null)
            return AlreadyResolved;
        if (pair.Overlap.Count == 0)
            return ConflictPair.Over;

        return Decision<IConflictPairFact>.Accept(new PairResolutionProposed(side, by.Officer, command.Resolution));
    }
}

/// <summary>Signs what the other side proposed.</summary>
/// <param name="Resolution">What is signed: it may have been another when it was looked at.</param>
public sealed record SignResolution(ConflictResolution Resolution)
{
    public static readonly Refusal NothingProposed = new("conflict.nothing-proposed", "The other side proposes no such thing now.");
    public static readonly Refusal OwnProposal = new("conflict.own-proposal", "What your side proposed is for the other side to sign.");

    public static Decision<IConflictPairFact> Decide(Acting by, SignResolution command, ConflictId side, ConflictPair pair)
    {
        if (Choice.Check(command.Resolution, "resolution") is { } unlisted)
            return unlisted;
        if (pair.Proposal is not { } proposal || proposal.Resolution != command.Resolution)
            return NothingProposed;
        if (proposal.Side == side)
            return OwnProposal;
        if (proposal.SignedBy is not null)
            return Decision<IConflictPairFact>.Nothing;
        if (pair.Overlap.Count == 0)
            return ConflictPair.Over;

        return Decision<IConflictPairFact>.Accept(new PairResolutionSigned(side, by.Officer));
    }
}
