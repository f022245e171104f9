using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>A case as people read it.</summary>
/// <param name="Number">The number people say, such as <c>NG-2026-014</c>.</param>
/// <param name="LeadAgency">The agency that opened it.</param>
/// <param name="Lead">The officer who answers for it.</param>
/// <param name="Tlp">Traffic Light Protocol 2.0.</param>
/// <param name="ClosureProposedAt">Since when a closure waits for a second person; absent when none does.</param>
/// <param name="ClosureOverdue">Nobody decided on the closure in time.</param>
public sealed record CaseRow(
    CaseId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, DateTimeOffset OpenedAt, OfficerId OpenedBy,
    string Number, string Title, string Summary, Priority Priority, Stage Stage, AgencyId LeadAgency, OfficerId Lead,
    TaskForceId? TaskForce, Audience Audience, Tlp Tlp,
    OfficerId? ClosureProposedBy, DateTimeOffset? ClosureProposedAt, string? ClosureReason, bool ClosureOverdue,
    ClosureOutcome? Outcome, OfficerId? ClosedBy, DateTimeOffset? ClosedAt, [property: Hidden] Items<Restriction> Restrictions) : IRow
{
    private const string LastActivity =
        "greatest(t.changed_at, (select max(e.changed_at) from rm.timeline_entry e where e.\"case\" = t.id and e.superseded_at is null))";

    public static View<CaseRow> View { get; } = new("case_file")
    {
        Temporal = true,
        Remarked = (row, tlp) => row with { Tlp = tlp },
        Indexes =
        [
            "unique index on (lead_agency, number) where superseded_at is null",
            "index on (opened_at, id) where superseded_at is null",
            "index on (number) where superseded_at is null",
            "index on (closure_proposed_at) where superseded_at is null and closure_proposed_at is not null",
        ],
        Computed =
        [
            new Column("closureDueAt", $"t.closure_proposed_at + interval '{ClosureReview.Period.TotalHours} hours'",
                ColumnKind.Time, typeof(DateTimeOffset), Nullable: true, Filterable: false, Sortable: false) { Computed = true },
            // What the caller cannot see is no activity to them: the entries are read under their own labels.
            new Column("lastActivityAt", LastActivity, ColumnKind.Time, typeof(DateTimeOffset), Nullable: false, Filterable: true, Sortable: true) { Computed = true },
            // By the database's clock, so that the pages of a list asked for in days are pages of one list.
            new Column("idleDays", $"floor(extract(epoch from now() - {LastActivity}) / 86400)::int",
                ColumnKind.Number, typeof(int), Nullable: false, Filterable: false, Sortable: false) { Computed = true },
            AgeBand.Since("t.opened_at"),
        ],
        DefaultOrder = [("openedAt", true)],
        Searched = new() { Numbers = ["number"], Titles = ["title"], Texts = ["summary"], People = ["lead", "openedBy"] },
        Collisions = new Dictionary<string, Refusal>
        {
            ["case_file_0"] = new("case.number-taken", "Another case of the agency has this number.", "number"),
        },
    };

    /// <summary>For acts that name a case by its number, whoever asks and whatever they may see.</summary>
    public static CaseNumbersQuery Numbers { get; } = new(
        "select id from rm.case_file where number = $1 and superseded_at is null and ($2::text is null or lead_agency = $2)");

    public static Projected<ICaseFact, CaseRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static CaseRow Evolve(CaseRow? row, StoredFact<ICaseFact> stored)
    {
        var next = stored.Fact switch
        {
            CaseOpened e => Opened(e, stored),
            CaseTitleAmended e => row! with { Title = e.Is },
            CaseSummaryAmended e => row! with { Summary = e.Is },
            CasePriorityChanged e => row! with { Priority = e.Is },
            CaseLeadChanged e => row! with { Lead = e.Is },
            CaseMovedToStage e => row! with { Stage = e.To },
            ClosureProposed e => row! with
            {
                ClosureProposedBy = e.By, ClosureProposedAt = e.At, ClosureReason = e.Reason, ClosureOverdue = false, Outcome = e.Outcome,
            },
            ClosureApproved e => row! with
            {
                Stage = Stage.Closed, ClosureProposedAt = null, ClosureOverdue = false, ClosedBy = e.By, ClosedAt = stored.RecordedAt,
            },
            ClosureRefused or ClosureWithdrawn => NotClosing(row!),
            ClosureReviewFellOverdue => row! with { ClosureOverdue = true },
            CaseReopened => NotClosing(row!) with { Stage = Stage.Investigation },
            CaseMarkingChanged e => row! with { Tlp = e.Is.Tlp, Restrictions = Restriction.Of(e.Is) },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static CaseRow Opened(CaseOpened e, StoredFact<ICaseFact> stored) => new(
        e.Case, 0, 0, default, stored.RecordedAt, stored.By, e.Number.Text, e.Title, e.Summary, e.Priority, Stage.Intake, e.LeadAgency, e.Lead,
        e.TaskForce, e.Audience, e.Tlp, null, null, null, false, null, null, null, Restriction.Of(e.Readers, e.Caveats));

    private static CaseRow NotClosing(CaseRow row) => row with
    {
        ClosureProposedBy = null, ClosureProposedAt = null, ClosureReason = null, ClosureOverdue = false, Outcome = null, ClosedBy = null, ClosedAt = null,
    };
}
