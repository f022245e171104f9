using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Operations;

/// <summary>Planning: one H-hour, its phases, and the sites of several agencies.</summary>
public static class PlanMutations
{
    private static readonly Refusal NotMember = new("operation.agency-not-member", "The agency is not a member of the task force.", "agency");
    private static readonly Refusal CommanderElsewhere = new("site.commander-of-other-agency", "A site is commanded by an officer of its agency.", "commander");

    /// <summary>Plans an operation of a task force. Whoever plans it becomes its coordinator.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> PlanOperation(PlanOperationInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var (id, planner) = (new OperationId(Guid.NewGuid()), intent.Caller.Officer);
        if (!Moment.TryParse(input.HHour.At, "hHour.at", out var hHour, out var badTime))
            return Task.FromResult<Acted>(badTime);
        var command = new PlanOperation(id, input.Name, input.Aim, input.TaskForce, input.Case, hHour, input.HHour.Zone,
            [.. (input.Phases ?? []).Select(p => new Phase(p.Name, p.Minutes))], input.WindowMinutes ?? 5);
        Guid[] others = [input.TaskForce.Value, planner.Value, OnOperation.GrantOf(id, planner), .. input.Case is { } of ? [of.Value] : Array.Empty<Guid>()];
        return ledger.Act(intent, new Undertaking(id.Value, null, others, [], ground =>
        {
            if (ground.Unknown(input.TaskForce.Value) is { } unknownForce)
                return unknownForce.At("taskForce");
            if (ground.Rights is { } rights && !AccessLaw.MayPlanOperation(rights, input.TaskForce, ground.By.At))
                return Grounds.NotPermitted;
            if (input.Case is { } named && ground.Unknown(named.Value) is { } unknownCase)
                return unknownCase.At("case");
            var label = Operation.LabelOf(id, ground.By.Agency);
            return Deed.Of(id.Value, Domain.Operations.PlanOperation.Decide(ground.By, command), label)
                .And(OnOperation.GrantOf(id, planner), OnOperation.Appoint(ground, id, planner, Role.Coordinator, "taskForce"), Site.LabelOf(id, ground.By.Agency));
        }) { Affects = [planner] }, cancel);
    }

    /// <summary>Adds a site. Its commander gets that role on the operation; nobody else of its agency learns of it by this.</summary>
    [Returns<SiteRow>("site")]
    public static async Task<Acted> AddSite(AddSiteInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        AuthorityGiven? authority = null;
        if (input.Authority is { } given && given.Read("authority", out authority) is { } badTime)
            return badTime;
        if (await reader.Load<OperationRow>(input.Operation.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var (id, of) = (new SiteId(Guid.NewGuid()), input.Operation.Value);
        var command = new AddSite(id, input.Number, input.Place, input.Address, input.Coordinates?.Read(), input.Agency, input.Commander, input.Zone, input.Essential, authority);
        var (partner, grant) = (PartnerSiteId.Of(id).Value, OnOperation.GrantOf(input.Operation, input.Commander));
        return await ledger.Act(intent, new Undertaking(id.Value, null, [partner, grant, input.Commander.Value], [row.TaskForce.Value], ground =>
        {
            if (ground.Forbids(of, Permission.PlanOperation) is { } no)
                return no;
            var operation = ground.State<Operation, IOperationFact>(of)!;
            var decided = Domain.Operations.AddSite.Decide(ground.By, command, operation);
            if ((decided.Refusal ?? Belongs(ground, row.TaskForce, input)) is { } refusal)
                return refusal;
            return Deed.Of(id.Value, decided, Site.LabelOf(input.Operation, input.Agency))
                .And(partner, PartnerSite.Learn(null, decided), operation.Label)
                .And(of, Domain.Operations.AddSite.Enter((SitePlanned)decided.Facts[0]), operation.Label)
                .And(grant, OnOperation.Appoint(ground, input.Operation, input.Commander, Role.SiteCommander, "commander"), Site.LabelOf(input.Operation, input.Agency));
        }) { Alone = [of], Affects = [input.Commander] }, cancel);
    }

    /// <summary>Moves H-hour for all sites at once: phases follow, readiness lapses, and a go that stood on the old time is held.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> MoveHHour(MoveHHourInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (!Moment.TryParse(input.HHour.At, "hHour.at", out var hHour, out var badTime))
            return Task.FromResult<Acted>(badTime);
        var command = new MoveHHour(hHour, input.HHour.Zone, input.Reason);
        return OnOperation.TurnSites(input.Operation, input.Version, Permission.PlanOperation, intent, ledger, reader, (operation, sites, ground) =>
        {
            var moved = Domain.Operations.MoveHHour.Decide(ground.By, command, operation);
            return OnOperation.AndLapse(operation, moved, sites, Domain.Operations.MoveHHour.Lapse, input.Reason);
        }, cancel);
    }

    /// <summary>Puts rules of readiness in force for all sites: they report anew, votes lapse, and a go that stood on the old rules is held.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> SetReadinessPolicy(SetReadinessPolicyInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        var command = new SetReadinessPolicy(input.Name, [.. input.Rules.Select(r => new PolicyRule(r.Rule, r.Minutes, r.Count))], input.Reason);
        return OnOperation.TurnSites(input.Operation, input.Version, Permission.PlanOperation, intent, ledger, reader, (operation, sites, ground) =>
        {
            var set = Domain.Operations.SetReadinessPolicy.Decide(ground.By, command, operation);
            return OnOperation.AndLapse(operation, set, sites, Domain.Operations.SetReadinessPolicy.Lapse, input.Reason);
        }, cancel);
    }

    /// <summary>Lets one site enter some minutes before or after H-hour, within the simultaneity window.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> ShiftSite(ShiftSiteInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnOperation.ActAtSite(input.Site, input.Version, Permission.PlanOperation, intent, ledger, reader, input.Reason,
            (site, operation, by) => Domain.Operations.ShiftSite.Decide(by, new ShiftSite(input.Minutes, input.Reason), site, operation), cancel);

    /// <summary>Says where a site is on the map, or puts it right. Its readiness stands.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> LocateSite(LocateSiteInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnOperation.ActAtSite(input.Site, input.Version, Permission.PlanOperation, intent, ledger, reader, input.Reason,
            (site, operation, by) => Domain.Operations.LocateSite.Decide(by, new LocateSite(input.Coordinates.Read(), input.Reason), site, operation), cancel);

    private static Refusal? Belongs(Grounds ground, TaskForceId force, AddSiteInput input)
    {
        if (ground.State<TaskForce, ITaskForceFact>(force.Value)?.HasMember(input.Agency, ground.By.At) != true)
            return NotMember;
        if (ground.State<Officer, IOfficerFact>(input.Commander.Value) is not { } commander)
            return Refusal.Unknown.At("commander");
        return commander.Agency == input.Agency ? null : CommanderElsewhere;
    }
}
