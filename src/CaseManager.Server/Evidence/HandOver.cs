using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Evidence;

/// <summary>How an offered hand-over ended.</summary>
public enum HandOverOutcome
{
    Waiting,
    Accepted,
    Refused,
    Withdrawn,
}

/// <summary>One link of a custody chain: an exhibit offered by one officer to another, and what came of it.</summary>
/// <param name="Transfer">Counts the offers of the exhibit, from 1.</param>
/// <param name="Seal">The seal under which it was offered; <paramref name="SealSeen"/> as the receiver read it.</param>
/// <param name="OfferedAt">When the offer was recorded; <paramref name="AnsweredAt"/> when the answer was.</param>
/// <param name="Due">When an answer was due; <paramref name="Overdue"/> that it did not come in time.</param>
/// <param name="Answer">Why it was refused or withdrawn, or the receiver's remark.</param>
/// <param name="HandedOverAt">When the item changed hands, as the receiver says.</param>
/// <param name="RecordedLate">The acceptance was recorded more than an hour after the item changed hands.</param>
public sealed record HandOver(
    int Transfer, OfficerId From, OfficerId To, string Seal, string Reason, DateTimeOffset OfferedAt, DateTimeOffset Due, bool Overdue,
    HandOverOutcome Outcome, DateTimeOffset? AnsweredAt, string? Answer, string? SealSeen, DateTimeOffset? HandedOverAt, bool RecordedLate)
{
    internal static HandOver Of(CustodyTransferOffered e, DateTimeOffset recordedAt) => new(
        e.Transfer, e.From, e.To, e.Seal.Text, e.Reason, recordedAt, e.Due, false, HandOverOutcome.Waiting, null, null, null, null, false);

    /// <summary>The same after one more fact about it.</summary>
    internal HandOver After(StoredFact<IExhibitFact> stored) => stored.Fact switch
    {
        CustodyTransferAccepted e => Answered(HandOverOutcome.Accepted, stored, e.Remark, e.SealSeen) with
        {
            HandedOverAt = e.HandedOverAt, RecordedLate = stored.RecordedAt - e.HandedOverAt > CustodyTransfer.Prompt,
        },
        CustodyTransferRefused e => Answered(HandOverOutcome.Refused, stored, e.Reason, e.SealSeen),
        CustodyTransferWithdrawn e => Answered(HandOverOutcome.Withdrawn, stored, e.Reason, null),
        CustodyTransferFellOverdue => this with { Overdue = true },
        _ => this,
    };

    private HandOver Answered(HandOverOutcome outcome, StoredFact<IExhibitFact> stored, string? answer, Seal? seen) => this with
    {
        Outcome = outcome, AnsweredAt = stored.RecordedAt, Answer = answer, SealSeen = seen?.Text, Overdue = Overdue || stored.RecordedAt >= Due,
    };
}
