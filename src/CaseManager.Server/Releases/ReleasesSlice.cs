using CaseManager.Domain.Releases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Releases;

/// <summary>Passing on what belongs to others: asked, answered and taken back.</summary>
public sealed class ReleasesSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(ReleaseDueHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [ReleaseRow.ToDecide, ReleaseRow.Answered, RevocationNoticeRow.ToAcknowledge];

    public void Store(FactCatalog facts) => facts
        .Map<ReleaseAsked>("release.asked.v1")
        .Map<ReleaseApproved>("release.approved.v1")
        .Map<ReleaseRefused>("release.refused.v1")
        .Map<ReleaseLapsed>("release.lapsed.v1")
        .Map<ReleaseRevoked>("release.revoked.v1")
        .Map<RevocationTold>("revocation.told.v1")
        .Map<RevocationAcknowledged>("revocation.acknowledged.v1")
        .Project(ReleaseRow.Projection)
        .Project(RevocationNoticeRow.Projection)
        .React<ReleaseAsked>((stream, f, _) => new Reaction(new ReleaseDue(stream, f.Round), f.Due));

    public void Wire(WireModel wire) => wire
        .Node<ReleaseRow, ReleaseId>("ReleaseRequest", ReleaseRow.View, id => id.Value)
        .Node<RevocationNoticeRow, RevocationNoticeId>("RevocationNotice", RevocationNoticeRow.View, id => id.Value)
        .Extend<ReleaseRow>(typeof(ReleaseFields))
        .Extend<ReleaseRow>(typeof(MarkingOf<ReleaseRow>))
        .Query(typeof(ReleaseQueries))
        .Mutation(typeof(ReleaseMutations));
}
