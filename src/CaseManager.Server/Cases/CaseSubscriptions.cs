using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Cases;

/// <summary>Following a case as it goes.</summary>
public static class CaseSubscriptions
{
    /// <summary>Entries of the case as they are recorded or changed, each under the rights of that moment; ends with the right to see the case.</summary>
    public static IAsyncEnumerable<Told<EntryRow>> TimelineChanged(CaseId @case, Since since, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<EntryRow, CaseRow>(
            caller, @case.Value, new Condition.Test(EntryRow.View["case"], Operator.Eq, @case), poke => poke.Case == @case.Value, since, cancel);

    /// <summary>The case whenever its own record changes; ends with the right to see it.</summary>
    public static IAsyncEnumerable<Told<CaseRow>> CaseChanged(CaseId @case, Since since, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<CaseRow, CaseRow>(
            caller, @case.Value, new Condition.Test(CaseRow.View["id"], Operator.Eq, @case), poke => poke.Stream == @case.Value, since, cancel);
}
