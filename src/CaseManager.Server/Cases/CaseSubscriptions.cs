using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Server.Cases;

/// <summary>Following a case as it goes.</summary>
public static class CaseSubscriptions
{
    /// <summary>Entries of the case as they are recorded or changed, each under the rights of that moment; ends with the right to see the case.</summary>
    public static IAsyncEnumerable<EntryRow> TimelineChanged(CaseId @case, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<EntryRow, CaseRow>(caller, @case.Value, poke => poke.Case == @case.Value, cancel);

    /// <summary>The case whenever its own record changes; ends with the right to see it.</summary>
    public static IAsyncEnumerable<CaseRow> CaseChanged(CaseId @case, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<CaseRow, CaseRow>(caller, @case.Value, poke => poke.Stream == @case.Value, cancel);
}
