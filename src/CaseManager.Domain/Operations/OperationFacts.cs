using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Facts of one operation's stream: what all who take part may know. Stored for ever: add, never edit.</summary>
public interface IOperationFact : IFact;

/// <param name="LeadAgency">The agency that planned it; it belongs to the quorum.</param>
/// <param name="HHour">The common time, as an instant.</param>
/// <param name="WindowMinutes">Minutes by which a site may differ from H-hour.</param>
public sealed record OperationPlanned(
    OperationId Operation, string Name, string Aim, TaskForceId TaskForce, CaseId? Case, AgencyId LeadAgency, DateTimeOffset HHour,
    Items<Phase> Phases, int WindowMinutes) : IOperationFact;

/// <summary>Which agency's it is, and where, stands under the site's own label.</summary>
public sealed record OperationSiteAdded(SiteId Site, string Number) : IOperationFact;

public sealed record HHourMoved(DateTimeOffset Was, DateTimeOffset Is, string Reason) : IOperationFact;

/// <param name="Version">Counts the sets of the operation, from 1.</param>
public sealed record ReadinessPolicySet(string Name, int Version, Items<PolicyRule> Rules, string Reason) : IOperationFact;

/// <param name="Pin">The state of plan and readiness that was voted on.</param>
public sealed record VoteCast(AgencyId Agency, OfficerId By, VoteChoice Choice, Pin Pin, string? Reason, DateTimeOffset At) : IOperationFact;

/// <summary>Released: every site as it was in the transaction of the decision.</summary>
/// <param name="Number">Counts the operation's decisions of all kinds, from 1.</param>
/// <param name="Quorum">The agencies that had voted go.</param>
public sealed record GoDecided(
    int Number, OfficerId By, Pin Pin, DateTimeOffset HHour, Items<PinnedSite> Sites, Items<AgencyId> Quorum, string? Remark, DateTimeOffset At) : IOperationFact;

/// <param name="Turns">How often its readiness had turned: the version of what partners see of it.</param>
/// <param name="Version">The version of the site's own record.</param>
public sealed record PinnedSite(SiteId Site, string Number, Readiness Readiness, long Turns, long Version);

public sealed record NoGoDecided(int Number, OfficerId By, string Reason, DateTimeOffset At) : IOperationFact;

/// <param name="Site">The number of the site that brought it about.</param>
/// <param name="Reason">Given when it was ordered; what happened at a site stands under that site's label.</param>
public sealed record OperationHeld(int Number, OfficerId By, HoldCause Cause, string? Site, string? Reason, DateTimeOffset At) : IOperationFact;

public sealed record OperationAborted(int Number, OfficerId By, string Reason, DateTimeOffset At) : IOperationFact;
