using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Puts on record that a task force's overseers are told of an officer; the officer's stream there says when they last were.</summary>
public static class ProbingNotices
{
    public static TellProbing Of(Ledger ledger) => (notice, overseers, cancel) =>
    {
        var stream = ProbingRow.KeyOf(notice.TaskForce, notice.Officer);
        // By name: a label for the task force would show it to all who belong to it, and the officer may be one of them.
        var label = new Label(notice.Agency, Tlp.Red, null, notice.TaskForce, [.. overseers]);
        // Without a key: the stream itself tells a repeat, and an hour later the same is no repeat.
        var intent = new Intent(Caller.System, null, [], stream.ToString(), stream.ToString());
        return ledger.Act(intent, new Undertaking(stream, null, [], [], ground =>
            Deed.Of(stream, NoticeProbing.Decide(ground.By, notice, ground.State<ProbingWatch, IProbingFact>(stream)), label)), cancel);
    };
}
