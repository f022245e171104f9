using System.Globalization;
using CaseManager.Domain.Evidence;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>The answer to an offered hand-over is due.</summary>
public sealed record TransferDue(Guid Exhibit, int Transfer);

/// <summary>Starts with an offer, ends with an answer; if none came in time, that goes on the record, once.</summary>
public static class TransferDueHandler
{
    public static async Task Handle(TransferDue message, Ledger ledger, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"transfer-due {message.Exhibit:N} {message.Transfer}");
        var acted = await ledger.Act(Intent.Of(key, message.Exhibit.ToString()), new Undertaking(message.Exhibit, null, [], [], ground =>
            ground.State<Exhibit, IExhibitFact>(message.Exhibit) is { } exhibit
                ? Deed.Of(message.Exhibit, MarkTransferOverdue.Decide(ground.By, new MarkTransferOverdue(message.Transfer), exhibit), ground.LabelOf(message.Exhibit)!)
                : Deed.Nothing), cancel);
        // A node whose clock runs ahead of the database's comes too early: the message is tried again until it is time.
        if (acted.Refusal is { } early)
            throw new InvalidOperationException(early.Code);
    }
}
