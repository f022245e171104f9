using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Asked by the product when an offer is due; says nothing when it was answered in time.</summary>
/// <param name="Transfer">Names the offer: a later one has its own time.</param>
public sealed record MarkTransferOverdue(int Transfer)
{
    public static readonly Refusal NotDueYet = new("exhibit.transfer-not-due", "The hand-over is not due yet.");

    public static Decision<IExhibitFact> Decide(Acting by, MarkTransferOverdue command, Exhibit exhibit)
    {
        if (exhibit is not { Offered: { } offer, Overdue: false } || offer.Transfer != command.Transfer)
            return Decision<IExhibitFact>.Nothing;
        if (by.At < offer.Due)
            return NotDueYet;

        return Decision<IExhibitFact>.Accept(new CustodyTransferFellOverdue(offer.Transfer));
    }
}
