using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Cases;

/// <summary>The time by which something is to be done.</summary>
/// <param name="Zone">IANA name of the zone it is said in.</param>
/// <param name="At">A moment such as <c>2026-05-01T17:00</c>; with an offset or <c>Z</c> when exact.</param>
public sealed record DueInput(string Zone, string At)
{
    internal Refusal? Read(string field, out DueGiven due)
    {
        var fine = Moment.TryParse(At, $"{field}.at", out var moment, out var malformed);
        due = new DueGiven(Zone, moment);
        return fine ? null : malformed;
    }
}

/// <param name="Assignee">An officer with a role on the case.</param>
/// <param name="Mandatory">Whether the case must not be closed before it is done; not so when absent.</param>
/// <param name="DependsOn">The task of the case that must be completed before this one is begun.</param>
public sealed record CreateTaskInput(
    CaseId Case, string Title, string? Details, OfficerId Assignee, DueInput Due, bool? Mandatory, TaskId? DependsOn);

/// <param name="Version">The version the person saw.</param>
public sealed record ReassignTaskInput(TaskId Task, long Version, OfficerId Assignee, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record RedateTaskInput(TaskId Task, long Version, DueInput Due, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record StartTaskInput(TaskId Task, long Version);

/// <param name="Version">The version the person saw.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record CompleteTaskInput(TaskId Task, long Version, string Outcome);

/// <param name="Version">The version the person saw.</param>
public sealed record CancelTaskInput(TaskId Task, long Version, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ReopenTaskInput(TaskId Task, long Version, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ReleaseTaskInput(TaskId Task, long Version, string Reason);
