using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>
/// Takes an exhibit over, with the seal as the receiver reads it. An overdue offer may still be accepted: the item is where it is, and the
/// record says that it came late.
/// </summary>
/// <param name="HandedOverAt">When the item changed hands; now when absent. Earlier is possible, later is not.</param>
public sealed record AcceptCustodyTransfer(string SealSeen, DateTimeOffset? HandedOverAt, string? Remark)
{
    public static readonly Refusal InFuture = new("exhibit.handed-over-in-future", "A hand-over is accepted when it has happened.");
    public static readonly Refusal BeforeHeld = new("exhibit.handed-over-before-held", "The exhibit was not with the officer who hands it over at that time.");

    public static Decision<IExhibitFact> Decide(Acting by, AcceptCustodyTransfer command, Exhibit exhibit)
    {
        var badInput = Seal.Check(command.SealSeen, "sealSeen") ?? Text.CheckOptional(command.Remark, Reason.Longest, "remark");
        if (badInput is not null)
            return badInput;
        if (command.HandedOverAt > by.At)
            return InFuture.At("handedOverAt");
        var seen = Seal.Of(command.SealSeen);
        if (exhibit.Offered is not { } offer)
            return IsRepeat(by, exhibit, seen) ? Decision<IExhibitFact>.Nothing : CustodyTransfer.NothingOffered;
        if (offer.From == by.Officer)
            return CustodyTransfer.Own;
        if (offer.To != by.Officer)
            return CustodyTransfer.NotAddressee;
        if (offer.Seal != seen)
            return CustodyTransfer.SealMismatch.At("sealSeen");
        var handedOverAt = Instants.Utc(command.HandedOverAt ?? by.At);
        if (handedOverAt < exhibit.HeldSince)
            return BeforeHeld.At("handedOverAt");

        return Decision<IExhibitFact>.Accept(new CustodyTransferAccepted(offer.Transfer, by.Officer, seen, handedOverAt, command.Remark));
    }

    private static bool IsRepeat(Acting by, Exhibit exhibit, Seal seen) =>
        exhibit.Received is { } received && received.Transfer == exhibit.Transfers && received.By == by.Officer && received.SealSeen == seen;
}
