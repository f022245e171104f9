namespace CaseManager.Domain.Cases;

/// <summary>How far a task is.</summary>
public enum TaskProgress
{
    /// <summary>Asked for, not begun.</summary>
    Open,
    Started,
    Completed,

    /// <summary>No longer wanted.</summary>
    Cancelled,
}
