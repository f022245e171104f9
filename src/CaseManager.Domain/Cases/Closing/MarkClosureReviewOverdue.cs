using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Asked by the product when the time for review is over; says nothing when that proposal was decided in time.</summary>
/// <param name="ProposedAt">Names the proposal: a later one has its own time.</param>
public sealed record MarkClosureReviewOverdue(DateTimeOffset ProposedAt)
{
    public static Decision<ICaseFact> Decide(Acting by, MarkClosureReviewOverdue command, CaseFile file)
    {
        if (file.Proposed is not { Overdue: false } waiting || waiting.At != command.ProposedAt)
            return Decision<ICaseFact>.Nothing;
        if (by.At < waiting.At + ClosureReview.Period)
            return Decision<ICaseFact>.Nothing;

        return Decision<ICaseFact>.Accept(new ClosureReviewFellOverdue(by.At));
    }
}
