using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>
/// Offers an exhibit to another officer, under the seal it bears. That the officer may read it and keep exhibits is for the caller of this rule
/// to have seen to.
/// </summary>
/// <param name="Due">When the offer falls overdue; a day from now when absent.</param>
public sealed record OfferCustodyTransfer(OfficerId To, string Seal, string Reason, DateTimeOffset? Due)
{
    public static readonly Refusal BadDue = new("exhibit.bad-due", "A hand-over is due in the future, within 30 days.");

    public static Decision<IExhibitFact> Decide(Acting by, OfferCustodyTransfer command, Exhibit exhibit)
    {
        if ((Evidence.Seal.Check(command.Seal, "seal") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (command.Due <= by.At || command.Due > by.At + CustodyTransfer.Longest)
            return BadDue.At("due");
        if (exhibit.MustBeHeldBy(by.Officer) is { } notHolder)
            return notHolder;
        if (command.To == by.Officer)
            return CustodyTransfer.Own.At("to");
        var offer = new CustodyTransferOffered(
            exhibit.Transfers + 1, by.Officer, command.To, Evidence.Seal.Of(command.Seal), command.Reason,
            Instants.Utc(command.Due ?? by.At + CustodyTransfer.Period));
        if (exhibit.Offered is { } waiting)
            return IsRepeat(command, offer, waiting) ? Decision<IExhibitFact>.Nothing : CustodyTransfer.Waiting;
        if (exhibit.Seal != offer.Seal)
            return CustodyTransfer.SealMismatch.At("seal");

        return Decision<IExhibitFact>.Accept(offer);
    }

    private static bool IsRepeat(OfferCustodyTransfer command, CustodyTransferOffered offer, CustodyTransferOffered waiting) =>
        waiting with { Transfer = offer.Transfer, Due = offer.Due } == offer && (command.Due is null || offer.Due == waiting.Due);
}
