using CaseManager.Domain.Evidence;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Evidence;

/// <summary>What happens to an exhibit, as its case's timeline tells it.</summary>
internal static class ExhibitHappenings
{
    public static Happening? Of(ExhibitRow exhibit, StoredFact<IExhibitFact> stored) =>
        Text(exhibit, stored.Fact) is { } text
            ? new Happening(exhibit.Case, exhibit.Originator, exhibit.Tlp, When(stored), text)
            : null;

    private static Domain.Kernel.Occurrence When(StoredFact<IExhibitFact> stored) => stored.Fact switch
    {
        ExhibitSeized e => e.Occurrence,
        CustodyTransferAccepted e => Happening.At(e.HandedOverAt),
        _ => Happening.At(stored.RecordedAt),
    };

    private static string? Text(ExhibitRow exhibit, IExhibitFact fact) => fact switch
    {
        ExhibitSeized e => $"Exhibit {exhibit.Number} seized under seal {e.Seal.Text}: {e.Description}",
        ExhibitDescriptionCorrected e => $"Exhibit {exhibit.Number}: description corrected to \"{e.Is}\"",
        ExhibitResealed e => $"Exhibit {exhibit.Number} resealed: seal {e.Was.Text} broken, seal {e.Is.Text} put on",
        CustodyTransferOffered => $"Exhibit {exhibit.Number} offered for hand-over",
        CustodyTransferAccepted e => $"Exhibit {exhibit.Number} handed over, seal {e.SealSeen.Text} seen",
        CustodyTransferRefused e => $"Hand-over of exhibit {exhibit.Number} refused: {e.Reason}",
        CustodyTransferWithdrawn e => $"Hand-over of exhibit {exhibit.Number} withdrawn: {e.Reason}",
        CustodyTransferFellOverdue => $"Hand-over of exhibit {exhibit.Number} overdue",
        _ => null,
    };
}
