using CaseManager.Domain.Deconfliction;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Deconfliction;

/// <summary>What is planned where, when and at whom, and who is told that somebody else is there as well.</summary>
public sealed class DeconflictionSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(CompareEventHandler), typeof(TellBothSidesHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [DeconflictionInbox.ToSettle];

    public void Store(FactCatalog facts) => facts
        .Map<DeconflictionEventRegistered>("deconfliction-event.registered.v1")
        .Map<DeconflictionEventMoved>("deconfliction-event.moved.v1")
        .Map<DeconflictionEventCompared>("deconfliction-event.compared.v1")
        .Map<DeconflictionEventClosed>("deconfliction-event.closed.v1")
        .Map<ConflictPaired>("conflict-pair.found.v1")
        .Map<ConflictPairCompared>("conflict-pair.compared.v1")
        .Map<PairRevealAgreed>("conflict-pair.reveal-agreed.v1")
        .Map<PairRevealWithdrawn>("conflict-pair.reveal-withdrawn.v1")
        .Map<PairResolutionProposed>("conflict-pair.resolution-proposed.v1")
        .Map<PairResolutionSigned>("conflict-pair.resolution-signed.v1")
        .Map<ConflictFound>("conflict.found.v1")
        .Map<ConflictOverlapChanged>("conflict.overlap-changed.v1")
        .Map<RevealAgreedHere>("conflict.reveal-agreed-here.v1")
        .Map<RevealWithdrawnHere>("conflict.reveal-withdrawn-here.v1")
        .Map<RevealAgreedThere>("conflict.reveal-agreed-there.v1")
        .Map<RevealWithdrawnThere>("conflict.reveal-withdrawn-there.v1")
        .Map<ResolutionProposedHere>("conflict.resolution-proposed-here.v1")
        .Map<ResolutionProposedThere>("conflict.resolution-proposed-there.v1")
        .Map<ConflictResolved>("conflict.resolved.v1")
        .Map<ResolutionLapsed>("conflict.resolution-lapsed.v1")
        .Map<ConflictRevealed>("conflict-reveal.told.v1")
        .Project(DeconflictionEventRow.Projection)
        .Project(ConflictRow.Projection)
        .Project(ConflictRevealRow.Projection)
        .React<DeconflictionEventRegistered>((stream, _, _) => new Reaction(new CompareEvent(stream)))
        .React<DeconflictionEventMoved>((stream, _, _) => new Reaction(new CompareEvent(stream)))
        .React<DeconflictionEventClosed>((stream, _, _) => new Reaction(new CompareEvent(stream)))
        .React<PairRevealAgreed>((pair, fact, _) => new Reaction(new TellBothSides(pair, fact.Side.Value)))
        .React<PairRevealWithdrawn>((pair, fact, _) => new Reaction(new TellBothSides(pair, fact.Side.Value)))
        .React<PairResolutionProposed>((pair, fact, _) => new Reaction(new TellBothSides(pair, fact.Side.Value)))
        .React<PairResolutionSigned>((pair, fact, _) => new Reaction(new TellBothSides(pair, fact.Side.Value)));

    public void Wire(WireModel wire) => wire
        .Node<DeconflictionEventRow, DeconflictionEventId>("DeconflictionEvent", DeconflictionEventRow.View, id => id.Value)
        .Node<ConflictRow, ConflictId>("Conflict", ConflictRow.View, id => id.Value)
        .Node<ConflictRevealRow, ConflictRevealId>("ConflictReveal", ConflictRevealRow.View, id => id.Value)
        .Extend<DeconflictionEventRow>(typeof(DeconflictionEventFields))
        .Extend<ConflictRow>(typeof(ConflictFields))
        .Extend<DeconflictionEventRow>(typeof(MarkingOf<DeconflictionEventRow>))
        .Extend<ConflictRow>(typeof(MarkingOf<ConflictRow>))
        .Extend<ConflictRevealRow>(typeof(MarkingOf<ConflictRevealRow>))
        .Query(typeof(DeconflictionQueries))
        .Mutation(typeof(DeconflictionMutations))
        .Mutation(typeof(ConflictMutations));
}
