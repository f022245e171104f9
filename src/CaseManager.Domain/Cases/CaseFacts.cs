using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Facts of one case's stream. Stored for ever: add, never edit.</summary>
public interface ICaseFact : IFact;

/// <param name="LeadAgency">The agency that opened it: its originator.</param>
/// <param name="Lead">The officer who answers for it.</param>
/// <param name="TaskForce">The task force it is worked under, if any.</param>
/// <param name="Readers">Who may read it by name; for TLP:RED only.</param>
public sealed record CaseOpened(
    CaseId Case, CaseNumber Number, string Title, string Summary, Priority Priority, AgencyId LeadAgency, OfficerId Lead,
    TaskForceId? TaskForce, Audience Audience, Tlp Tlp, Items<OfficerId> Readers) : ICaseFact
{
    /// <summary>They hold for all that stands under the case; absent: none.</summary>
    public Caveats? Caveats { get; init; }
}

public sealed record CaseTitleAmended(string Was, string Is, string Reason) : ICaseFact;

public sealed record CaseSummaryAmended(string Was, string Is, string Reason) : ICaseFact;

public sealed record CasePriorityChanged(Priority Was, Priority Is, string Reason) : ICaseFact;

public sealed record CaseLeadChanged(OfficerId Was, OfficerId Is, string Reason) : ICaseFact;

public sealed record CaseMovedToStage(Stage From, Stage To, string Reason) : ICaseFact;

public sealed record ClosureProposed(OfficerId By, ClosureOutcome Outcome, string Reason, DateTimeOffset At) : ICaseFact;

/// <summary>A second person agreed: the case is closed.</summary>
public sealed record ClosureApproved(OfficerId By, string? Remark) : ICaseFact;

public sealed record ClosureRefused(OfficerId By, string Reason) : ICaseFact;

public sealed record ClosureWithdrawn(OfficerId By, string Reason) : ICaseFact;

/// <summary>Nobody decided within the time for review.</summary>
public sealed record ClosureReviewFellOverdue(DateTimeOffset At) : ICaseFact;

public sealed record CaseReopened(OfficerId By, string Reason) : ICaseFact;

/// <param name="Lowered">Somebody may be let in by it, or may do more.</param>
public sealed record CaseMarkingChanged(Marked Was, Marked Is, bool Lowered, string Reason) : ICaseFact;
