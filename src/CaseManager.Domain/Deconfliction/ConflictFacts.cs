using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>
/// Facts of a conflict as one side of it is told, under the label of that side's event. Stored for ever: add, never edit. Neither the
/// other side's event nor its people are among them, but what it said itself.
/// </summary>
public interface IConflictFact : IFact;

/// <param name="Event">One's own.</param>
/// <param name="Class">Of the other side's event; so are <paramref name="Urgency"/> and <paramref name="Contact"/>, whom to call.</param>
public sealed record ConflictFound(
    DeconflictionEventId Event, ConflictPairId Pair, DeconflictionClass Class, Items<ConflictOverlap> Overlap, DeconflictionUrgency Urgency, string Contact) : IConflictFact;

/// <summary>They meet in something else, or in nothing any more.</summary>
public sealed record ConflictOverlapChanged(Items<ConflictOverlap> Overlap) : IConflictFact;

/// <summary>One's own side would tell the other.</summary>
/// <param name="Officers">Who of one's own side reads what the other side tells.</param>
public sealed record RevealAgreedHere(OfficerId By, Items<OfficerId> Officers, string Text) : IConflictFact;

public sealed record RevealWithdrawnHere(OfficerId By) : IConflictFact;

/// <summary>The other side would tell this one. What it would, is not said here.</summary>
public sealed record RevealAgreedThere : IConflictFact;

public sealed record RevealWithdrawnThere : IConflictFact;

public sealed record ResolutionProposedHere(OfficerId By, ConflictResolution Resolution) : IConflictFact;

public sealed record ResolutionProposedThere(ConflictResolution Resolution) : IConflictFact;

/// <summary>What one side had proposed the other signed.</summary>
/// <param name="Here">Who of one's own side proposed or signed.</param>
/// <param name="There">Who of the other side did; named only where both had agreed to tell.</param>
public sealed record ConflictResolved(ConflictResolution Resolution, OfficerId Here, OfficerId? There) : IConflictFact;

/// <summary>What was proposed or signed holds no longer: one of the events was moved.</summary>
public sealed record ResolutionLapsed : IConflictFact;

/// <summary>Facts of what one side of a conflict tells the other, for the officers whom that one named. Stored for ever: add, never edit.</summary>
public interface IConflictRevealFact : IFact;

/// <param name="Conflict">As those see it who are told.</param>
/// <param name="By">Who tells; <paramref name="Agency"/> for whom.</param>
/// <param name="Officers">Whom one may turn to.</param>
public sealed record ConflictRevealed(ConflictId Conflict, OfficerId By, AgencyId Agency, Items<OfficerId> Officers, string Text) : IConflictRevealFact;
