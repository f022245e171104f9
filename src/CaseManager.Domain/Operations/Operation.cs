using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>What the rules need to know of an operation.</summary>
/// <param name="Plan">Counts the states of the plan, from 1.</param>
/// <param name="Decisions">How many decisions were taken.</param>
/// <param name="Votes">Those since the last decision, the last one of each agency.</param>
/// <param name="Order">The decision that sites acknowledge.</param>
/// <param name="Gone">Sites that a go has covered, whatever was decided later: teams may have entered them.</param>
public sealed record Operation(
    OperationId Id, TaskForceId TaskForce, AgencyId LeadAgency, DateTimeOffset HHour, int Window, Items<EnteredSite> Sites,
    int Plan, int Decisions, OperationStatus Status, Items<Vote> Votes, Order? Order, Items<SiteId> Gone) : IState<Operation, IOperationFact>
{
    /// <summary>The rules its sites are held to.</summary>
    public ReadinessPolicy Policy { get; init; } = ReadinessPolicy.None;

    public static readonly Refusal IsAborted = new("operation.aborted", "The operation is aborted.");
    public static readonly Refusal GoStands = new("operation.go-stands", "A go stands: hold the operation first.");

    public Label Label => LabelOf(Id, LeadAgency);

    public static Label LabelOf(OperationId id, AgencyId leadAgency) => new(leadAgency, Tlp.Amber, null, null, []) { Operation = id };

    public static Operation Evolve(Operation? state, IOperationFact fact) => fact switch
    {
        OperationPlanned e => new Operation(e.Operation, e.TaskForce, e.LeadAgency, e.HHour, e.WindowMinutes, [], 1, 0, OperationStatus.Planned, [], null, []),
        OperationSiteAdded e => state! with { Sites = state.Sites.With(new EnteredSite(e.Site, e.Number)), Plan = state.Plan + 1 },
        HHourMoved e => state! with { HHour = e.Is, Plan = state.Plan + 1 },
        ReadinessPolicySet e => state! with { Policy = new ReadinessPolicy(e.Name, e.Version, e.Rules), Plan = state.Plan + 1 },
        VoteCast e => state! with { Votes = [.. state.Votes.Where(v => v.Agency != e.Agency), new Vote(e.Agency, e.By, e.Choice, e.Pin, e.Reason)] },
        GoDecided e => state!.Decided(e.Number, DecisionKind.Go, OperationStatus.Go, e.At) with { Gone = state.GoneWith(e.Sites) },
        NoGoDecided e => state!.Decided(e.Number, DecisionKind.NoGo, OperationStatus.NoGo, e.At),
        OperationHeld e => state!.Decided(e.Number, DecisionKind.Hold, OperationStatus.Hold, e.At),
        OperationAborted e => state!.Decided(e.Number, DecisionKind.Abort, OperationStatus.Aborted, e.At),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public Refusal? MustGoOn() => Status == OperationStatus.Aborted ? IsAborted : null;

    /// <summary>The plan is not added to while teams move on it.</summary>
    public Refusal? MustBeOpen() => MustGoOn() ?? (Status == OperationStatus.Go ? GoStands : null);

    public Pin PinWith(IReadOnlyList<Site> sites) => Pin.Of(Plan, Decisions, sites.Select(s => (s.Id, s.Turns)));

    /// <summary>Who must have voted: the lead, and every agency with a site that takes part.</summary>
    public Items<AgencyId> QuorumWith(IReadOnlyList<Site> sites) =>
        [.. sites.Where(s => s.Readiness != Readiness.Withdrawn).Select(s => s.Agency).Prepend(LeadAgency).Distinct().OrderBy(a => a.Code, StringComparer.Ordinal)];

    private Items<SiteId> GoneWith(Items<PinnedSite> sites) =>
        [.. Gone.Union(sites.Where(s => s.Readiness != Readiness.Withdrawn).Select(s => s.Site))];

    private Operation Decided(int number, DecisionKind kind, OperationStatus status, DateTimeOffset at) => this with
    {
        Decisions = number, Status = status, Votes = [], Order = kind == DecisionKind.NoGo ? null : new Order(number, kind, at),
    };
}

public sealed record EnteredSite(SiteId Site, string Number);

public sealed record Vote(AgencyId Agency, OfficerId By, VoteChoice Choice, Pin Pin, string? Reason);

/// <summary>A go, hold or abort that every site acknowledges.</summary>
public sealed record Order(int Number, DecisionKind Kind, DateTimeOffset At);
