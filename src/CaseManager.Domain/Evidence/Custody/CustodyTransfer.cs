using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>How an exhibit passes from hand to hand: one offers, the other accepts, and nobody receives from themselves.</summary>
public static class CustodyTransfer
{
    /// <summary>Time for an answer when the offer names none.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <summary>Longest time an offer may ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>An acceptance recorded later than this after the hand-over is marked as recorded late.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromHours(1);

    public static readonly Refusal Waiting = new("exhibit.transfer-waiting", "A hand-over of this exhibit waits for an answer.");
    public static readonly Refusal NothingOffered = new("exhibit.no-transfer", "No hand-over of this exhibit waits for an answer.");
    public static readonly Refusal Own = new("exhibit.own-transfer", "Nobody hands an exhibit over to themselves.");
    public static readonly Refusal NotAddressee = new("exhibit.not-addressee", "The exhibit was offered to another officer.");
    public static readonly Refusal SealMismatch = new("exhibit.seal-mismatch", "The seal is not the one on record for the exhibit.");
}
