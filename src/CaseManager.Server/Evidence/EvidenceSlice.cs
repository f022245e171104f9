using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Evidence;

/// <summary>Exhibits and their custody.</summary>
public sealed class EvidenceSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(TransferDueHandler)];

    public void Store(FactCatalog facts) => facts
        .Map<ExhibitSeized>("exhibit.seized.v1")
        .Map<ExhibitDescriptionCorrected>("exhibit.description-corrected.v1")
        .Map<ExhibitResealed>("exhibit.resealed.v1")
        .Map<CustodyTransferOffered>("exhibit.custody-transfer-offered.v1")
        .Map<CustodyTransferAccepted>("exhibit.custody-transfer-accepted.v1")
        .Map<CustodyTransferRefused>("exhibit.custody-transfer-refused.v1")
        .Map<CustodyTransferWithdrawn>("exhibit.custody-transfer-withdrawn.v1")
        .Map<CustodyTransferFellOverdue>("exhibit.custody-transfer-fell-overdue.v1")
        .Project(ExhibitRow.Projection)
        .React<CustodyTransferOffered>((stream, f, _) => new Reaction(new TransferDue(stream, f.Transfer), f.Due));

    public void Wire(WireModel wire) => wire
        .Node<ExhibitRow, ExhibitId>("Exhibit", ExhibitRow.View, id => id.Value)
        .Extend<ExhibitRow>(typeof(ExhibitFields))
        .ExtendById<CaseId>(typeof(ExhibitsOfCase))
        .Query(typeof(ExhibitQueries))
        .Mutation(typeof(SeizeExhibitMutation))
        .Mutation(typeof(ExhibitMutations))
        .Subscription(typeof(ExhibitSubscriptions));
}
