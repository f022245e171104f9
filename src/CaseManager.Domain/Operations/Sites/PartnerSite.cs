using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Facts of what all partners know of a site, under the operation's label. Stored for ever: add, never edit.</summary>
public interface IPartnerSiteFact : IFact;

public sealed record PartnerSiteEntered(SiteId Site, OperationId Operation, string Number) : IPartnerSiteFact;

public sealed record PartnerSiteTurned(Readiness Was, Readiness Is) : IPartnerSiteFact;

/// <summary>A site as partners see it: that it is there, and whether it is ready.</summary>
public sealed record PartnerSite(SiteId Site, OperationId Operation, string Number, Readiness Readiness) : IState<PartnerSite, IPartnerSiteFact>
{
    public static PartnerSite Evolve(PartnerSite? state, IPartnerSiteFact fact) => fact switch
    {
        PartnerSiteEntered e => new PartnerSite(e.Site, e.Operation, e.Number, Readiness.Awaited),
        PartnerSiteTurned e => state! with { Readiness = e.Is },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>What partners learn of what was decided at a site: that its readiness turned, and nothing else.</summary>
    public static Decision<IPartnerSiteFact> Learn(Site? before, Decision<ISiteFact> decided)
    {
        if (decided.Facts.Count == 0)
            return Decision<IPartnerSiteFact>.Nothing;
        var after = decided.Facts.Aggregate(before, Operations.Site.Evolve)!;
        if (before is null)
            return Decision<IPartnerSiteFact>.Accept(new PartnerSiteEntered(after.Id, after.Operation, after.Number));
        return after.Turns == before.Turns
            ? Decision<IPartnerSiteFact>.Nothing
            : Decision<IPartnerSiteFact>.Accept(new PartnerSiteTurned(before.Readiness, after.Readiness));
    }
}
