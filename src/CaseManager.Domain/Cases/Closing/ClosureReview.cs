using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>How a proposed closure is decided: by a second person, within a set time.</summary>
public static class ClosureReview
{
    /// <summary>Time for the decision; when it has passed the review is overdue, and still open.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(72);

    public static readonly Refusal NothingProposed = new("case.no-closure-proposed", "No closure of this case waits for a decision.");
    public static readonly Refusal OwnProposal = new("case.own-proposal", "A second person decides: nobody decides on their own proposal.");
}
