using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one officer's stream. Stored for ever: add, never edit.</summary>
public interface IOfficerFact : IFact;

/// <param name="Subject">The person's identifier at the agency's issuer.</param>
/// <param name="Language">BCP 47 tag such as <c>fr-CA</c>.</param>
public sealed record OfficerRegistered(OfficerId Officer, AgencyId Agency, string Subject, string Name, string? Language) : IOfficerFact;

public sealed record OfficerNameCorrected(string Was, string Is, string Reason) : IOfficerFact;

/// <param name="Is">BCP 47 tag such as <c>fr-CA</c>.</param>
public sealed record OfficerLanguageChosen(string? Was, string Is) : IOfficerFact;

/// <summary>The officer left the agency's service: every right ends there.</summary>
public sealed record OfficerDeparted(DateTimeOffset On, string Reason) : IOfficerFact;
