using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one task force's stream. Stored for ever: add, never edit.</summary>
public interface ITaskForceFact : IFact;

/// <param name="Code">Short name, also the series of its case numbers, such as <c>NG</c>.</param>
/// <param name="Agreement">The agreement the parties signed.</param>
public sealed record TaskForceEstablished(
    TaskForceId TaskForce, string Code, string Name, string Purpose, string Agreement, AgencyId LeadAgency, DateTimeOffset Since)
    : ITaskForceFact;

public sealed record AgencyJoinedTaskForce(AgencyId Agency, DateTimeOffset From, DateTimeOffset? Until) : ITaskForceFact;

/// <param name="From">When the membership ends.</param>
public sealed record AgencyLeftTaskForce(AgencyId Agency, DateTimeOffset From, string Reason) : ITaskForceFact;
