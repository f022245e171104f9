using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Takes an offer back while nobody has answered it.</summary>
public sealed record WithdrawCustodyTransfer(string Reason)
{
    public static Decision<IExhibitFact> Decide(Acting by, WithdrawCustodyTransfer command, Exhibit exhibit)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (exhibit.Offered is not { } offer)
            return CustodyTransfer.NothingOffered;
        if (exhibit.MustBeHeldBy(by.Officer) is { } notHolder)
            return notHolder;

        return Decision<IExhibitFact>.Accept(new CustodyTransferWithdrawn(offer.Transfer, by.Officer, command.Reason));
    }
}
