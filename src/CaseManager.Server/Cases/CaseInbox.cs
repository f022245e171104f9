using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Cases;

/// <summary>What of cases and tasks waits for an officer.</summary>
internal static class CaseInbox
{
    /// <summary>Tasks one is asked to do, once they no longer wait for another.</summary>
    public static readonly InboxSource TasksToDo = new("task.to-do", TaskRow.View, (rights, _) => new Condition.And(
    [
        new Condition.Test(TaskRow.View["assignee"], Operator.Eq, rights.Officer),
        TaskQueries.ToDo,
        new Condition.Test(TaskRow.View["blocked"], Operator.Eq, false),
    ]))
    {
        Case = TaskRow.View["case"], Since = TaskRow.View["waitsSince"], Due = TaskRow.View["due"], Overdue = TaskRow.View["overdue"],
    };

    /// <summary>Closures that others proposed, on cases where one may decide.</summary>
    public static readonly InboxSource ClosuresToDecide = new("case.closure-to-decide", CaseRow.View, (rights, at) => new Condition.And(
    [
        // Said as a comparison, which the index on what waits can be used for.
        new Condition.Test(CaseRow.View["closureProposedAt"], Operator.Gt, DateTimeOffset.UnixEpoch),
        new Condition.Test(CaseRow.View["closureProposedBy"], Operator.Neq, rights.Officer),
        new Condition.Or(
        [
            new Condition.Test(CaseRow.View["id"], Operator.In, Allowed.In(ScopeKind.Case, rights, Permission.DecideClosure, at)),
            // A role in the task force counts on cases that are for its eyes.
            new Condition.And(
            [
                new Condition.Test(CaseRow.View["audience"], Operator.Eq, Audience.TaskForce),
                new Condition.Test(CaseRow.View["taskForce"], Operator.In, Allowed.In(ScopeKind.TaskForce, rights, Permission.DecideClosure, at)),
            ]),
        ]),
    ]))
    {
        Case = CaseRow.View["id"], Since = CaseRow.View["closureProposedAt"], Due = CaseRow.View["closureDueAt"], Overdue = CaseRow.View["closureOverdue"],
    };
}
