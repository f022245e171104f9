using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Evidence;

/// <summary>Following an exhibit from hand to hand.</summary>
public static class ExhibitSubscriptions
{
    /// <summary>The exhibit whenever its custody or its record changes, under the rights of that moment; ends with the right to see it.</summary>
    public static IAsyncEnumerable<Told<ExhibitRow>> CustodyChanged(ExhibitId exhibit, Since since, Caller caller, Feed feed, CancellationToken cancel) =>
        feed.Rows<ExhibitRow, ExhibitRow>(
            caller, exhibit.Value, new Condition.Test(ExhibitRow.View["id"], Operator.Eq, exhibit), poke => poke.Stream == exhibit.Value, since, cancel);
}
