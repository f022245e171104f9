using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>What the rules need to know of a site.</summary>
/// <param name="Coordinates">Where it is on the map, if that was said.</param>
/// <param name="Shift">Minutes by which its entry differs from H-hour.</param>
/// <param name="NotReadyReason">While it is reported not ready.</param>
/// <param name="Turns">How often its readiness has turned, from 1.</param>
/// <param name="Version">How many facts are folded in.</param>
public sealed record Site(
    SiteId Id, OperationId Operation, string Number, AgencyId Agency, string Zone, bool Essential, Authority? Authority, Coordinates? Coordinates, int Shift,
    Readiness Readiness, string? NotReadyReason, long Turns, long Version) : IState<Site, ISiteFact>
{
    /// <summary>What awaits who enters.</summary>
    public Items<RiskFlag> Risks { get; init; } = [];

    /// <summary>The last word on each rule that was reported on.</summary>
    public Items<SiteCheck> Checks { get; init; } = [];

    public static readonly Refusal OtherAgency = new("site.other-agency", "The site is another agency's.");
    public static readonly Refusal NotGone = new("site.not-gone", "No go has covered the site.");
    public static readonly Refusal IsWithdrawn = new("site.withdrawn", "The site has withdrawn.");

    public Label Label => LabelOf(Operation, Agency);

    /// <summary>Its own agency's, and those who may read all sites of the operation.</summary>
    public static Label LabelOf(OperationId operation, AgencyId agency) => new(agency, Tlp.AmberStrict, null, null, []) { Operation = operation };

    public static Site Evolve(Site? state, ISiteFact fact)
    {
        var next = fact switch
        {
            SitePlanned e => new Site(e.Site, e.Operation, e.Number, e.Agency, e.Zone, e.Essential, e.Authority, null, 0, Readiness.Awaited, null, 1, 0),
            SiteLocated e => state! with { Coordinates = e.Is },
            SiteShifted e => state! with { Shift = e.Is },
            SiteAuthorityRecorded e => state! with { Authority = e.Is },
            SiteAuthorityQuashed => state! with { Authority = null },
            SiteRisksSet e => state! with { Risks = e.Is },
            SiteCheckReported e => state!.Checked(e),
            SiteReportedReady => state!.Turned(Readiness.Ready, null),
            SiteReportedNotReady e => state!.Turned(Readiness.NotReady, e.Reason),
            SiteReadinessLapsed => state!.Turned(Readiness.Awaited, null),
            SiteWithdrawn => state!.Turned(Readiness.Withdrawn, null),
            _ => throw new UnreachableException(fact.GetType().Name),
        };
        return next with { Version = next.Version + 1 };
    }

    /// <summary>Null when the officer acts for the site's agency, and both site and operation still take acts.</summary>
    public Refusal? Forbids(Acting by, Operation operation)
    {
        if (by.Agency != Agency)
            return OtherAgency;
        return MustTakePart(operation);
    }

    public Refusal? MustTakePart(Operation operation) =>
        operation.MustGoOn() ?? (Readiness == Readiness.Withdrawn ? IsWithdrawn : null);

    /// <summary>Null once a go has covered the site; what was done on it since may have been done, held or aborted though the operation is.</summary>
    public Refusal? MustHaveGone(Operation operation)
    {
        if (Readiness == Readiness.Withdrawn)
            return IsWithdrawn;
        return operation.Gone.Contains(Id) ? null : NotGone;
    }

    /// <summary>When this site enters.</summary>
    public DateTimeOffset EntryAt(DateTimeOffset hHour) => hHour.AddMinutes(Shift);

    /// <summary>What was decided, and that readiness ends with it.</summary>
    internal Decision<ISiteFact> And(ISiteFact fact, LapseCause cause) =>
        Readiness == Readiness.Ready ? Decision<ISiteFact>.Accept(fact, new SiteReadinessLapsed(cause)) : Decision<ISiteFact>.Accept(fact);

    internal Decision<ISiteFact> LapseOf(LapseCause cause) =>
        Readiness == Readiness.Ready ? Decision<ISiteFact>.Accept(new SiteReadinessLapsed(cause)) : Decision<ISiteFact>.Nothing;

    /// <summary>As the rules look at it.</summary>
    internal Judged AsJudged(Operation operation) => new(EntryAt(operation.HHour), Zone, Authority, Agency == operation.LeadAgency, Risks, Checks);

    private Site Checked(SiteCheckReported e) => this with
    {
        Checks = [.. Checks.Where(c => c.Rule != e.Rule), new SiteCheck(e.Rule, e.Passed, e.At, e.Count, e.Detail)],
    };

    private Site Turned(Readiness readiness, string? reason) =>
        this with { Readiness = readiness, NotReadyReason = reason, Turns = readiness == Readiness ? Turns : Turns + 1 };
}
