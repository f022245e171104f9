using System.Text.Json;
using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>
/// What everybody hears who follows a case, its timeline, an exhibit and an operation, on each of which something happens. Each takes a
/// point before it, so that what they may hear comes at once. Who may not hear it follows all the same; when all others have heard,
/// nothing may have come.
/// </summary>
internal static class Listening
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Asker>> All(OracleNode node, World world)
    {
        var askers = world.People.Select(p => (Who: p, Asker: new Asker(node, world, p))).ToList();
        var points = new Dictionary<Person, string>();
        foreach (var (who, asker) in askers)
            points[who] = (await asker.Ask("point", "{ point }")).GetProperty("point").GetString()!;
        var happened = await Happen(world);
        world.At = WorldMaker.Now;
        var silent = new List<(Asker Asker, string What, EventStream Stream, Task<JsonElement?> Next)>();
        foreach (var (who, asker) in askers)
        {
            foreach (var (type, subject, told) in happened)
            {
                var stream = await asker.Voice.Listen(Questions.Followed[type], new { id = subject.Id, since = points[who] });
                var next = stream.Next(Patience);
                if (!asker.Sees(subject))
                    silent.Add((asker, $"following {type}", stream, next));
                else
                    await using (stream)
                        Heard(asker, $"following {type}", told.First(asker.Sees), await Frame(next));
            }
        }
        // The lists' first sign takes about a second: all wait for it together. Who has left is cut off, sooner or later than the first frame.
        await Task.WhenAll(askers.Where(a => a.Who.ServesAt(world.At)).Select(a => Waits(a.Asker, world, a.Who)));
        foreach (var (asker, what, stream, next) in silent)
        {
            asker.Same(what, 0, 0);
            if (next.IsCompletedSuccessfully && await next is { } heard && heard.TryGetProperty("data", out _)) // Who has left is told so, whatever they follow.
                asker.Report(true, what, heard.ToString());
            await stream.DisposeAsync();
        }
        return [.. askers.Select(a => a.Asker)];
    }

    private static void Heard(Asker asker, string what, Item told, JsonElement? frame)
    {
        asker.Same(what, 1, frame is null ? 0 : 1);
        if (frame is not { } heard)
            return;
        asker.LookThrough(what, heard);
        if (heard.GetProperty("data").GetProperty("found").TryGetProperty("id", out var id))
            asker.Same(what, [told], [id.GetString()!]);
    }

    private static async Task Waits(Asker asker, World world, Person who)
    {
        await using var inbox = await asker.Voice.Listen(Questions.FollowedInbox);
        var state = await Frame(inbox.Next(Patience));
        asker.Same("following the inbox", Probes.Waiting(world, who).Count(), state?.GetProperty("data").GetProperty("found").GetProperty("waiting").GetInt32() ?? -1);
        await using var lists = await asker.Voice.Listen(Questions.FollowedLists);
        var first = await Frame(lists.Next(Patience));
        asker.Same("following lists", 0, first?.GetProperty("data").GetProperty("found").GetProperty("types").GetArrayLength() ?? -1);
    }

    private static async Task<JsonElement?> Frame(Task<JsonElement?> next)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What happened: what is followed, and of what the first event tells, for those who may hear of that or else of the next.</summary>
    private static async Task<List<(string Type, Item Subject, Item[] Told)>> Happen(World world)
    {
        var happened = new List<(string, Item, Item[])>();
        if (world.Items.FirstOrDefault(i => i.Type == "Case" && world.Sees(i.By!, i) && world.Law.Holds(i.By!, i.Id, WorldMaker.Now, "PRIMARY_INVESTIGATOR")) is { } file)
        {
            var lead = file.By!;
            if (await Did(lead, "amendCaseTitle", new { @case = file.Id, version = file.Version, title = $"Again {file.Canary}", reason = WorldMaker.Why }))
                happened.Add(("Case", file, [file]));
            var own = await Record(world, file, lead, file.Marking with { Tlp = "RED", Readers = [lead], Caveats = [], Under = file.Marking });
            happened.Add(("TimelineEntry", file, [own, await Record(world, file, lead, file.Marking)]));
            if (world.Items.FirstOrDefault(i => i.Type == "Exhibit" && i.Of == file.Id && i.Status == "HELD") is { } exhibit
                && await Did(lead, "resealExhibit", new { exhibit = exhibit.Id, version = exhibit.Version, seal = $"R{exhibit.Canary}", reason = WorldMaker.Why }))
            {
                exhibit.Told++;
                happened.Add(("Exhibit", exhibit, [exhibit]));
            }
        }
        if (world.Items.FirstOrDefault(i => i.Type == "Operation" && i.Status == "PLANNED" && world.Law.Holds(i.By!, i.Id, WorldMaker.Now, "COORDINATOR")) is { } operation
            && await Did(operation.By!, "decideNoGo", new { operation = operation.Id, reason = WorldMaker.Why }))
        {
            operation.Told++;
            happened.Add(("Operation", operation, [operation]));
        }
        return happened;
    }

    private static async Task<Item> Record(World world, Item file, Person by, Marking under)
    {
        var word = world.Word();
        var readers = under.Tlp == "RED" ? under.Readers.Select(p => p.Id) : null;
        var id = (await by.Voice.Do("recordTimelineEntry", new { @case = file.Id, text = $"Entry {word}", occurred = Northgate.AtEight, tlp = under.Tlp, readers })).Id;
        return world.Add(new Item("TimelineEntry", id, under, word) { Of = file.Id, By = by });
    }

    private static async Task<bool> Did(Person by, string mutation, object input) => (await by.Voice.Act(mutation, input)).Code is null;
}
