using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one emergency access. Stored for ever: add, never edit.</summary>
public interface IEmergencyFact : IFact;

/// <summary>An officer opened a case for reading, against all that restricts it.</summary>
/// <param name="TaskForce">In which the officer's role allowed it, and whose overseers are told.</param>
/// <param name="From">First moment it holds.</param>
/// <param name="Until">First moment it no longer holds.</param>
public sealed record GlassBroken(
    EmergencyId Emergency, OfficerId Officer, AgencyId Agency, TaskForceId TaskForce, CaseId Case, string Reason, DateTimeOffset From, DateTimeOffset Until)
    : IEmergencyFact;

/// <summary>It ended before its time: the officer gave it back, or an overseer ended it.</summary>
/// <param name="Officer">Whose it was.</param>
/// <param name="At">First moment it no longer holds.</param>
public sealed record GlassMended(OfficerId Officer, OfficerId By, string? Reason, DateTimeOffset At) : IEmergencyFact;

/// <summary>A second person judged it.</summary>
public sealed record GlassReviewed(OfficerId By, EmergencyVerdict Verdict, string Note) : IEmergencyFact;

/// <summary>Nobody judged it within the time for review.</summary>
public sealed record GlassReviewFellOverdue(DateTimeOffset At) : IEmergencyFact;
