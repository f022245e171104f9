using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>Cases of all markings with entries, exhibits, tasks, links and saved views.</summary>
internal sealed class CaseMaker(WorldMaker maker)
{
    private static readonly string[] Kinds = ["SUBSTANCE", "DOCUMENT", "CASH"];
    private static readonly string[] Priorities = ["LOW", "NORMAL", "HIGH", "URGENT"];
    private static readonly string[] WritesEntries =
    [
        "TEAM_COMMANDER", "SUPERVISOR", "PRIMARY_INVESTIGATOR", "FILE_COORDINATOR", "INVESTIGATOR", "ANALYST", "COORDINATOR",
        "EXHIBIT_CUSTODIAN", "SITE_COMMANDER", "LIAISON",
    ];

    private const int Cases = 5;

    private int _minute;

    /// <summary>The cases with their leads.</summary>
    public List<(Item Case, Person Lead)> Opened { get; } = [];

    private Chance Chance => maker.Chance;

    private World World => maker.World;

    public async Task Make()
    {
        for (var i = 0; i < Cases; i++)
            if (await Open() is { } opened)
                await Fill(opened.Case, opened.Lead);
        foreach (var officer in Chance.Some(maker.Serving, 3))
            await Keep(officer);
    }

    private async Task<(Item Case, Person Lead)?> Open()
    {
        var lead = Chance.Of(maker.Serving);
        var force = Chance.OneIn(3) ? null : World.Forces.FirstOrDefault(f => World.Law.Holds(lead, f.Id, WorldMaker.Now));
        var audience = force is not null && !Chance.OneIn(3) ? "TASK_FORCE" : "CASE_TEAM";
        var tlp = Marking.Rising[Math.Min(Chance.Below(8), 4) switch { 0 => 0, 1 => 1, 2 => 3, 3 => 4, _ => 2 }];
        var readers = tlp == "RED" ? Chance.Some(maker.Serving, 2) : [];
        var team = Chance.Some(maker.Serving.Where(p => p != lead), 3).Select(p => (Officer: p, Role: Chance.Of(WorldMaker.Roles))).ToList();
        var (word, number, priority) = (Chance.Word(), $"{Chance.Word().ToUpperInvariant()}-2026-{10 + Chance.Below(90)}", Chance.Of(Priorities));
        var said = Restrictions.Of(Chance, lead.Agency, maker.Inside(lead));
        var outcome = await maker.Try(lead.Voice, "openCase", new
        {
            number, title = $"Case {word}", summary = $"About {word}", priority, taskForce = force?.Id, audience, tlp, caveats = said?.Sent,
            readers = readers.Select(p => p.Id), team = team.Select(m => new { officer = m.Officer.Id, role = m.Role }),
        });
        if (outcome is null)
            return null;
        var marking = new Marking(new Circle.OnCase(outcome.Id, audience == "TASK_FORCE" ? force!.Id : null), tlp, lead.Agency,
            tlp == "RED" ? [.. readers.Append(lead).Distinct()] : []) { Caveats = said?.Under(World.Law, lead.Agency) ?? [] };
        var file = maker.Add(new Item("Case", outcome.Id, marking, word) { Of = outcome.Id, Number = number, Force = force?.Id, Agency = lead.Agency, Kind = priority, By = lead, Said = said });
        maker.Give(lead, file.Id, "PRIMARY_INVESTIGATOR", marking);
        foreach (var (officer, role) in team)
            maker.Give(officer, file.Id, role, marking);
        Opened.Add((file, lead));
        return (file, lead);
    }

    private async Task Fill(Item file, Person lead)
    {
        var entries = new List<Item>();
        for (var i = 0; i < 3; i++)
            if (await Record(file, i == 0 ? lead : Author(file, lead)) is { } entry)
                entries.Add(entry);
        var exhibits = new List<Item>();
        for (var i = 0; i < 2; i++)
            if (await Seize(file, lead) is { } exhibit)
                exhibits.Add(exhibit);
        await Tasks(file, lead);
        foreach (var (from, to) in entries.Zip(entries.Skip(1)).Concat(entries.Zip(exhibits)))
            await Link(lead, from, to);
        foreach (var (officer, role) in Chance.Some(maker.Serving.Where(p => p != lead), 2).Select(p => (p, Chance.Of(["OBSERVER", "INVESTIGATOR", "ANALYST", "LIAISON"]))))
            await Grant(file, lead, officer, role);
        if (Chance.OneIn(3) && await maker.Try(lead.Voice, "proposeClosure", new { @case = file.Id, version = 1, outcome = "UNFOUNDED", reason = WorldMaker.Why }) is not null)
            (file.Status, file.Assignee, file.Version) = ("PROPOSED", lead, 2);
    }

    // Nothing happens at the same time as something else: what does lies in the order of its random ids.
    private object Occurred() => new { zone = "UTC", at = new DateTime(2026, 4, 18, 20, 0, 0, DateTimeKind.Utc).AddMinutes(7 * _minute++) };

    private Person Author(Item file, Person lead)
    {
        var others = maker.Serving.Where(p => World.Law.Holds(p, file.Id, WorldMaker.Now, WritesEntries) && World.Law.MayRead(p, file.Marking, WorldMaker.Now)).ToList();
        return others.Count == 0 ? lead : Chance.Of(others);
    }

    private async Task<Item?> Record(Item file, Person author)
    {
        var own = Stricter(file, author, author.Agency);
        var word = Chance.Word();
        var outcome = await maker.Try(author.Voice, "recordTimelineEntry", new
        {
            @case = file.Id, text = $"Entry {word}", occurred = Occurred(),
            tlp = own.Tlp, readers = own.Named, caveats = own.Said?.Sent,
        });
        if (outcome is null)
            return null;
        var entry = new Item("TimelineEntry", outcome.Id, Below(file, own, author, author.Agency), word) { Of = file.Id, By = author };
        entry.AsCase = IsAsCase(file, entry, own);
        return maker.Add(entry);
    }

    private async Task<Item?> Seize(Item file, Person taker)
    {
        var own = Stricter(file, taker, file.Marking.Originator);
        var (word, seal, kind) = (Chance.Word(), Chance.Word().ToUpperInvariant(), Chance.Of(Kinds));
        var outcome = await maker.Try(taker.Voice, "seizeExhibit", new
        {
            @case = file.Id, kind, description = $"Thing {word}", seal, place = new { description = "A place" }, occurred = Occurred(),
            authority = new { kind = "CONSENT" }, tlp = own.Tlp, readers = own.Named, caveats = own.Said?.Sent,
        });
        if (outcome is null)
            return null;
        var exhibit = maker.Add(new Item("Exhibit", outcome.Id, Below(file, own, taker, file.Marking.Originator), word) { Of = file.Id, By = taker, Kind = kind, Status = "HELD", Told = 1 });
        exhibit.AsCase = IsAsCase(file, exhibit, own);
        await Offer(exhibit, file, taker, seal);
        return exhibit;
    }

    // As the record of a case says: an exhibit and an entry stand under its label, or a stricter one.
    public Own Stricter(Item file, Person by, Body originator)
    {
        var said = Restrictions.Of(Chance, originator, maker.Inside(by));
        if (Chance.OneIn(2))
            return new Own(null, null, said);
        var tlp = Marking.Rising[Math.Max(Array.IndexOf(Marking.Rising, file.Marking.Tlp), 2 + Chance.Below(3))];
        if (tlp != "RED")
            return new Own(tlp, null, said);
        return new Own(tlp, file.Marking.Tlp == "RED" ? [Chance.Of([.. file.Marking.Readers])] : Chance.Some(maker.Serving.Where(p => p != by), 2), said);
    }

    public Marking Below(Item file, Own own, Person by, Body originator)
    {
        var tlp = own.Tlp ?? file.Marking.Tlp;
        return new Marking(file.Marking.NeedsToKnow, tlp, originator, tlp == "RED" ? [.. (own.Readers ?? file.Marking.Readers).Append(by).Distinct()] : [])
        {
            Caveats = own.Said?.Under(World.Law, originator) ?? [],
            Under = file.Marking.Caveats.Count > 0 ? file.Marking : null,
        };
    }

    /// <summary>Marked as the case, also in its own words.</summary>
    public static bool IsAsCase(Item file, Item record, Own own) =>
        (own.Said is null || Restrictions.Same(own.Said, file.Said)) && record.Marking.Tlp == file.Marking.Tlp && record.Marking.Originator == file.Marking.Originator
        && record.Marking.Readers.ToHashSet().SetEquals(file.Marking.Readers);

    /// <summary>What a record says of itself.</summary>
    internal sealed record Own(string? Tlp, IReadOnlyList<Person>? Readers, Restrictions? Said)
    {
        public IEnumerable<string>? Named => Readers?.Select(p => p.Id);
    }

    private async Task Offer(Item exhibit, Item file, Person from, string seal)
    {
        string[] keeps = ["TEAM_COMMANDER", "SUPERVISOR", "PRIMARY_INVESTIGATOR", "FILE_COORDINATOR", "INVESTIGATOR", "EXHIBIT_CUSTODIAN", "SITE_COMMANDER"];
        var able = maker.Serving.Where(p => p != from && World.Law.Holds(p, file.Id, WorldMaker.Now, keeps) && World.Law.MayRead(p, exhibit.Marking, WorldMaker.Now)).ToList();
        if (able.Count == 0)
            return;
        var to = Chance.Of(able);
        if (await maker.Try(from.Voice, "offerCustodyTransfer", new { exhibit = exhibit.Id, version = 1, to = to.Id, seal, reason = WorldMaker.Why }) is not null)
            (exhibit.Status, exhibit.Assignee, exhibit.Told, exhibit.Version) = ("IN_TRANSIT", to, 2, 2);
    }

    private async Task Tasks(Item file, Person lead)
    {
        string? first = null;
        foreach (var assignee in Chance.Some(maker.Serving.Where(p => World.Law.Holds(p, file.Id, WorldMaker.Now)), 2))
        {
            var word = Chance.Word();
            var outcome = await maker.Try(lead.Voice, "createTask", new
            {
                @case = file.Id, title = $"Task {word}", assignee = assignee.Id, due = Northgate.Due(WorldMaker.Now.AddYears(1)), dependsOn = first,
            });
            if (outcome is null)
                continue;
            maker.Add(new Item("Task", outcome.Id, file.Marking, word) { Of = file.Id, By = lead, Assignee = assignee, Agency = assignee.Agency, Other = first, Status = "OPEN", AsCase = true });
            first ??= outcome.Id;
        }
    }

    /// <summary>Nobody makes a link that they could not read themselves, or of what they do not see.</summary>
    public async Task Link(Person by, Item from, Item to)
    {
        if (await maker.Try(by.Voice, "linkRecords", new { from = from.Id, to = to.Id, kind = "RELATED", reason = "Alike" }) is { } outcome)
            maker.Add(new Item("Link", outcome.Id, from.Marking) { Ends = (from, to), By = by });
    }

    private async Task Grant(Item file, Person by, Person officer, string role)
    {
        var (from, until) = maker.Times();
        if (await maker.Try(by.Voice, "grantCaseAccess", new { @case = file.Id, officer = officer.Id, role, from, until, reason = WorldMaker.Why }) is not null)
            maker.Give(officer, file.Id, role, file.Marking, from, until);
    }

    private async Task Keep(Person officer)
    {
        var (word, shared) = (Chance.Word(), Chance.Of(["NOBODY", "AGENCY"]));
        if (await maker.Try(officer.Voice, "saveView", new { page = "cases", name = $"View {word}", query = $"text={word}", shared }) is not { } outcome)
            return;
        Circle circle = shared == "AGENCY" ? new Circle.AgencyOf(officer.Agency) : new Circle.Oneself(officer);
        maker.Add(new Item("SavedView", outcome.Id, new Marking(circle, "GREEN", officer.Agency, []), word) { By = officer });
    }
}
