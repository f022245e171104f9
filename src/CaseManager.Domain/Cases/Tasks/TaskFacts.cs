using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Facts of one task's stream. Stored for ever: add, never edit.</summary>
public interface ITaskFact : IFact;

/// <param name="Mandatory">The case is not closed before it is done or cancelled.</param>
/// <param name="DependsOn">The task of the same case that must be completed before this one is begun.</param>
public sealed record TaskCreated(
    TaskId Task, CaseId Case, string Title, string? Details, Assignee Assignee, Due Due, bool Mandatory, TaskId? DependsOn) : ITaskFact;

public sealed record TaskReassigned(Assignee Was, Assignee Is, string Reason) : ITaskFact;

public sealed record TaskRedated(Due Was, Due Is, string Reason) : ITaskFact;

public sealed record TaskStarted(OfficerId By) : ITaskFact;

/// <param name="Outcome">What came of it.</param>
public sealed record TaskCompleted(OfficerId By, string Outcome) : ITaskFact;

public sealed record TaskCancelled(OfficerId By, string Reason) : ITaskFact;

/// <param name="Due">As it stood: the clock runs again.</param>
public sealed record TaskReopened(OfficerId By, Due Due, string Reason) : ITaskFact;

/// <summary>It no longer waits for the other task.</summary>
public sealed record TaskReleased(TaskId From, string Reason) : ITaskFact;

/// <summary>It was not done by its due time.</summary>
public sealed record TaskFellOverdue(DateTimeOffset Due) : ITaskFact;
