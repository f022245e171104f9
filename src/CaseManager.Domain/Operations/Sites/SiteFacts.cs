using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Facts of one site's stream: known to its agency and to those who plan. Stored for ever: add, never edit.</summary>
public interface ISiteFact : IFact;

/// <param name="Number">Within the operation, such as <c>S1</c>.</param>
/// <param name="Zone">IANA name of the place's time zone.</param>
/// <param name="Essential">Without it the operation does not go.</param>
public sealed record SitePlanned(
    SiteId Site, OperationId Operation, string Number, string Place, string? Address, AgencyId Agency, OfficerId Commander, string Zone,
    bool Essential, Authority? Authority) : ISiteFact;

/// <summary>Where its place is on the map; another point takes the place of the last.</summary>
/// <param name="Reason">Absent when it was said as the site was planned.</param>
public sealed record SiteLocated(Coordinates? Was, Coordinates Is, string? Reason) : ISiteFact;

/// <param name="Was">Minutes after (or, negative, before) H-hour.</param>
public sealed record SiteShifted(int Was, int Is, string Reason) : ISiteFact;

public sealed record SiteAuthorityRecorded(Authority? Was, Authority Is, string Reason) : ISiteFact;

public sealed record SiteAuthorityQuashed(Authority Was, string Reason) : ISiteFact;

/// <summary>An agency's word on one rule at its site.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Count">Staff: how many.</param>
public sealed record SiteCheckReported(ReadinessRule Rule, bool Passed, DateTimeOffset At, int? Count, string? Detail, OfficerId By) : ISiteFact;

/// <summary>What awaits who enters; another list takes the place of the last.</summary>
public sealed record SiteRisksSet(Items<RiskFlag> Was, Items<RiskFlag> Is, string Reason) : ISiteFact;

/// <param name="For">The entry for which it is ready.</param>
public sealed record SiteReportedReady(OfficerId By, DateTimeOffset For, string? Remark) : ISiteFact;

public sealed record SiteReportedNotReady(OfficerId By, string Reason) : ISiteFact;

/// <summary>What it was ready for has changed.</summary>
public sealed record SiteReadinessLapsed(LapseCause Cause) : ISiteFact;

public sealed record SiteWithdrawn(OfficerId By, string Reason) : ISiteFact;
