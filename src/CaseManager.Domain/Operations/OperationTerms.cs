namespace CaseManager.Domain.Operations;

/// <summary>Where an operation stands.</summary>
public enum OperationStatus
{
    Planned,

    /// <summary>Released on the versions that the decision pins.</summary>
    Go,
    NoGo,

    /// <summary>A go was taken back. It is never revived: going takes a new decision.</summary>
    Hold,

    /// <summary>Over, for good.</summary>
    Aborted,
}

/// <summary>What was decided; all but a no-go are orders that every site acknowledges.</summary>
public enum DecisionKind
{
    Go,
    NoGo,
    Hold,
    Abort,
}

public enum VoteChoice
{
    Go,
    NoGo,
}

/// <summary>What all partners know of a site.</summary>
public enum Readiness
{
    /// <summary>Nothing reported yet, or what was reported no longer counts.</summary>
    Awaited,
    Ready,
    NotReady,

    /// <summary>Takes part no more.</summary>
    Withdrawn,
}

/// <summary>Why an operation was held.</summary>
public enum HoldCause
{
    Ordered,
    SiteWithdrew,
    SiteNotReady,

    /// <summary>Authority or time of an essential site changed.</summary>
    SiteChanged,
    HHourMoved,
    PolicyChanged,
}

/// <summary>Why a site's readiness no longer counts.</summary>
public enum LapseCause
{
    HHourMoved,
    SiteShifted,
    AuthorityChanged,
    AuthorityQuashed,
    PolicyChanged,

    /// <summary>A rule that was met is not met any more, by what was reported.</summary>
    CheckFailed,

    /// <summary>Something awaits who enters that was not known.</summary>
    RiskFound,
}
