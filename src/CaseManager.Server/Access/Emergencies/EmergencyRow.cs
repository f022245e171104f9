using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>That an officer opened a case for reading in an emergency; told to the officer and to those who oversee the task force.</summary>
/// <param name="TaskForce">In which a role allowed it.</param>
/// <param name="Case">Which; absent for who may not see that case.</param>
/// <param name="From">First moment it holds.</param>
/// <param name="Until">First moment it no longer holds, as it was asked for.</param>
/// <param name="EndedAt">When it was given back, or ended by an overseer, before its time.</param>
/// <param name="Verdict">What the review found; absent until there is one.</param>
/// <param name="ReviewDueAt">By when it is to be reviewed.</param>
/// <param name="ReviewOverdue">That time passed without a review.</param>
public sealed record EmergencyRow(
    EmergencyId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer, AgencyId Agency, TaskForceId TaskForce, CaseId Case,
    string Reason, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt, OfficerId? EndedBy, string? EndReason, EmergencyVerdict? Verdict,
    OfficerId? ReviewedBy, DateTimeOffset? ReviewedAt, string? Note, DateTimeOffset ReviewDueAt, bool ReviewOverdue) : IRow
{
    public static View<EmergencyRow> View { get; } = new("emergency_access")
    {
        Indexes =
        [
            // Whoever opens the same case again meets the access that nobody has reviewed, at whatever moment.
            "unique index on (officer, \"case\") where reviewed_at is null",
            "index on (officer)",
            "index on (task_force, \"from\")",
        ],
        Computed =
        [
            // By the database's clock, like the right itself.
            new Column("active", "(t.ended_at is null and t.until > clock_timestamp())", ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: true, Sortable: false) { Computed = true },
        ],
        DefaultOrder = [("from", true)],
        Collisions = new Dictionary<string, Refusal> { ["emergency_access_0"] = BreakGlass.NotReviewed },
    };

    public static Projected<IEmergencyFact, EmergencyRow> Projection { get; } = new(View, Evolve);

    /// <summary>What others opened in a task force that one oversees, until somebody has reviewed it.</summary>
    internal static readonly InboxSource ToReview = new("emergency.to-review", View, (rights, at) => new Condition.And(
    [
        new Condition.Test(View["taskForce"], Operator.In, Allowed.In(ScopeKind.TaskForce, rights, Permission.ReadLog, at)),
        new Condition.Test(View["officer"], Operator.Neq, rights.Officer),
        new Condition.Test(View["reviewedAt"], Operator.Eq, null),
    ]))
    {
        Case = View["case"], Since = View["from"], Due = View["reviewDueAt"], Overdue = View["reviewOverdue"],
    };

    [Hidden]
    public Guid Key => Id.Value;

    private static EmergencyRow Evolve(EmergencyRow? row, StoredFact<IEmergencyFact> stored)
    {
        var next = stored.Fact switch
        {
            GlassBroken e => new EmergencyRow(
                e.Emergency, 0, 0, default, e.Officer, e.Agency, e.TaskForce, e.Case, e.Reason, e.From, e.Until, null, null, null, null, null, null, null,
                e.From + EmergencyReview.Period, false),
            GlassMended e => row! with { EndedAt = e.At, EndedBy = e.By, EndReason = e.Reason },
            GlassReviewed e => row! with { Verdict = e.Verdict, ReviewedBy = e.By, ReviewedAt = stored.RecordedAt, Note = e.Note },
            GlassReviewFellOverdue => row! with { ReviewOverdue = true },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
