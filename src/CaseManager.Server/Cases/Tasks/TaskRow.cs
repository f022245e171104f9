using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>Something that an officer on a case is asked to do, by a time.</summary>
/// <param name="Assignee">Who is asked, for the agency <paramref name="AssigneeAgency"/>, since <paramref name="AssignedAt"/>.</param>
/// <param name="Due">The moment by which it is to be done; <paramref name="DueZone"/> is the IANA name of the zone in which it was said.</param>
/// <param name="Mandatory">The case is not closed before it is completed or cancelled.</param>
/// <param name="DependsOn">The task that must be completed before this one is begun.</param>
/// <param name="Overdue">Not done by its due time, and still to be done.</param>
/// <param name="SettledBy">Who completed or cancelled it.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record TaskRow(
    TaskId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case, string Title, string? Details,
    OfficerId Assignee, AgencyId AssigneeAgency, DateTimeOffset AssignedAt, DateTimeOffset Due, string DueZone, bool Mandatory, TaskId? DependsOn,
    TaskProgress Status, bool Overdue, OfficerId CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt,
    OfficerId? SettledBy, DateTimeOffset? SettledAt, string? Outcome) : IRow
{
    public static View<TaskRow> View { get; } = new("task")
    {
        Indexes =
        [
            "index on (\"case\", due, id)",
            "index on (assignee, status, due, id)",
            "index on (due, id)",
            "index on (depends_on) where depends_on is not null",
        ],
        Computed =
        [
            new Column("blocked", "(exists (select 1 from rm.task p where p.id = t.depends_on and p.status <> 'Completed'))",
                ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: true, Sortable: false) { Computed = true },
            new Column("awaited", "(exists (select 1 from rm.task d where d.depends_on = t.id and d.status in ('Open', 'Started')))",
                ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: true, Sortable: false) { Computed = true },
            new Column("caseClosed", "(exists (select 1 from rm.case_file c where c.id = t.\"case\" and c.superseded_at is null and c.stage = 'Closed'))",
                ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: true, Sortable: false) { Computed = true },
            // A task that waited for another waits for its officer since that one was completed.
            new Column("waitsSince", "greatest(t.assigned_at, (select p.settled_at from rm.task p where p.id = t.depends_on))",
                ColumnKind.Time, typeof(DateTimeOffset), Nullable: false, Filterable: false, Sortable: false) { Computed = true },
        ],
        DefaultOrder = [("due", false)],
        Searched = new() { Titles = ["title"], Texts = ["details", "outcome"], People = ["assignee", "createdBy"] },
    };

    public static Projected<ITaskFact, TaskRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static TaskRow Evolve(TaskRow? row, StoredFact<ITaskFact> stored)
    {
        var next = stored.Fact switch
        {
            TaskCreated e => Created(e, stored),
            TaskReassigned e => Begun(row!, TaskProgress.Open, null) with { Assignee = e.Is.Officer, AssigneeAgency = e.Is.Agency, AssignedAt = stored.RecordedAt },
            TaskRedated e => row! with { Due = e.Is.At, DueZone = e.Is.Zone, Overdue = false },
            TaskStarted => Begun(row!, TaskProgress.Started, stored.RecordedAt),
            TaskCompleted e => Settled(row!, TaskProgress.Completed, e.By, stored.RecordedAt) with { Outcome = e.Outcome },
            TaskCancelled e => Settled(row!, TaskProgress.Cancelled, e.By, stored.RecordedAt),
            TaskReopened => Begun(row!, TaskProgress.Open, null) with { SettledBy = null, SettledAt = null, Outcome = null, AssignedAt = stored.RecordedAt },
            TaskReleased => row! with { DependsOn = null },
            TaskFellOverdue => row! with { Overdue = true },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static TaskRow Created(TaskCreated e, StoredFact<ITaskFact> stored) => new(
        e.Task, 0, 0, default, e.Case, e.Title, e.Details, e.Assignee.Officer, e.Assignee.Agency, stored.RecordedAt, e.Due.At, e.Due.Zone,
        e.Mandatory, e.DependsOn, TaskProgress.Open, false, stored.By, stored.RecordedAt, null, null, null, null);

    private static TaskRow Begun(TaskRow row, TaskProgress progress, DateTimeOffset? at) => row with { Status = progress, StartedAt = at };

    private static TaskRow Settled(TaskRow row, TaskProgress how, OfficerId by, DateTimeOffset at) =>
        row with { Status = how, SettledBy = by, SettledAt = at, Overdue = false };
}
