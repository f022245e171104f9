using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>
/// What one side of a conflict is told once it is decided: the difference between what stands for both and what that side knows. Told again
/// it is nothing, so that whoever acted tells their own side at once, and the product tells the other.
/// </summary>
public static class TellSide
{
    /// <summary>The first that a side hears.</summary>
    public static Decision<IConflictFact> Found(ConflictPairId id, ConflictPair pair, ConflictId side, Conflict? told, DeconflictionEvent across) =>
        told is not null
            ? Decide(pair, side, told)
            : Decision<IConflictFact>.Accept(new ConflictFound(pair.Side(side).Event, id, across.Class, pair.Overlap, across.Urgency, across.Contact));

    public static Decision<IConflictFact> Decide(ConflictPair pair, ConflictId side, Conflict told) =>
        Decision<IConflictFact>.Accept([.. Overlap(pair, told), .. Reveals(pair.Side(side).Reveal, pair.Across(side).Reveal, told), .. Resolution(pair, side, told)]);

    /// <summary>What the other side tells, once both have agreed: to those whom this side named, and as it stood then.</summary>
    public static Decision<IConflictRevealFact> Reveal(ConflictPair pair, ConflictId side, ConflictReveal? told) =>
        told is null && pair.Told && pair.Across(side).Reveal is { } said
            ? Decision<IConflictRevealFact>.Accept(new ConflictRevealed(side, said.By, said.Agency, said.Officers, said.Text))
            : Decision<IConflictRevealFact>.Nothing;

    private static IEnumerable<IConflictFact> Overlap(ConflictPair pair, Conflict told)
    {
        if (!pair.Overlap.Equals(told.Overlap))
            yield return new ConflictOverlapChanged(pair.Overlap);
    }

    private static IEnumerable<IConflictFact> Reveals(PairReveal? here, PairReveal? there, Conflict told)
    {
        if (here is not null && (told.Here is not { } said || said.Text != here.Text || !said.Officers.Equals(here.Officers)))
            yield return new RevealAgreedHere(here.By, here.Officers, here.Text);
        if (here is null && told.Here is { } before)
            yield return new RevealWithdrawnHere(before.By);
        if (there is not null && !told.There)
            yield return new RevealAgreedThere();
        if (there is null && told.There)
            yield return new RevealWithdrawnThere();
    }

    // Names that both agree to tell afterwards are no other settlement.
    private static bool Same(ConflictResolved told, ConflictResolved? signed) => signed is not null && told with { There = null } == signed with { There = null };

    private static ConflictResolved? Signed(PairProposal proposal, bool here, bool byName)
    {
        if (proposal.SignedBy is not { } signer)
            return null;
        var (ours, theirs) = here ? (proposal.By, signer) : (signer, proposal.By);
        return new ConflictResolved(proposal.Resolution, ours, byName ? theirs : null);
    }

    private static IEnumerable<IConflictFact> Resolution(ConflictPair pair, ConflictId side, Conflict told)
    {
        if (pair.Proposal is not { } proposal)
        {
            if (told.Proposed is not null)
                yield return new ResolutionLapsed();
            yield break;
        }
        var here = proposal.Side == side;
        var signed = Signed(proposal, here, pair.Told);
        // A settlement of before, which lapsed and was not told so yet, is none of the same proposal made anew.
        var known = told.Proposed == new SideProposal(here, here ? proposal.By : null, proposal.Resolution) && (told.Resolved is null || Same(told.Resolved, signed));
        if (!known)
            yield return here ? new ResolutionProposedHere(proposal.By, proposal.Resolution) : new ResolutionProposedThere(proposal.Resolution);
        if (signed is not null && !(known && told.Resolved is not null))
            yield return signed;
    }
}
