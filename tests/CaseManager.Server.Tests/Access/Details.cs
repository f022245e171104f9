using System.Text.Json;

namespace CaseManager.Server.Tests.Access;

/// <summary>Single records by the field that finds them: of each type one that the model shows, with all its edges, and one that it hides.</summary>
internal sealed class Details(Asker asker, World world, Person who)
{
    private readonly int _turn = (world.Seed * 17) + (world.People.IndexOf(who) * 5);

    public async Task Ask()
    {
        foreach (var (name, question) in Questions.Details)
        {
            var of = world.Items.Where(i => i.Type == name.Split(' ')[0]).ToList();
            foreach (var item in new[] { Turn(of.Where(asker.Sees)), Turn(of.Where(i => !asker.Sees(i))) }.OfType<Item>())
                await Ask(name, question, item);
        }
    }

    private Item? Turn(IEnumerable<Item> items) => items.ToList() is { Count: > 0 } all ? all[_turn % all.Count] : null;

    private async Task Ask(string name, string question, Item item)
    {
        var found = (await asker.Ask(name, question, new { id = item.Id, at = world.At })).GetProperty("found");
        asker.Same($"{name} by id", asker.Sees(item) ? [item] : [], Probes.Ids(found));
        if (found.ValueKind == JsonValueKind.Null)
            return;
        if (found.TryGetProperty("history", out var history))
            asker.Same($"{name} history", found.GetProperty("version").GetInt64(), history.GetArrayLength());
        foreach (var field in found.EnumerateObject())
            Edge(name, item, field.Name, field.Value);
    }

    private void Edge(string name, Item item, string field, JsonElement value)
    {
        var what = $"{name} {field}";
        if (Counted(item, field) is { } count)
            asker.Same(what, count, value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Sum(f => f.GetProperty("count").GetInt32()) : value.GetProperty("totalCount").GetInt32());
        else if (field == "savedViews" && item.Id == who.Id)
            asker.Same(what, world.Seen(who, "SavedView"), value.GetProperty("nodes").EnumerateArray().Select(Asker.Id).Where(id => world.ById(id) is not null)); // Colleagues of other worlds share theirs too.
        else if (Rows(item, field) is { } rows)
            asker.Page(what, rows.Where(asker.Sees), value, field switch { "team" => n => Asker.Id(n.GetProperty("grant")), "links" => n => Asker.Id(n.GetProperty("link")), _ => null });
        else if (item.Type == "Grant" && field is "case" or "taskForce" or "operation" or "compartment" && !string.Equals(world.ById(item.Of!)?.Type, field, StringComparison.OrdinalIgnoreCase))
            asker.Same(what, [], Probes.Ids(value));
        else if ((item.Type, field) == ("Case", "myEmergency"))
            asker.Same(what, world.Opened.Where(e => e.Officer == who && e.Case == item.Id).Select(e => world.ById(e.Id)!).Where(asker.Sees), Probes.Ids(value));
        else if (One(item, field) is var (known, other) && known)
            asker.Same(what, other is not null && world.ById(other) is { } record && asker.Sees(record) ? [record] : [], Probes.Ids(value));
        else if (field == "board")
            asker.Same(what, Of("Site", item.Id).Where(asker.Sees), value.GetProperty("lines").EnumerateArray().SelectMany(l => Probes.Ids(l.GetProperty("site"))));
        else if (field == "ifHHour")
            asker.Same(what, Of("Site", item.Id).Where(asker.Sees), value.EnumerateArray().SelectMany(l => Probes.Ids(l.GetProperty("site"))));
        else if (field == "earliestHHour")
            asker.Same(what, Of("Site", item.Id).All(asker.Sees) ? 1 : 0, value.GetProperty("complete").GetBoolean() ? 1 : 0);
    }

    /// <summary>Lists of records that the model knows one by one.</summary>
    private IEnumerable<Item>? Rows(Item item, string field) => (item.Type, field) switch
    {
        ("Case", "timeline") => Of("TimelineEntry", item.Id),
        ("Case", "exhibits") => Of("Exhibit", item.Id),
        ("Case", "tasks") => Of("Task", item.Id),
        ("Task", "awaitedBy") => world.Items.Where(i => i.Type == "Task" && i.Other == item.Id),
        ("Operation", "sites") => Of("Site", item.Id),
        ("Operation", "partnerSites") => Of("PartnerSite", item.Id),
        ("Operation", "acknowledgements") => Of("Acknowledgement", item.Id),
        ("Case" or "Operation", "team") => Of("Grant", item.Id).Where(g => world.Law.Holds(g.By!, item.Id, world.At)),
        ("TaskForce", "members") or ("Compartment", "insiders") => Of("Grant", item.Id),
        ("Officer", "grants") => world.Items.Where(i => i.Type == "Grant" && i.By!.Id == item.Id),
        ("Officer", "savedViews") => world.Items.Where(i => i.Type == "SavedView" && i.By!.Id == item.Id),
        ("ReleaseRequest", "reached") => [], // Nothing is taken back here: ReleaseTests say who is told.
        (_, "links") => world.Items.Where(i => i.Ends is { } ends && (ends.From == item || ends.To == item)),
        _ => null,
    };

    /// <summary>What is known of it is how many there are: entries that nobody wrote, and spans of entries.</summary>
    private int? Counted(Item item, string field) => (item.Type, field) switch
    {
        ("Case", "told") => Told(item).Sum(t => t.Told),
        ("Case", "timelineHistogram") => Of("TimelineEntry", item.Id).Count(asker.Sees) + Told(item).Sum(t => t.Told),
        ("Case", "changedSinceMyLastVisit") => Of("TimelineEntry", item.Id).Count(e => asker.Sees(e) && e.By != who) + Told(item).Where(t => t.By != who).Sum(t => t.Told),
        _ => null,
    };

    private IEnumerable<Item> Told(Item file) =>
        world.Items.Where(i => ((i.Type == "Exhibit" && i.Of == file.Id) || (i.Type == "Operation" && i.Other == file.Id)) && asker.Sees(i));

    /// <summary>A single record at the other end of an edge, where the model knows which.</summary>
    private static (bool Known, string? Id) One(Item item, string field) => (item.Type, field) switch
    {
        ("Case", "taskForce") or ("Operation", "taskForce") => (true, item.Force),
        ("TimelineEntry" or "Exhibit" or "Task" or "ReleaseRequest", "case") => (true, item.Of),
        ("EmergencyAccess", "case") => (true, item.Other),
        ("EmergencyAccess", "taskForce") => (true, item.Of),
        ("EmergencyAccess", "officer") or ("ReleaseRequest", "askedBy") => (true, item.By!.Id),
        ("Task", "dependsOn") => (true, item.Other),
        ("Operation", "case") => (true, item.Other),
        ("Site" or "PartnerSite" or "Acknowledgement", "operation") => (true, item.Of),
        ("PartnerSite", "site") => (true, item.Other),
        ("Link", "from") => (true, item.Ends!.Value.From.Id),
        ("Link", "to") => (true, item.Ends!.Value.To.Id),
        ("Grant", "officer") or ("SavedView", "officer") => (true, item.By!.Id),
        ("Grant", "case" or "taskForce" or "operation" or "compartment") => (true, item.Of!),
        _ => (false, null),
    };

    private IEnumerable<Item> Of(string type, string parent) => world.Items.Where(i => i.Type == type && i.Of == parent);
}
