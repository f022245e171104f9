using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>Operations, their sites, and the decisions on them.</summary>
public sealed class OperationsSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [];

    public IReadOnlyList<InboxSource> Inbox { get; } = [OperationInbox.VotesToCast, OperationInbox.OrdersToAcknowledge];

    public void Store(FactCatalog facts) => facts
        .Map<OperationPlanned>("operation.planned.v1")
        .Map<OperationSiteAdded>("operation.site-added.v1")
        .Map<HHourMoved>("operation.h-hour-moved.v1")
        .Map<ReadinessPolicySet>("operation.readiness-policy-set.v1")
        .Map<VoteCast>("operation.vote-cast.v1")
        .Map<GoDecided>("operation.go-decided.v1")
        .Map<NoGoDecided>("operation.no-go-decided.v1")
        .Map<OperationHeld>("operation.held.v1")
        .Map<OperationAborted>("operation.aborted.v1")
        .Map<SitePlanned>("site.planned.v1")
        .Map<SiteLocated>("site.located.v1")
        .Map<SiteShifted>("site.shifted.v1")
        .Map<SiteAuthorityRecorded>("site.authority-recorded.v1")
        .Map<SiteAuthorityQuashed>("site.authority-quashed.v1")
        .Map<SiteCheckReported>("site.check-reported.v1")
        .Map<SiteRisksSet>("site.risks-set.v1")
        .Map<SiteReportedReady>("site.reported-ready.v1")
        .Map<SiteReportedNotReady>("site.reported-not-ready.v1")
        .Map<SiteReadinessLapsed>("site.readiness-lapsed.v1")
        .Map<SiteWithdrawn>("site.withdrawn.v1")
        .Map<PartnerSiteEntered>("partner-site.entered.v1")
        .Map<PartnerSiteTurned>("partner-site.turned.v1")
        .Map<OrderAcknowledged>("acknowledgement.given.v1")
        .Project(OperationRow.Projection)
        .Tell(OperationRow.Projection, OperationHappenings.Of)
        .Project(SiteRow.Projection)
        .Project(PartnerSiteRow.Projection)
        .Project(AcknowledgementRow.Projection);

    public void Wire(WireModel wire) => wire
        .Node<OperationRow, OperationId>("Operation", OperationRow.View, id => id.Value)
        .Node<SiteRow, SiteId>("Site", SiteRow.View, id => id.Value)
        .Node<PartnerSiteRow, PartnerSiteId>("PartnerSite", PartnerSiteRow.View, id => id.Value)
        .Node<AcknowledgementRow, AcknowledgementId>("Acknowledgement", AcknowledgementRow.View, id => id.Value)
        .Extend<OperationRow>(typeof(OperationFields))
        .Extend<OperationRow>(typeof(MarkingOf<OperationRow>))
        .Extend<SiteRow>(typeof(SiteFields))
        .Extend<SiteRow>(typeof(MarkingOf<SiteRow>))
        .Query(typeof(OperationQueries))
        .Mutation(typeof(PlanMutations))
        .Mutation(typeof(SiteMutations))
        .Mutation(typeof(DecisionMutations))
        .Subscription(typeof(OperationSubscriptions));
}
