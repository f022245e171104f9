using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Facts of two events in conflict, both sides of it: nobody reads them. Stored for ever: add, never edit.</summary>
public interface IConflictPairFact : IFact;

/// <param name="OneMove">As the event stood after so many moves; so does <paramref name="OtherMove"/>.</param>
public sealed record ConflictPaired(
    ConflictId One, DeconflictionEventId OneEvent, int OneMove, ConflictId Other, DeconflictionEventId OtherEvent, int OtherMove,
    Items<ConflictOverlap> Overlap) : IConflictPairFact;

/// <summary>One of them was moved or closed.</summary>
/// <param name="Overlap">Empty: in conflict no longer.</param>
public sealed record ConflictPairCompared(int OneMove, int OtherMove, Items<ConflictOverlap> Overlap) : IConflictPairFact;

/// <param name="Side">Whose act it is.</param>
public sealed record PairRevealAgreed(ConflictId Side, OfficerId By, AgencyId Agency, Items<OfficerId> Officers, string Text) : IConflictPairFact;

public sealed record PairRevealWithdrawn(ConflictId Side, OfficerId By) : IConflictPairFact;

public sealed record PairResolutionProposed(ConflictId Side, OfficerId By, ConflictResolution Resolution) : IConflictPairFact;

public sealed record PairResolutionSigned(ConflictId Side, OfficerId By) : IConflictPairFact;
