using CaseManager.Domain.Interests;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Interests;

/// <summary>What officers look out for, the cases that match it, and what they are told.</summary>
public sealed class InterestsSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(LookForInterestHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [InterestInbox.ToAnswer, InterestInbox.Contacts];

    public void Store(FactCatalog facts) => facts
        .Map<InterestDeclared>("interest.declared.v1")
        .Map<InterestWithdrawn>("interest.withdrawn.v1")
        .Map<InterestMatched>("interest-match.found.v1")
        .Map<InterestDismissed>("interest-match.dismissed.v1")
        .Map<InterestContacted>("interest-match.contacted.v1")
        .Map<AskerContacted>("interest-contact.made.v1")
        .Project(InterestRow.Projection)
        .Project(InterestMatchRow.Projection)
        .Project(InterestContactRow.Projection)
        .React<InterestDeclared>((stream, _, _) => new Reaction(new LookForInterest(stream)));

    public void Wire(WireModel wire) => wire
        .Node<InterestRow, InterestId>("Interest", InterestRow.View, id => id.Value)
        .Node<InterestMatchRow, InterestMatchId>("InterestMatch", InterestMatchRow.View, id => id.Value)
        .Node<InterestContactRow, InterestContactId>("InterestContact", InterestContactRow.View, id => id.Value)
        .Extend<InterestRow>(typeof(InterestFields))
        .Query(typeof(InterestQueries))
        .Mutation(typeof(InterestMutations));
}
