using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Tells what changed in a record since a version, as far as the caller may know it.</summary>
public sealed class ChangeTeller(FactCatalog catalog, Labels labels)
{
    public async Task<Staleness> Since(Grounds ground, Guid stream, long seen, CancellationToken cancel)
    {
        var visible = new List<StoredFact<IFact>>();
        foreach (var fact in ground.Facts(stream))
        {
            if (ground.Rights is { } rights && AccessLaw.MayRead(rights, await labels.Of(fact.Label, cancel), ground.By.At))
                visible.Add(fact);
        }
        var view = visible is [var first, ..] ? catalog.ProjectionOf(first.Fact)?.View : null;
        return new Staleness(ground.Version(stream), [.. Histories.Tell(catalog, visible).Where(c => c.Version > seen)])
        {
            Seen = view is null ? [] : [.. visible.Select(fact => new Seen(view.Table, stream, fact.Label))],
        };
    }
}
