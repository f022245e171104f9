using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Deconfliction;

/// <summary>What of conflicts waits for an officer.</summary>
internal static class DeconflictionInbox
{
    // The longest event, and the days before it in which one speaks about it; the page of conflicts keeps it.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(30);

    // Kept off the wire, where the overlap says it.
    private static readonly Column Ended = new("ended", "t.ended", ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: false, Sortable: false);

    /// <summary>Conflicts for which one's own side has to do something: nothing is settled, and what it proposed itself is not what it waits for.</summary>
    public static readonly InboxSource ToSettle = new("conflict.to-settle", ConflictRow.View, (_, at) => new Condition.And(
    [
        new Condition.Test(ConflictRow.View["resolvedAt"], Operator.Eq, null),
        new Condition.Test(Ended, Operator.Eq, false),
        new Condition.Or(
        [
            new Condition.Test(ConflictRow.View["proposedByUs"], Operator.Eq, null),
            new Condition.Test(ConflictRow.View["proposedByUs"], Operator.Eq, false),
        ]),
        new Condition.Test(ConflictRow.View["changedAt"], Operator.Gt, at - Waits),
    ]))
    {
        Since = ConflictRow.View["foundAt"],
    };
}
