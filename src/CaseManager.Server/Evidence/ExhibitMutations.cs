using CaseManager.Domain.Access;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>Keeping exhibits, and handing them over: one offers, the other accepts.</summary>
public static class ExhibitMutations
{
    // One answer to all of it: whether somebody may read what, or which role they have, is not for everybody to ask.
    private static readonly Refusal CannotTake = new("exhibit.addressee-cannot-take", "This officer cannot take the exhibit over.", "to");

    /// <summary>Corrects what an exhibit is said to be; what was there before stays readable in the history.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> CorrectExhibitDescription(CorrectExhibitDescriptionInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Keep(input.Exhibit, input.Version, intent, ledger, input.Reason,
            (exhibit, by) => CorrectDescription.Decide(by, new CorrectDescription(input.Description, input.Reason), exhibit), cancel);

    /// <summary>Notes that the holder put another seal on, and why.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> ResealExhibit(ResealExhibitInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Keep(input.Exhibit, input.Version, intent, ledger, input.Reason,
            (exhibit, by) => Domain.Evidence.ResealExhibit.Decide(by, new ResealExhibit(input.Seal, input.Reason), exhibit), cancel);

    /// <summary>Offers an exhibit that the caller holds to another officer, who may read it and keep exhibits.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> OfferCustodyTransfer(OfferCustodyTransferInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var command = new OfferCustodyTransfer(input.To, input.Seal, input.Reason, input.Due);
        return ledger.Act(intent, new Undertaking(input.Exhibit.Value, input.Version, [], [], ground =>
        {
            if (ground.Forbids(input.Exhibit.Value, Permission.KeepExhibit) is { } no)
                return no;
            if (ground.State<Officer, IOfficerFact>(input.To.Value) is null)
                return Refusal.Unknown.At("to");
            var decision = Domain.Evidence.OfferCustodyTransfer.Decide(ground.By, command, ground.State<Exhibit, IExhibitFact>(input.Exhibit.Value)!);
            // Asked last: only who could offer the item at all learns whether the other could take it.
            if (decision.Facts.Count > 0 && !ground.Could(input.To, input.Exhibit.Value, Permission.KeepExhibit))
                return CannotTake;
            return Deed.Of(input.Exhibit.Value, decision, ground.LabelOf(input.Exhibit.Value)!, input.Reason);
        }) { Judged = [input.To] }, cancel);
    }

    /// <summary>Takes over an exhibit that was offered to the caller, with its seal as the caller reads it.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> AcceptCustodyTransfer(AcceptCustodyTransferInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Keep(input.Exhibit, input.Version, intent, ledger, input.Remark, (exhibit, by) => Domain.Evidence.AcceptCustodyTransfer.Decide(
            by, new AcceptCustodyTransfer(input.SealSeen, input.HandedOverAt, input.Remark), exhibit), cancel);

    /// <summary>Declines an exhibit that was offered to the caller; it stays with who offered it.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> RefuseCustodyTransfer(RefuseCustodyTransferInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Keep(input.Exhibit, input.Version, intent, ledger, input.Reason, (exhibit, by) => Domain.Evidence.RefuseCustodyTransfer.Decide(
            by, new RefuseCustodyTransfer(input.Reason, input.SealSeen), exhibit), cancel);

    /// <summary>Takes the caller's own offer back while nobody has answered it.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static Task<Acted> WithdrawCustodyTransfer(WithdrawCustodyTransferInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Keep(input.Exhibit, input.Version, intent, ledger, input.Reason, (exhibit, by) => Domain.Evidence.WithdrawCustodyTransfer.Decide(
            by, new WithdrawCustodyTransfer(input.Reason), exhibit), cancel);

    private static Task<Acted> Keep(
        ExhibitId id, long seen, Intent intent, Ledger ledger, string? reason, Func<Exhibit, Acting, Decision<IExhibitFact>> decide, CancellationToken cancel) =>
        ledger.Transact(intent, id.Value, seen, Permission.KeepExhibit, decide, cancel, reason);
}
