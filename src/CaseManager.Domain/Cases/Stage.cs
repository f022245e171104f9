namespace CaseManager.Domain.Cases;

/// <summary>Where a case stands.</summary>
public enum Stage
{
    /// <summary>Received and assessed; not taken on yet.</summary>
    Intake,
    Investigation,

    /// <summary>At rest until something turns up.</summary>
    Suspended,

    /// <summary>With counsel, for a decision on charges.</summary>
    PendingCharges,
    BeforeCourts,

    /// <summary>Reached by an approved closure only, left by reopening only.</summary>
    Closed,
}

/// <summary>The one table of moves between stages.</summary>
public static class Stages
{
    public static IReadOnlyList<Stage> After(Stage stage) => stage switch
    {
        Stage.Intake => [Stage.Investigation, Stage.Suspended],
        Stage.Investigation => [Stage.Suspended, Stage.PendingCharges],
        Stage.Suspended => [Stage.Investigation],
        Stage.PendingCharges => [Stage.Investigation, Stage.BeforeCourts],
        Stage.BeforeCourts => [Stage.Investigation],
        _ => [],
    };
}
