using System.Text.Json;

namespace CaseManager.Server.Tests.Access;

/// <summary>All that is asked of a world by one person.</summary>
internal static class Probes
{
    private static readonly string[] Found = ["Case", "TimelineEntry", "Exhibit", "Task", "Operation", "Site", "Officer"];

    /// <summary>Everything, or up to the first difference when <paramref name="untilFound"/>: a planted fault need be found once only.</summary>
    public static async Task<Asker> All(OracleNode node, World world, Person who, bool untilFound = false)
    {
        var asker = new Asker(node, world, who);
        var details = new Details(asker, world, who);
        Func<Task>[] all =
        [
            () => Oneself(asker, world, who), () => ById(asker, world), () => Lists(asker, world, who), () => Directories(asker, world), () => Walks(asker, world, who),
            () => Figures(asker, world, who), () => Inbox(asker, world, who), () => ReadLog(asker), () => Exposure(asker, world, who), () => Interests(asker), () => Planned(asker), () => Search(asker, world, who), details.Ask,
        ];
        foreach (var ask in all)
        {
            await ask();
            if (untilFound && asker.Findings.Count > 0)
                break;
        }
        return asker;
    }

    private static async Task Oneself(Asker asker, World world, Person who)
    {
        var told = await asker.Ask("me", Questions.Oneself);
        asker.Same("me", world.Seen(who, "Officer").Where(o => o.Id == who.Id), Ids(told.GetProperty("me")));
        asker.Same("point", told.GetProperty("point").GetString()!.Length > 0 ? 1 : 0, 1);
        string[] forThose = ["TEAM_COMMANDER", "SUPERVISOR", "AUDITOR"];
        var may = world.Forces.Any(f => world.Law.Holds(who, f.Id, world.At, forThose));
        asker.Same("health", may ? 1 : 0, told.GetProperty("health").ValueKind == JsonValueKind.Null ? 0 : 1);
    }

    private static async Task ById(Asker asker, World world)
    {
        foreach (var chunk in world.Items.Chunk(50))
        {
            var told = await asker.Ask("nodes", Questions.Nodes, new { ids = chunk.Select(i => i.Id) });
            asker.Same("nodes", chunk.Where(asker.Sees), told.GetProperty("nodes").EnumerateArray().SelectMany(Ids));
        }
    }

    private static async Task Lists(Asker asker, World world, Person who)
    {
        foreach (var (type, question) in Questions.Lists)
        {
            var told = await asker.Ask($"list of {type}", question, new { at = world.At });
            asker.Page($"list of {type}", world.Seen(who, type), told.GetProperty("found"));
            if (told.TryGetProperty("then", out var then))
                asker.Page($"list of {type} as of", world.Seen(who, type), then);
        }
    }

    private static async Task Directories(Asker asker, World world)
    {
        foreach (var (type, question) in Questions.Directories)
        {
            var told = await asker.Ask($"directory of {type}", question, type == "Agency" ? null : new { name = world.Name });
            asker.Page($"directory of {type}", world.Items.Where(i => i.Type == type && asker.Sees(i)), told.GetProperty("found"));
        }
    }

    /// <summary>One list from its first row to its last, and another back again, two rows a page.</summary>
    private static async Task Walks(Asker asker, World world, Person who)
    {
        var turn = world.Seed + world.People.IndexOf(who);
        var (there, back) = (Questions.Walked[turn % 4], Questions.Walked[(turn + 1) % 4]);
        await Walk(asker, there, world.Seen(who, TypeOf(there)), Questions.Forward(there), "after", "hasNextPage", "endCursor");
        await Walk(asker, back, world.Seen(who, TypeOf(back)), Questions.Backward(back), "before", "hasPreviousPage", "startCursor");
    }

    private static async Task Walk(Asker asker, string list, IEnumerable<Item> foretold, string question, string from, string more, string cursor)
    {
        var (expected, got, what) = (foretold.ToList(), new List<string>(), $"{list} {from}");
        for (string? at = null; got.Count <= expected.Count + 2;)
        {
            var page = (await asker.Ask(what, question, new Dictionary<string, object?> { [from] = at })).GetProperty("found");
            got.AddRange(page.GetProperty("edges").EnumerateArray().Select(e => Asker.Id(e.GetProperty("node"))));
            asker.Same($"{what} totalCount", expected.Count, page.GetProperty("totalCount").GetInt32());
            if (!page.GetProperty("pageInfo").GetProperty(more).GetBoolean())
                break;
            at = page.GetProperty("pageInfo").GetProperty(cursor).GetString();
        }
        asker.Same(what, expected, got);
    }

    private static async Task Figures(Asker asker, World world, Person who)
    {
        var told = await asker.Ask("figures", Questions.Figures);
        List<Item> cases = [.. world.Seen(who, "Case")], exhibits = [.. world.Seen(who, "Exhibit")], tasks = [.. world.Seen(who, "Task")];
        asker.Same("cases by agency", cases.Select(c => c.Agency!.Code), told.GetProperty("agency"));
        asker.Same("cases by priority", cases.Select(c => c.Kind), told.GetProperty("priority"));
        asker.Same("cases by stage", cases.Count, Sum(told.GetProperty("stage")));
        asker.Same("cases by age", cases.Count, Sum(told.GetProperty("age")));
        asker.Same("exhibits by kind", exhibits.Select(e => e.Kind), told.GetProperty("kind"));
        asker.Same("exhibits by status", exhibits.Select(e => e.Status), told.GetProperty("status"));
        asker.Same("exhibits provisional", exhibits.Count, Sum(told.GetProperty("provisional")));
        asker.Same("tasks by status", tasks.Select(t => t.Status), told.GetProperty("progress"));
        asker.Same("tasks by agency", tasks.Select(t => t.Agency!.Code), told.GetProperty("asked"));
        var loads = told.GetProperty("workloads").EnumerateArray().ToDictionary(w => Asker.Id(w.GetProperty("officer")), w => w.GetProperty("open").GetInt32());
        foreach (var officer in world.People)
            asker.Same($"workload of {officer}", tasks.Count(t => t.Assignee == officer), loads.GetValueOrDefault(officer.Id));
        asker.Same("workloads", tasks.Select(t => t.Assignee).Distinct().Count(), loads.Count);
    }

    // Each look through an answer is on record, and who oversees reads of it what they may read themselves: for that every answer is looked
    // through. What another looked up in vain, an overseer may well see.
    private static Task<JsonElement> ReadLog(Asker asker) => asker.Ask("read log", Questions.ReadLog);

    // Nobody looks out for anything here: InterestTests hold what is told of it against worlds with and without a match.
    private static async Task Interests(Asker asker)
    {
        var told = await asker.Ask("interests", Questions.Interests);
        asker.Same("interests", 0, told.GetProperty("interests").GetProperty("totalCount").GetInt32() + told.GetProperty("interestMatches").GetProperty("totalCount").GetInt32());
    }

    // Nor does anybody plan anything: DeconflictionTests.
    private static async Task Planned(Asker asker)
    {
        var told = await asker.Ask("planned", Questions.Planned, new { id = Api.GlobalIds.Nothing("DeconflictionEvent") });
        asker.Same("planned", 0, told.GetProperty("deconflictionEvents").GetProperty("totalCount").GetInt32() + told.GetProperty("conflicts").GetProperty("totalCount").GetInt32());
    }

    // Who could see a record now, as the model foretells it, for whoever oversees it; and nobody for all others.
    private static async Task Exposure(Asker asker, World world, Person who)
    {
        var turn = (world.Seed * 17) + (world.People.IndexOf(who) * 5);
        var cases = world.Items.Where(i => i.Type == "Case").ToList();
        foreach (var item in new[] { cases[turn % cases.Count], cases[(turn + 1) % cases.Count], world.Items[turn % world.Items.Count] })
        {
            var told = (await asker.Ask("exposure", Questions.Exposure, new { id = item.Id, from = DateTimeOffset.UtcNow.AddDays(-30) })).GetProperty("found");
            var end = told.GetProperty("nodes").EnumerateArray().SelectMany(n => n.GetProperty("could").EnumerateArray()).Select(s => s.GetProperty("until").GetDateTimeOffset()).Order().LastOrDefault();
            var could = told.GetProperty("nodes").EnumerateArray().Where(n => n.GetProperty("could").EnumerateArray().Any(s => s.GetProperty("until").GetDateTimeOffset() == end));
            if (item.Type != "Case")
                continue;
            var oversees = asker.Sees(item) && MayOn(world, who, item, EmergencyMaker.Oversee);
            var readers = world.People.Where(p => world.Sees(p, item)).ToList();
            asker.Same("exposure: could now", oversees ? world.Items.Where(i => i.Type == "Officer" && readers.Any(p => p.Id == i.Id)) : [], could.Select(n => Asker.Id(n.GetProperty("officer"))));
        }
    }

    private static async Task Inbox(Asker asker, World world, Person who)
    {
        var told = (await asker.Ask("inbox", Questions.Inbox)).GetProperty("inbox");
        var waits = Waiting(world, who).ToList();
        asker.Page("inbox", waits.Select(w => w.Record), told, n => Asker.Id(n.GetProperty("record")));
        asker.Same("inbox kinds", waits.Count, told.GetProperty("nodes").EnumerateArray()
            .Count(n => waits.Contains((n.GetProperty("kind").GetString()!, world.ById(Asker.Id(n.GetProperty("record")))!))));
    }

    /// <summary>What waits for somebody, by what is asked.</summary>
    public static IEnumerable<(string Kind, Item Record)> Waiting(World world, Person who)
    {
        string[] decide = ["TEAM_COMMANDER", "SUPERVISOR"];
        string[] report = ["TEAM_COMMANDER", "SUPERVISOR", "COORDINATOR", "LIAISON", "SITE_COMMANDER"];
        foreach (var task in world.Seen(who, "Task").Where(t => t.Assignee == who && t.Other is null))
            yield return ("task.to-do", task);
        foreach (var exhibit in world.Seen(who, "Exhibit").Where(e => e.Status == "IN_TRANSIT" && e.Assignee == who))
            yield return ("exhibit.custody-to-accept", exhibit);
        foreach (var file in world.Seen(who, "Case").Where(c => c.Status == "PROPOSED" && c.Assignee != who))
            if (MayOn(world, who, file, decide))
                yield return ("case.closure-to-decide", file);
        foreach (var asked in world.Seen(who, "ReleaseRequest"))
        {
            var file = world.ById(asked.Of!)!;
            if (asked.Status != "ASKED" && asked.By == who)
                yield return ("release.answered", asked);
            if (asked.Status == "ASKED" && file.Agency == who.Agency && MayOn(world, who, file, ReleaseMaker.Answer))
                yield return ("release.to-decide", asked);
        }
        foreach (var emergency in world.Seen(who, "EmergencyAccess").Where(e => e.By != who && world.Law.Holds(who, e.Of!, world.At, EmergencyMaker.Oversee)))
            yield return ("emergency.to-review", emergency);
        foreach (var site in world.Seen(who, "Site").Where(s => s.Agency == who.Agency && s.Status != "HEARD" && world.ById(s.Of!)!.Status == "ABORTED"))
            if (world.Law.Holds(who, site.Of!, world.At, report))
                yield return ("site.order-to-acknowledge", site);
    }

    // By a role on the case, or in the task force for whose eyes it is.
    private static bool MayOn(World world, Person who, Item file, string[] roles) =>
        world.Law.Holds(who, file.Id, world.At, roles) || (file.Marking.NeedsToKnow is Circle.OnCase { Force: { } force } && world.Law.Holds(who, force, world.At, roles));

    private static async Task Search(Asker asker, World world, Person who)
    {
        var turn = (world.Seed * 31) + (world.People.IndexOf(who) * 7);
        var words = world.Items.Where(i => Found.Contains(i.Type)).ToList();
        foreach (var item in new[] { words[turn % words.Count], words[(turn + (words.Count / 2)) % words.Count], words[^(1 + (turn % 9))] })
        {
            var told = (await asker.Ask("search", Questions.Search, new { text = item.Canary })).GetProperty("search");
            var records = told.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("record")).ToList();
            var sees = asker.Sees(item);
            var telling = !sees ? 0 : item.Type == "Exhibit" ? 1 : item is { Type: "Operation", Other: not null } ? item.Told : 0;
            var written = records.Where(r => r.ValueKind == JsonValueKind.Object && !(r.TryGetProperty("derived", out var derived) && derived.GetBoolean())).Select(Asker.Id);
            asker.Same($"search {item.Type}", sees ? [item] : [], written);
            asker.Same($"search {item.Type} totalCount", (sees ? 1 : 0) + telling, told.GetProperty("totalCount").GetInt32());
            asker.Same($"search {item.Type} hits", told.GetProperty("totalCount").GetInt32(), records.Count);
        }
        await asker.Ask("search of a person", Questions.Person, new { person = world.People[turn % world.People.Count].Id });
        if (world.Items.Where(i => i.Type == "Case").Skip(turn % 3).FirstOrDefault() is { } file)
            asker.Same("caseByNumber", asker.Sees(file) ? [file] : [], Ids((await asker.Ask("caseByNumber", Questions.ByNumber, new { number = file.Number })).GetProperty("found")));
    }

    private static string TypeOf(string list) => char.ToUpperInvariant(list[0]) + list[1..^1];

    private static int Sum(JsonElement figures) => figures.EnumerateArray().Sum(f => f.GetProperty("count").GetInt32());

    /// <summary>None for null.</summary>
    public static IEnumerable<string> Ids(JsonElement record) => record.ValueKind == JsonValueKind.Null ? [] : [Asker.Id(record)];
}
