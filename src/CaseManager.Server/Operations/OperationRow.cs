using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>An operation as all who take part read it.</summary>
/// <param name="LeadAgency">The agency that planned it; it belongs to the quorum.</param>
/// <param name="Case">The case it serves, if one is named and the caller may see it.</param>
/// <param name="HHour">The common time, in UTC; the board has it in the zone of each site.</param>
/// <param name="WindowMinutes">By how many minutes a site may differ from H-hour.</param>
/// <param name="Plan">Counts the states of the plan, from 1.</param>
/// <param name="Decided">How many decisions were taken.</param>
/// <param name="Votes">Those since the last decision, the last one of each agency.</param>
/// <param name="Decisions">All of them, in their order.</param>
/// <param name="Policy">The readiness rules in force; absent while none were set, when an authority for the entry is all that is asked.</param>
public sealed record OperationRow(
    OperationId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, DateTimeOffset PlannedAt, OfficerId PlannedBy,
    string Name, string Aim, AgencyId LeadAgency, TaskForceId TaskForce, [Hidden] CaseId? Case, DateTimeOffset HHour, [Hidden] Items<Phase> Phases,
    int WindowMinutes, OperationStatus Status, int Plan, int Decided, [property: Hidden] Items<EnteredSite> Sites,
    [Hidden] Items<OperationVote> Votes, [Hidden] Items<OperationDecision> Decisions, [Hidden] ReadinessPolicy? Policy,
    [property: Hidden] DateTimeOffset TimedAt, [property: Hidden] DateTimeOffset PolicyAt) : IRow
{
    public static View<OperationRow> View { get; } = new("operation")
    {
        Temporal = true,
        Indexes = ["index on (h_hour, id) where superseded_at is null"],
        DefaultOrder = [("hHour", true)],
        Searched = new() { Titles = ["name"], Texts = ["aim"], People = ["plannedBy"] },
    };

    public static Projected<IOperationFact, OperationRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>For how long after the entry the rules want an authority to hold.</summary>
    internal int AuthorityMinutes => Policy?.Rules.FirstOrDefault(r => r.Rule == ReadinessRule.Authority)?.Minutes ?? 0;

    private static OperationRow Evolve(OperationRow? row, StoredFact<IOperationFact> stored)
    {
        var next = stored.Fact switch
        {
            OperationPlanned e => Planned(e, stored),
            OperationSiteAdded e => row! with { Sites = row.Sites.With(new EnteredSite(e.Site, e.Number)), Plan = row.Plan + 1 },
            HHourMoved e => row! with { HHour = e.Is, Plan = row.Plan + 1, TimedAt = stored.RecordedAt },
            ReadinessPolicySet e => row! with { Policy = new ReadinessPolicy(e.Name, e.Version, e.Rules), Plan = row.Plan + 1, PolicyAt = stored.RecordedAt },
            VoteCast e => row! with { Votes = [.. row.Votes.Where(v => v.Agency != e.Agency), OperationVote.Of(e)] },
            GoDecided e => Decide(row!, OperationStatus.Go, OperationDecision.Of(e)),
            NoGoDecided e => Decide(row!, OperationStatus.NoGo, OperationDecision.Of(e)),
            OperationHeld e => Decide(row!, OperationStatus.Hold, OperationDecision.Of(e)),
            OperationAborted e => Decide(row!, OperationStatus.Aborted, OperationDecision.Of(e)),
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static OperationRow Planned(OperationPlanned e, StoredFact<IOperationFact> stored) => new(
        e.Operation, 0, 0, default, stored.RecordedAt, stored.By, e.Name, e.Aim, e.LeadAgency, e.TaskForce, e.Case, e.HHour, e.Phases,
        e.WindowMinutes, OperationStatus.Planned, 1, 0, [], [], [], null, stored.RecordedAt, stored.RecordedAt);

    private static OperationRow Decide(OperationRow row, OperationStatus status, OperationDecision decision) =>
        row with { Status = status, Decided = decision.Number, Votes = [], Decisions = row.Decisions.With(decision) };
}
