using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>
/// People whom everybody finds in the directory, and whose work nobody else sees: how much of it there is, what it says and in which
/// order it is done differs between the two worlds of a pair. They work beside the others, and on the others' cases.
/// </summary>
internal sealed class Aside(OracleHost host, int seed, int variant)
{
    /// <summary>A word that is in hidden records only, and in those of one world of a pair.</summary>
    public const string Word = "quagmire";

    private readonly Random _random = new((seed * 10) + variant);
    private readonly List<Voice> _ghosts = [];
    private readonly HashSet<string> _on = [];
    private int _cases;

    /// <summary>One hidden record of each type that a question can be asked about; nothing's ids where this world has none.</summary>
    public Dictionary<string, string> Hidden { get; } = new()
    {
        ["Case"] = GlobalIds.Nothing("Case"), ["TimelineEntry"] = GlobalIds.Nothing("TimelineEntry"), ["Exhibit"] = GlobalIds.Nothing("Exhibit"), ["Task"] = GlobalIds.Nothing("Task"),
    };

    /// <summary>The number of the second world's first hidden case.</summary>
    public static string NumberOf(World world) => $"{world.Name.ToUpperInvariant()}-2026-900";

    public async Task Act(World world)
    {
        if (_ghosts.Count == 0)
            await Register(world);
        await Join(world);
        for (var i = _random.Next(variant * 2); i >= 0; i--)
            await One(world);
    }

    private async Task Register(World world)
    {
        foreach (var body in world.People.Select(p => p.Agency).Distinct().Take(2))
        {
            var subject = $"{world.Name}.ghost";
            _ghosts.Add(host.Node.As(subject, body));
            await host.Node.Registrar(body).Do("registerOfficer", new { subject, name = $"{world.Name} ghost" });
        }
    }

    // That they are on a case its people see, and so it is the same in both worlds.
    private async Task Join(World world)
    {
        foreach (var file in world.Items.Where(i => i.Type == "Case" && i.Marking.Tlp != "RED" && _on.Add(i.Id)))
            await file.By!.Voice.Act("grantCaseAccess", new { @case = file.Id, officer = _ghosts[0].Id, role = "INVESTIGATOR", reason = WorldMaker.Why });
    }

    private async Task One(World world)
    {
        var ghost = _ghosts[_random.Next(_ghosts.Count)];
        switch (_random.Next(5))
        {
            case 0 when _on.Count > 0:
                await OnOthers(world);
                break;
            case 1:
                await ghost.Act("saveView", new { page = "cases", name = Said(), query = "text=x" });
                break;
            default:
                await OfTheirOwn(world, ghost);
                break;
        }
    }

    private string Said() => $"{(variant == 2 ? Word : "nothing")} {_random.Next(1_000_000)}";

    private async Task OfTheirOwn(World world, Voice ghost)
    {
        var number = variant == 2 && _cases++ == 0 ? NumberOf(world) : null;
        var file = (await ghost.Do("openCase", new { number, title = Said(), summary = Said(), team = _ghosts.Where(g => g != ghost).Select(g => new { officer = g.Id, role = "SUPERVISOR" }) })).Id;
        Hidden["Case"] = file;
        for (var i = _random.Next(3); i >= 0; i--)
            Hidden["TimelineEntry"] = (await ghost.Do("recordTimelineEntry", new { @case = file, text = Said(), occurred = Northgate.AtEight })).Id;
        Hidden["Exhibit"] = (await ghost.Do("seizeExhibit", Northgate.Item(file, "S-1", description: Said()))).Id;
        Hidden["Task"] = await Northgate.NewTask(ghost, file, ghost, Said());
    }

    // For their own eyes, and linked with what others see.
    private async Task OnOthers(World world)
    {
        var (ghost, files) = (_ghosts[0], world.Items.Where(i => _on.Contains(i.Id)).ToList());
        var file = files[_random.Next(files.Count)];
        string[] readers = [ghost.Id];
        var entry = await ghost.Act("recordTimelineEntry", new { @case = file.Id, text = Said(), occurred = Northgate.AtEight, tlp = "RED", readers });
        if (entry.Record is not { } id)
            return;
        Hidden["TimelineEntry"] = id;
        if (world.Items.FirstOrDefault(i => i.Type == "TimelineEntry" && i.Of == file.Id) is { } seen)
            await ghost.Act("linkRecords", new { from = id, to = seen.Id, kind = "RELATED" });
        await ghost.Act("seizeExhibit", new
        {
            @case = file.Id, kind = "DOCUMENT", description = Said(), seal = "S-2", place = new { description = "Safe" }, occurred = Northgate.AtEight,
            authority = new { kind = "CONSENT" }, tlp = "RED", readers,
        });
    }
}
