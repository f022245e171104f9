using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;

namespace CaseManager.Server.Operations;

/// <summary>What other slices may know of a site.</summary>
internal static class SiteBriefs
{
    public static SiteBrief? Of(IEnumerable<IFact> site, IEnumerable<IFact> operation)
    {
        var planned = site.OfType<SitePlanned>().FirstOrDefault();
        var known = Fold.Of<Site, ISiteFact>(site.OfType<ISiteFact>());
        var of = Fold.Of<Operation, IOperationFact>(operation.OfType<IOperationFact>());
        if (planned is null || known is null || of is null || known.Operation != of.Id)
            return null;
        var place = planned.Address is { } address ? $"{planned.Place}, {address}" : planned.Place;
        return new SiteBrief(known.Id, of.Id, place, known.Label, of.Label, known.MustHaveGone(of));
    }
}
