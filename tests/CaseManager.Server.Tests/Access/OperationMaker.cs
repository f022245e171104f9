using CaseManager.Domain.Kernel;
using CaseManager.Server.Operations;
using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>Operations with sites of several agencies, one of them aborted and heard of.</summary>
internal sealed class OperationMaker(WorldMaker maker, CaseMaker cases)
{
    private static readonly string[] Plans = ["TEAM_COMMANDER", "SUPERVISOR", "COORDINATOR"];
    private static readonly string[] Reports = [.. Plans, "LIAISON", "SITE_COMMANDER"];

    private Chance Chance => maker.Chance;

    private World World => maker.World;

    public async Task Make()
    {
        foreach (var force in World.Forces)
            if (maker.Serving.Where(p => World.Law.Holds(p, force.Id, WorldMaker.Now, Plans)).ToList() is { Count: > 0 } able)
                await Plan(force, Chance.Of(able));
    }

    private async Task Plan(Force force, Person planner)
    {
        var word = Chance.Word();
        var served = cases.Opened.Select(c => c.Case).FirstOrDefault(c => World.Law.MayRead(planner, c.Marking, WorldMaker.Now));
        var outcome = await maker.Try(planner.Voice, "planOperation", new
        {
            name = word.ToUpperInvariant(), aim = "One aim", taskForce = force.Id, @case = served?.Id, hHour = new { at = $"2026-12-{24 + World.Forces.IndexOf(force)}T10:15Z" },
        });
        if (outcome is null)
            return;
        var circle = new Circle.OnOperation(outcome.Id);
        var operation = maker.Add(new Item("Operation", outcome.Id, new Marking(circle, "AMBER", planner.Agency, []), word)
        {
            Of = outcome.Id, Other = served?.Id, Force = force.Id, Agency = planner.Agency, By = planner, Told = 1, Status = "PLANNED",
        });
        maker.Give(planner, operation.Id, "COORDINATOR", Own(circle, planner.Agency));
        var sites = new List<(Item Site, Person Commander)>();
        foreach (var (commander, number) in Chance.Some(maker.Serving.Where(p => Member(force, p.Agency)), 2).Select((c, i) => (c, $"S{i + 1}")))
            if (await Site(operation, planner, commander, number) is { } site)
                sites.Add((site, commander));
        foreach (var officer in Chance.Some(maker.Serving.Where(p => p != planner), 3))
            await Grant(operation, planner, officer, Chance.Of(WorldMaker.Roles));
        foreach (var (linked, lead) in cases.Opened)
            if (World.Items.FirstOrDefault(i => i.Type is "TimelineEntry" or "Exhibit" && i.Of == linked.Id) is { } record && World.Law.MayRead(lead, operation.Marking, WorldMaker.Now))
                await cases.Link(lead, record, operation);
        if (Chance.OneIn(2) && await maker.Try(planner.Voice, "abortOperation", new { operation = operation.Id, reason = WorldMaker.Why }) is not null)
        {
            (operation.Status, operation.Told) = ("ABORTED", operation.Told + 1);
            await Acknowledge(operation, sites);
        }
    }

    private static bool Member(Force force, Body agency) => force.Members.Any(m => m.Agency == agency && m.Time.Covers(WorldMaker.Now));

    // What only one agency and those who direct the whole may know: a site, and who does what there.
    private static Marking Own(Circle circle, Body agency) => new(circle, "AMBER_STRICT", agency, []);

    private async Task<Item?> Site(Item operation, Person planner, Person commander, string number)
    {
        var word = Chance.Word();
        var outcome = await maker.Try(planner.Voice, "addSite", new
        {
            operation = operation.Id, number, place = $"Place {word}", agency = commander.Agency.Code, commander = commander.Id, zone = "UTC", essential = true,
            authority = new { reference = "W1", from = "2026-12-20T00:00", until = "2026-12-30T00:00" },
        });
        if (outcome is null)
            return null;
        var own = Own(operation.Marking.NeedsToKnow, commander.Agency);
        var site = maker.Add(new Item("Site", outcome.Id, own, word) { Of = operation.Id, Agency = commander.Agency, Number = number });
        var partner = GlobalIds.Of("PartnerSite", PartnerSiteId.Of(new SiteId(GlobalIds.Key(site.Id))).Value);
        maker.Add(new Item("PartnerSite", partner, operation.Marking) { Of = operation.Id, Other = site.Id, Number = number });
        if (!World.Given.Any(h => h.Officer == commander && h.Scope == operation.Id && h.Role == "SITE_COMMANDER"))
            maker.Give(commander, operation.Id, "SITE_COMMANDER", own);
        operation.Told++;
        return site;
    }

    private async Task Grant(Item operation, Person planner, Person officer, string role)
    {
        var (from, until) = maker.Times();
        if (await maker.Try(planner.Voice, "grantOperationAccess", new { operation = operation.Id, officer = officer.Id, role, from, until, reason = WorldMaker.Why }) is not null)
            maker.Give(officer, operation.Id, role, Own(operation.Marking.NeedsToKnow, officer.Agency), from, until);
    }

    private async Task Acknowledge(Item operation, List<(Item Site, Person Commander)> sites)
    {
        if (sites.Count == 0)
            return;
        var (site, _) = sites[0];
        if (maker.Serving.FirstOrDefault(p => p.Agency == site.Agency && World.Law.Holds(p, operation.Id, WorldMaker.Now, Reports)) is { } reporter
            && await maker.Try(reporter.Voice, "acknowledgeOrder", new { site = site.Id, order = 1 }) is { Record: { } id })
        {
            maker.Add(new Item("Acknowledgement", id, operation.Marking) { Of = operation.Id, Number = site.Number });
            site.Status = "HEARD";
        }
    }
}
