using CaseManager.Domain.Access;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Interests;

/// <summary>What of interests waits for an officer.</summary>
internal static class InterestInbox
{
    // Long enough for whoever was away over a weekend and a holiday; the page of interests keeps it.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>Interests that match a case which one leads, while they hold and nobody has answered.</summary>
    public static readonly InboxSource ToAnswer = new("interest.to-answer", InterestMatchRow.View, (rights, at) => new Condition.And(
    [
        new Condition.Test(InterestMatchRow.View["answer"], Operator.Eq, null),
        new Condition.Test(InterestMatchRow.View["until"], Operator.Gt, at),
        // By name it is for those who led then; whether they still do, their roles say: on the case, or in its task force, whose label they pass.
        Allowed.On(InterestMatchRow.View["case"], InterestMatchRow.View["taskForce"], rights, Permission.GiveCaseGrant, at),
    ]))
    {
        Case = InterestMatchRow.View["case"], Since = InterestMatchRow.View["foundAt"],
    };

    /// <summary>That somebody turned to one about an interest, of late.</summary>
    public static readonly InboxSource Contacts = new("interest.contacted", InterestContactRow.View, (rights, at) => new Condition.And(
    [
        new Condition.Test(InterestContactRow.View["by"], Operator.Neq, rights.Officer),
        new Condition.Test(InterestContactRow.View["at"], Operator.Gt, at - Waits),
    ]))
    {
        Since = InterestContactRow.View["at"],
    };
}
