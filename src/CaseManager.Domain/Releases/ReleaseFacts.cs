using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Releases;

/// <summary>Facts of whether one case may be passed on to one agency: asked, answered, taken back, asked again. Stored for ever: add, never edit.</summary>
public interface IReleaseFact : IFact;

/// <param name="Round">Counts the times it was asked, from 1.</param>
/// <param name="To">The agency that shall be let in.</param>
/// <param name="Originator">The agency that is asked: the case comes from it.</param>
/// <param name="For">The agency that asks.</param>
/// <param name="Due">Unanswered by then, it lapses.</param>
public sealed record ReleaseAsked(
    int Round, CaseId Case, AgencyId To, AgencyId Originator, OfficerId By, AgencyId For, string Purpose, DateTimeOffset Due) : IReleaseFact;

/// <param name="Conditions">What those let in must keep to, in words.</param>
public sealed record ReleaseApproved(int Round, OfficerId By, string? Conditions) : IReleaseFact;

public sealed record ReleaseRefused(int Round, OfficerId By, string Reason) : IReleaseFact;

/// <summary>Nobody answered in time.</summary>
public sealed record ReleaseLapsed(int Round) : IReleaseFact;

/// <summary>An approval was taken back: from then on nobody more of the agency is let in.</summary>
public sealed record ReleaseRevoked(int Round, OfficerId By, string Reason) : IReleaseFact;
