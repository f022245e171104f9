using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Operations;

/// <summary>
/// How acts on an operation and its sites reach the ledger: each holds the operation's stream alone, so that they go one after the
/// other and every decision stands on what the last one left (ADR 0011).
/// </summary>
internal static class OnOperation
{
    private static readonly Refusal SitesChanged = new("operation.sites-changed", "A site was added at this moment: look at the board again.");

    public static Task<Acted> Act(
        OperationId id, Permission need, Intent intent, Ledger ledger, string? reason, Func<Operation, Acting, Decision<IOperationFact>> decide,
        CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, null, [], [], ground =>
            ground.Forbids(id.Value, need) is { } no
                ? no
                : Deed.Of(id.Value, decide(ground.State<Operation, IOperationFact>(id.Value)!, ground.By), ground.LabelOf(id.Value)!, reason))
        { Alone = [id.Value] }, cancel);

    /// <summary>An act that stands on all sites: none of them changes until it is committed, for whoever would change one waits for the operation.</summary>
    public static Task<Acted> ActOverSites(
        OperationId id, Permission need, Intent intent, Ledger ledger, Func<Operation, IReadOnlyList<Site>, Grounds, Deed> decide, CancellationToken cancel) =>
        OverSites(id, null, [], need, intent, ledger, decide, cancel);

    /// <summary>The same for one that may turn the readiness of any site, which partners then learn.</summary>
    public static async Task<Acted> TurnSites(
        OperationId id, long seen, Permission need, Intent intent, Ledger ledger, IReader reader,
        Func<Operation, IReadOnlyList<Site>, Grounds, Deed> decide, CancellationToken cancel)
    {
        if (await reader.Load<OperationRow>(id.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var known = row.Sites.Select(s => s.Site).ToHashSet();
        return await OverSites(id, seen, [.. known.Select(s => PartnerSiteId.Of(s).Value)], need, intent, ledger,
            (operation, sites, ground) => sites.All(s => known.Contains(s.Id)) ? decide(operation, sites, ground) : SitesChanged, cancel);
    }

    /// <summary>An act at one site, with what partners learn of it and what follows for a go that stood on it.</summary>
    public static async Task<Acted> ActAtSite(
        SiteId id, long? seen, Permission need, Intent intent, Ledger ledger, IReader reader, string? reason,
        Func<Site, Operation, Acting, Decision<ISiteFact>> decide, CancellationToken cancel)
    {
        // A site never changes its operation, so that it may be looked up before the act.
        if (await reader.Load<SiteRow>(id.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var (of, partner) = (row.Operation.Value, PartnerSiteId.Of(id).Value);
        return await ledger.Act(intent, new Undertaking(id.Value, seen, [partner], [], ground =>
        {
            if (ground.Forbids(id.Value, need) is { } no)
                return no;
            var operation = ground.State<Operation, IOperationFact>(of)!;
            var site = ground.State<Site, ISiteFact>(id.Value)!;
            var decided = decide(site, operation, ground.By);
            if (decided.Refusal is { } refusal)
                return refusal;
            return Deed.Of(id.Value, decided, site.Label, reason)
                .And(partner, PartnerSite.Learn(site, decided), operation.Label)
                .And(of, HoldOnChange.Decide(ground.By, operation, site, decided), operation.Label);
        }) { Alone = [of] }, cancel);
    }

    /// <summary>What was decided of the operation, with what it means for the readiness of each site, and what partners learn of that.</summary>
    public static Deed AndLapse(
        Operation operation, Decision<IOperationFact> decided, IReadOnlyList<Site> sites, Func<Site, Decision<ISiteFact>> lapse, string reason)
    {
        var deed = Deed.Of(operation.Id.Value, decided, operation.Label, reason);
        foreach (var site in decided.Facts.Count > 0 ? sites : [])
        {
            var lapsed = lapse(site);
            deed = deed.And(site.Id.Value, lapsed, site.Label, reason).And(PartnerSiteId.Of(site.Id).Value, PartnerSite.Learn(site, lapsed), operation.Label);
        }
        return deed;
    }

    private static Task<Acted> OverSites(
        OperationId id, long? seen, IReadOnlyList<Guid> partners, Permission need, Intent intent, Ledger ledger,
        Func<Operation, IReadOnlyList<Site>, Grounds, Deed> decide, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, seen, partners, [], ground =>
        {
            if (ground.Forbids(id.Value, need) is { } no)
                return no;
            var operation = ground.State<Operation, IOperationFact>(id.Value)!;
            return decide(operation, [.. operation.Sites.Select(s => ground.State<Site, ISiteFact>(s.Site.Value)!)], ground);
        }) { Alone = [id.Value], Named = new Naming(id.Value, typeof(OperationSiteAdded), nameof(OperationSiteAdded.Site)) }, cancel);

    /// <summary>Whom a plan names gets the role that goes with it; whoever has it already keeps it.</summary>
    public static Decision<IGrantFact> Appoint(Grounds ground, OperationId id, OfficerId officer, Role role, string field)
    {
        if (ground.State<Officer, IOfficerFact>(officer.Value) is not { } recipient)
            return Refusal.Unknown.At(field);
        var product = Acting.System(ground.By.At);
        var appointment = new Appointment(new Rights(product.Officer, product.Agency, true, []), recipient, null);
        var given = GiveGrant.Decide(product, new GiveGrant(Scope.Of(id), officer, role, null, null, "Named in the plan"), appointment,
            ground.State<Grant, IGrantFact>(GrantOf(id, officer)));
        return given.Refusal?.Code == GiveGrant.AlreadyHeld.Code ? Decision<IGrantFact>.Nothing : given;
    }

    public static Guid GrantOf(OperationId id, OfficerId officer) => GrantIds.Of(Scope.Of(id), officer);
}
