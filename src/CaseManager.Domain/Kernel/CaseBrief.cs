namespace CaseManager.Domain.Kernel;

/// <summary>What other nouns may know of a case, to hang records of their own under it.</summary>
/// <param name="Number">Such as <c>NG-2026-014</c>; a case keeps it for good.</param>
/// <param name="Label">Who may read the case.</param>
/// <param name="NotOpen">Why nothing new is put under it; null while it is open.</param>
public sealed record CaseBrief(CaseId Id, string Number, Label Label, Refusal? NotOpen)
{
    /// <summary>The task force it is worked under, if any; the label names it only where all who belong to it may read the case.</summary>
    public TaskForceId? TaskForce { get; init; }
}
