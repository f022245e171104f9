using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Server.Evidence;

/// <summary>Following an exhibit from hand to hand.</summary>
public static class ExhibitSubscriptions
{
    /// <summary>The exhibit whenever its custody or its record changes, under the rights of that moment; ends with the right to see it.</summary>
    public static IAsyncEnumerable<ExhibitRow> CustodyChanged(ExhibitId exhibit, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<ExhibitRow, ExhibitRow>(caller, exhibit.Value, poke => poke.Stream == exhibit.Value, cancel);
}
