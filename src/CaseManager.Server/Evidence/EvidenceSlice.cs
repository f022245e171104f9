using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Evidence;

/// <summary>Exhibits and their custody.</summary>
public sealed class EvidenceSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(TransferDueHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [OffersToMe];

    /// <summary>Items that somebody wants to hand over to one.</summary>
    private static InboxSource OffersToMe => new("exhibit.custody-to-accept", ExhibitRow.View, (rights, _) =>
        new Condition.Test(ExhibitRow.View["offeredTo"], Operator.Eq, rights.Officer))
    {
        Case = ExhibitRow.View["case"], Since = ExhibitRow.View["inTransitSince"], Due = ExhibitRow.View["due"], Overdue = ExhibitRow.View["overdue"],
    };

    public void Store(FactCatalog facts) => facts
        .Map<ExhibitSeized>("exhibit.seized.v1")
        .Map<ExhibitDescriptionCorrected>("exhibit.description-corrected.v1")
        .Map<ExhibitResealed>("exhibit.resealed.v1")
        .Map<CustodyTransferOffered>("exhibit.custody-transfer-offered.v1")
        .Map<CustodyTransferAccepted>("exhibit.custody-transfer-accepted.v1")
        .Map<CustodyTransferRefused>("exhibit.custody-transfer-refused.v1")
        .Map<CustodyTransferWithdrawn>("exhibit.custody-transfer-withdrawn.v1")
        .Map<CustodyTransferFellOverdue>("exhibit.custody-transfer-fell-overdue.v1")
        .Map<ExhibitMarkingChanged>("exhibit.marking-changed.v1")
        .Project(ExhibitRow.Projection)
        .Tell(ExhibitRow.Projection, ExhibitHappenings.Of)
        .React<CustodyTransferOffered>((stream, f, _) => new Reaction(new TransferDue(stream, f.Transfer), f.Due));

    public void Wire(WireModel wire) => wire
        .Node<ExhibitRow, ExhibitId>("Exhibit", ExhibitRow.View, id => id.Value)
        .Extend<ExhibitRow>(typeof(ExhibitFields))
        .Extend<ExhibitRow>(typeof(MarkingOf<ExhibitRow>))
        .ExtendById<CaseId>(typeof(ExhibitsOfCase))
        .Query(typeof(ExhibitQueries))
        .Mutation(typeof(SeizeExhibitMutation))
        .Mutation(typeof(ExhibitMutations))
        .Mutation(typeof(ExhibitMarkingMutation))
        .Subscription(typeof(ExhibitSubscriptions));
}
