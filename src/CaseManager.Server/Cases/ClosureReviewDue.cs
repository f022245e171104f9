using System.Globalization;
using CaseManager.Domain.Cases;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>The time for deciding on a proposed closure is over.</summary>
public sealed record ClosureReviewDue(Guid Case, DateTimeOffset ProposedAt);

/// <summary>Starts with a proposal, ends with a decision; if none came in time, that goes on the record, once.</summary>
public static class ClosureReviewDueHandler
{
    public static Task Handle(ClosureReviewDue message, Ledger ledger, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"closure-review-due {message.Case:N} {message.ProposedAt.UtcTicks}");
        return ledger.Act(Intent.Of(key, message.Case.ToString()), new Undertaking(message.Case, null, [], [], ground =>
        {
            TooSoonException.ThrowBefore(message.ProposedAt + ClosureReview.Period, ground);
            return ground.State<CaseFile, ICaseFact>(message.Case) is { } file
                ? Deed.Of(message.Case, MarkClosureReviewOverdue.Decide(ground.By, new MarkClosureReviewOverdue(message.ProposedAt), file), ground.LabelOf(message.Case)!)
                : Deed.Nothing;
        }), cancel);
    }
}
