using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Does not take an exhibit over; it stays with who offered it.</summary>
/// <param name="SealSeen">The seal as the receiver reads it, when that is why.</param>
public sealed record RefuseCustodyTransfer(string Reason, string? SealSeen)
{
    public static Decision<IExhibitFact> Decide(Acting by, RefuseCustodyTransfer command, Exhibit exhibit)
    {
        if ((Kernel.Reason.Check(command.Reason) ?? Seal.CheckOptional(command.SealSeen, "sealSeen")) is { } badInput)
            return badInput;
        if (exhibit.Offered is not { } offer)
            return CustodyTransfer.NothingOffered;
        if (offer.To != by.Officer)
            return CustodyTransfer.NotAddressee;

        return Decision<IExhibitFact>.Accept(new CustodyTransferRefused(
            offer.Transfer, by.Officer, command.Reason, command.SealSeen is { } seen ? Seal.Of(seen) : null));
    }
}
