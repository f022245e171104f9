namespace CaseManager.Domain.Cases;

public enum Priority
{
    Low,
    Normal,
    High,
    Urgent,
}

/// <summary>Who needs to know of a case: its team alone, or the whole task force it is worked under.</summary>
public enum Audience
{
    CaseTeam,
    TaskForce,
}

/// <summary>How a case ended.</summary>
public enum ClosureOutcome
{
    Charged,
    ConcludedAtCourt,
    NoFurtherAction,
    Unfounded,
    ReferredElsewhere,
    MergedElsewhere,
}
