using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>Facts of one interest's stream. Stored for ever: add, never edit. Whether anything matches is never among them.</summary>
public interface IInterestFact : IFact;

/// <param name="Words">Parts between commas; a case matches in which each part is found.</param>
/// <param name="Purpose">Why it is asked: shown to those whose case matches.</param>
/// <param name="Until">First moment it no longer holds.</param>
public sealed record InterestDeclared(OfficerId Officer, AgencyId Agency, string Words, string Purpose, DateTimeOffset Until) : IInterestFact;

public sealed record InterestWithdrawn(string? Reason) : IInterestFact;

/// <summary>Facts about one interest and one case that matches it, for those who lead the case. Stored for ever: add, never edit.</summary>
public interface IInterestMatchFact : IFact;

/// <param name="Asker">Who declared the interest, and does not know of this.</param>
/// <param name="TaskForce">Whose members the case is for as well.</param>
/// <param name="Entries">Entries of the case in which words were found; <paramref name="Exhibits"/> likewise. None of both: in the case itself.</param>
public sealed record InterestMatched(
    InterestId Interest, OfficerId Asker, AgencyId AskerAgency, string Words, string Purpose, DateTimeOffset Until, CaseId Case,
    TaskForceId? TaskForce, Items<EntryId> Entries, Items<ExhibitId> Exhibits) : IInterestMatchFact;

/// <summary>Nothing is said to the asker.</summary>
public sealed record InterestDismissed(string Reason) : IInterestMatchFact;

/// <summary>The asker is told that there is something, and by whom.</summary>
public sealed record InterestContacted(string Message) : IInterestMatchFact;

/// <summary>Facts of what an asker is told. Stored for ever: add, never edit.</summary>
public interface IInterestContactFact : IFact;

/// <summary>Somebody who knows something turned to the asker. Of what they know nothing is said here but what they said.</summary>
public sealed record AskerContacted(InterestId Interest, OfficerId By, AgencyId Agency, string Message) : IInterestContactFact;
