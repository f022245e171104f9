using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Operations;

namespace CaseManager.Bench.World;

/// <summary>
/// Operations of several agencies: one to five sites as a rule. The first few have as many as one may have, and as many after them five;
/// all of those were released once, held again, and stand ready. The others stand anywhere between the plan and the end.
/// </summary>
internal sealed class OperationTales(int number)
{
    public const int Large = 8;

    private static readonly AgencyId Own = new(People.Own);

    private readonly Tale<Operation, IOperationFact> _operation = new(Id(number).Value, Operation.LabelOf(Id(number), Own));
    private readonly List<(Tale<Site, ISiteFact> Site, Tale<PartnerSite, IPartnerSiteFact> Partner, Person Commander)> _sites = [];
    private readonly List<Tale<Acknowledgement, IAcknowledgementFact>> _acknowledged = [];
    private readonly Dictionary<Person, HashSet<Role>> _roles = [];
    private DateTimeOffset _at = Seeded.Start.AddHours(number * 40);

    public static OperationId Id(int number) => new(NameId.For("bench-operation", $"{number}"));

    public static SiteId Site(int number, int site) => new(NameId.For("bench-site", $"{number}|{site}"));

    /// <summary>Whose site it is, and who commands it there.</summary>
    public static Person CommanderOf(int number, int site) => Skew.Roll(5, number, site) switch
    {
        0 => People.Desk((number + site) % People.Desks),
        var partner => People.Partner(partner - 1, site),
    };

    /// <summary>Who speaks for the agencies that take part, the lead first.</summary>
    public static IEnumerable<Person> VotersOf(int number) =>
        Enumerable.Range(0, SitesOf(number)).Select(s => CommanderOf(number, s).Agency).Where(a => a != People.Own).Distinct()
            .Select(a => People.Partner(Array.IndexOf(People.Partners, a), 0)).Prepend(People.Coordinator);

    public static int SitesOf(int number) => number switch
    {
        < Large => OperationLimits.Sites,
        < 2 * Large => 5,
        _ => Skew.Roll(20, number) is var roll && roll == 19 ? 12 : 1 + roll % 5,
    };

    public IEnumerable<Stream> Tell()
    {
        Plan();
        var fate = number < 2 * Large ? 3 : Skew.Roll(8, number, salt: 1);
        if (fate > 0)
            AllReady();
        if (fate > 1)
            Go();
        if (fate is 2 or 3)
            Do(Next(), by => HoldOperation.Decide(by, new HoldOperation("Fog at the harbour"), _operation.State!));
        if (fate == 4)
            Do(Next(), by => AbortOperation.Decide(by, new AbortOperation("Called off"), _operation.State!));
        return
        [
            _operation.Stream, .. _sites.SelectMany(s => new[] { s.Site.Stream, s.Partner.Stream }), .. _acknowledged.Select(a => a.Stream), .. _roles.Select(r => Granted(r.Key, r.Value)),
        ];
    }

    private void Plan()
    {
        Appoint(People.Coordinator, Role.Coordinator);
        var hHour = Seeded.Start.AddDays(300);
        Do(Next(), by => PlanOperation.Decide(by, new PlanOperation(
            Id(number), $"GRANITE {number}", "Enter all sites at one moment", Seeded.Force, null, Moment.At(hHour), null,
            [new Phase("Approach", -30), new Phase("Entry", 0), new Phase("Search", 15)], 10)));
        for (var s = 0; s < SitesOf(number); s++)
            Enter(s);
        foreach (var voter in VotersOf(number).Skip(1))
            Appoint(voter, Role.Liaison);
    }

    private void Enter(int s)
    {
        var (id, commander) = (Site(number, s), CommanderOf(number, s));
        var partner = PartnerSiteId.Of(id).Value;
        var site = new Tale<Site, ISiteFact>(id.Value, Domain.Operations.Site.LabelOf(Id(number), commander.Of));
        var seen = new Tale<PartnerSite, IPartnerSiteFact>(partner, Operation.LabelOf(Id(number), Own));
        var by = Next();
        var decided = site.Add(by, AddSite.Decide(by, new AddSite(
            id, $"S{s + 1}", $"Warehouse {s}", "Harbour road 7", new Coordinates(43.6m, -79.4m), commander.Of, commander.Id, "America/Toronto", s % 4 != 3,
            new AuthorityGiven($"W-{number}-{s}", Moment.At(Seeded.Start), Moment.At(Seeded.Start.AddYears(5)), null, null)), _operation.State!));
        seen.Add(by, PartnerSite.Learn(null, decided));
        _operation.Add(by, AddSite.Enter((SitePlanned)decided.Facts[0]));
        _sites.Add((site, seen, commander));
        Appoint(commander, Role.SiteCommander);
    }

    private void AllReady()
    {
        foreach (var (site, partner, commander) in _sites)
        {
            var (by, before) = (commander.At(Next().At), site.State!);
            partner.Add(by, PartnerSite.Learn(before, site.Add(by, ReportReady.Decide(by, new ReportReady("Team and vehicles in place"), before, _operation.State!))));
        }
    }

    private void Go()
    {
        var pin = _operation.State!.PinWith(Sites);
        foreach (var voter in VotersOf(number))
            Do(voter.At(Next().At), by => CastVote.Decide(by, new CastVote(voter.Of, VoteChoice.Go, pin, null), _operation.State!, Sites));
        Do(Next(), by => DecideGo.Decide(by, new DecideGo(pin, null), _operation.State!, Sites));
        var order = _operation.State!.Order!.Number;
        foreach (var (site, _, commander) in _sites)
        {
            var by = commander.At(Next().At);
            var heard = new Tale<Acknowledgement, IAcknowledgementFact>(AcknowledgementId.Of(site.State!.Id, order).Value, Operation.LabelOf(Id(number), Own));
            heard.Add(by, Acknowledge.Decide(by, new Acknowledge(order), _operation.State!, site.State, null));
            _acknowledged.Add(heard);
        }
    }

    private IReadOnlyList<Site> Sites => [.. _sites.Select(s => s.Site.State!)];

    private Acting Next() => People.Coordinator.At(_at = _at.AddMinutes(1));

    private void Do(Acting by, Func<Acting, Decision<IOperationFact>> decide) => _operation.Add(by, decide(by));

    private void Appoint(Person officer, Role role)
    {
        if (!_roles.TryGetValue(officer, out var roles))
            _roles.Add(officer, roles = []);
        roles.Add(role);
    }

    private Stream Granted(Person officer, HashSet<Role> roles)
    {
        var scope = Scope.Of(Id(number));
        return Stream.By(People.Coordinator, GrantIds.Of(scope, officer.Id), Domain.Operations.Site.LabelOf(Id(number), officer.Of), _at,
            [.. roles.Select(role => new GrantGiven(scope, officer.Id, role, Seeded.Start, null, "Named in the plan"))]);
    }
}
