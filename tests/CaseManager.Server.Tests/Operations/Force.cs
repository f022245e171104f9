using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Access;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Operations;
using CaseManager.Server.Tests.Store;
using Xunit;

namespace CaseManager.Server.Tests.Operations;

/// <summary>Two agencies in a task force, at the same methods that the wire calls: Lead (CFP) plans and decides, Partner (OPS) has a site.</summary>
internal sealed class Force(TaskForceId id, Caller lead, Caller partner)
{
    public const string HHour = "2026-05-13T10:15Z";

    public Caller Lead => lead;

    public Caller Partner => partner;

    public static async Task<Force> On(Node node)
    {
        var (cfp, ops) = (Node.Registrar("registrar"), Node.Registrar("registrar", "OPS"));
        foreach (var registrar in new[] { cfp, ops })
            Done(await DirectoryMutations.RegisterAgency(new RegisterAgencyInput("Body", "CA", "America/Toronto"), Node.Means(registrar), node.Ledger, default));
        var lead = await node.Arrives(Node.Officer("lead"));
        var partner = await node.Arrives(Node.Officer("partner", "OPS"));
        var force = new TaskForceId(Done(await TaskForceMutations.EstablishTaskForce(
            new EstablishTaskForceInput("NG", "Northgate", "Precursors", "v3", null), Node.Means(cfp), node.Ledger, default)));
        Done(await TaskForceMutations.JoinTaskForce(new JoinTaskForceInput(force, new AgencyId("OPS"), null, null), Node.Means(cfp), node.Ledger, default));
        Done(await GrantMutations.AppointToTaskForce(
            new AppointToTaskForceInput(force, lead.Officer, Role.Coordinator, null, null, "Agreement"), Node.Means(cfp), node.Ledger, default));
        return new Force(force, lead, partner);
    }

    /// <summary>An operation with an essential site of each agency, both ready, both agencies for it.</summary>
    public async Task<Plan> Ready(Node node)
    {
        var plan = await Planned(node, 1);
        await plan.AllReady(node, this);
        await plan.AllVote(node, this);
        return plan;
    }

    /// <summary>An operation with a site of the partner and <paramref name="own"/> of the lead; nothing reported.</summary>
    public async Task<Plan> Planned(Node node, int own)
    {
        var operation = new OperationId(Done(await PlanMutations.PlanOperation(
            new PlanOperationInput("GRANITE", "At one moment", id, null, new MomentInput(HHour, null), [new PhaseInput("Entry", 0)], null),
            Node.Means(lead), node.Ledger, default)));
        var sites = new List<(SiteId, Caller)> { (await Site(node, operation, "P1", partner), partner) };
        for (var i = 1; i <= own; i++)
            sites.Add((await Site(node, operation, $"S{i}", lead), lead));
        Done(await GrantMutations.GrantOperationAccess(
            new GrantOperationAccessInput(operation, partner.Officer, Role.Liaison, null, null, "Votes for OPS"), Node.Means(lead), node.Ledger, default));
        return new Plan(operation, sites);
    }

    public static Guid Done(Acted acted)
    {
        Assert.Null(acted.Refusal?.Code);
        return acted.Id!.Value;
    }

    private async Task<SiteId> Site(Node node, OperationId operation, string number, Caller commander) =>
        new(Done(await node.As(lead, reader => PlanMutations.AddSite(
            new AddSiteInput(operation, number, "Place", null, null, commander.Agency, commander.Officer, "America/Toronto", true,
                new SiteAuthorityInput("W", "2026-05-01T00:00Z", "2026-06-01T00:00Z", null, null)),
            Node.Means(lead), node.Ledger, reader, default))));
}

/// <summary>One operation and the acts on it.</summary>
internal sealed class Plan(OperationId id, IReadOnlyList<(SiteId Site, Caller Commander)> sites)
{
    public OperationId Id => id;

    public IReadOnlyList<(SiteId Site, Caller Commander)> Sites => sites;

    public Task<Board> Board(Node node, Force force) =>
        node.As(force.Lead, async reader => (await Server.Operations.Board.Of(id, reader, TimeProvider.System, default))!);

    public async Task AllReady(Node node, Force force)
    {
        foreach (var (site, commander) in sites)
            Force.Done(await node.As(commander, reader => SiteMutations.ReportSiteReady(
                new ReportSiteReadyInput(site, long.MaxValue, null), Node.Means(commander), node.Ledger, reader, default)));
    }

    public async Task<Pin> AllVote(Node node, Force force)
    {
        var pin = (await Board(node, force)).Pin;
        foreach (var voter in new[] { force.Lead, force.Partner })
            Force.Done(await DecisionMutations.CastVote(
                new CastVoteInput(id, voter.Agency, VoteChoice.Go, pin, null), Node.Means(voter), node.Ledger, default));
        return pin;
    }

    public Task<Acted> Go(Node node, Force force, Pin pin) =>
        DecisionMutations.DecideGo(new DecideGoInput(id, pin, null), Node.Means(force.Lead), node.Ledger, default);

    public Task<Acted> Withdraw(Node node, int site) => node.As(sites[site].Commander, reader => SiteMutations.WithdrawSite(
        new WithdrawSiteInput(sites[site].Site, "No staff"), Node.Means(sites[site].Commander), node.Ledger, reader, default));

    public Task<Acted> NotReady(Node node, int site, string reason = "Radio") => node.As(sites[site].Commander, reader => SiteMutations.ReportSiteNotReady(
        new ReportSiteNotReadyInput(sites[site].Site, reason), Node.Means(sites[site].Commander), node.Ledger, reader, default));

    public Task<Acted> Move(Node node, Force force) => node.As(force.Lead, reader => PlanMutations.MoveHHour(
        new MoveHHourInput(id, long.MaxValue, new MomentInput("2026-05-13T11:15Z", null), "Fog"), Node.Means(force.Lead), node.Ledger, reader, default));

    public Task<Acted> NoGo(Node node, Force force) =>
        DecisionMutations.DecideNoGo(new DecideNoGoInput(id, "Fog"), Node.Means(force.Lead), node.Ledger, default);

    public Task<Acted> VoteNoGo(Node node, Force force, Pin pin) => DecisionMutations.CastVote(
        new CastVoteInput(id, force.Partner.Agency, VoteChoice.NoGo, pin, "Child seen"), Node.Means(force.Partner), node.Ledger, default);

    public Task<Acted> Hold(Node node, Force force) =>
        DecisionMutations.HoldOperation(new HoldOperationInput(id, "Wait"), Node.Means(force.Lead), node.Ledger, default);

    public Task<Acted> Abort(Node node, Force force) =>
        DecisionMutations.AbortOperation(new AbortOperationInput(id, "Called off"), Node.Means(force.Lead), node.Ledger, default);
}
