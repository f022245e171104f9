using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>A joint task force and the agencies that belong to it, from when until when.</summary>
public sealed record TaskForceRow(
    TaskForceId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, string Code, string Name, string Purpose,
    string Agreement, AgencyId LeadAgency, DateTimeOffset Since, Items<Membership> Memberships) : IRow
{
    public static View<TaskForceRow> View { get; } = new("task_force")
    {
        Indexes = ["unique index on (code)"],
        DefaultOrder = [("code", false)],
        Collisions = new Dictionary<string, Refusal>
        {
            ["task_force_0"] = new("task-force.code-taken", "Another task force has this code.", "code"),
        },
    };

    public static Projected<ITaskForceFact, TaskForceRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static TaskForceRow Evolve(TaskForceRow? row, StoredFact<ITaskForceFact> stored)
    {
        var next = stored.Fact switch
        {
            TaskForceEstablished e => new TaskForceRow(e.TaskForce, 0, 0, default, e.Code, e.Name, e.Purpose, e.Agreement, e.LeadAgency, e.Since, []),
            AgencyJoinedTaskForce e => row! with { Memberships = row.Memberships.With(new Membership(e.Agency, e.From, e.Until)) },
            AgencyLeftTaskForce e => row! with { Memberships = [.. row.Memberships.Select(m => m.Agency == e.Agency ? m.EndedAt(e.From) : m)] },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
