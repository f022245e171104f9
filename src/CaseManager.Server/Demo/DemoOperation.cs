using System.Text.Json;
using System.Text.Json.Serialization;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.GraphQl.Nodes;

namespace CaseManager.Server.Demo;

/// <summary>Writes down the acts on one operation, and counts what a person would have seen on its board.</summary>
internal sealed class DemoOperation(string name)
{
    private readonly List<DemoAct> _acts = [];
    private readonly Dictionary<string, Seen> _sites = [];
    private long _version;
    private int _plan;
    private int _decisions;

    public IReadOnlyList<DemoAct> Acts => _acts;

    private The Operation => new(name);

    private PinAt Pin => new(_plan, _decisions, [.. _sites.Select(s => (Site(s.Key).Name, s.Value.Turns))]);

    public DemoOperation Plan(string by, string aim, string taskForce, string onCase, string hHour, string zone, params (string Name, int Minutes)[] phases)
    {
        (_version, _plan) = (1, 1);
        return Do(by, "planOperation", new
        {
            name, aim, taskForce = new The(taskForce), @case = new The(onCase), hHour = new { at = hHour, zone },
            phases = phases.Select(p => new { name = p.Name, minutes = p.Minutes }),
        }, name);
    }

    public DemoOperation Add(string by, string number, string place, string address, (decimal Latitude, decimal Longitude) at, string agency, string commander, string zone, bool essential, object authority)
    {
        _sites.Add(number, new Seen(2, 1, false));
        (_version, _plan) = (_version + 1, _plan + 1);
        return Do(by, "addSite", new
        {
            operation = Operation, number, place, address, coordinates = new { latitude = at.Latitude, longitude = at.Longitude }, agency, commander = new The(commander),
            zone, essential, authority,
        }, Site(number).Name);
    }

    public DemoOperation Give(string by, string officer, string role, string reason) =>
        Do(by, "grantOperationAccess", new { operation = Operation, officer = new The(officer), role, reason });

    public DemoOperation Move(string by, string hHour, string zone, string reason)
    {
        Do(by, "moveHHour", new { operation = Operation, version = _version, hHour = new { at = hHour, zone }, reason });
        foreach (var (number, seen) in _sites.Where(s => s.Value.Ready).ToList())
            _sites[number] = new Seen(seen.Version + 1, seen.Turns + 1, false);
        (_version, _plan) = (_version + 1, _plan + 1);
        return this;
    }

    public DemoOperation Ready(string by, string number, string? remark = null)
    {
        Do(by, "reportSiteReady", new { site = Site(number), version = _sites[number].Version, remark });
        return Turn(number, ready: true);
    }

    public DemoOperation NotReady(string by, string number, string reason)
    {
        Do(by, "reportSiteNotReady", new { site = Site(number), reason });
        return Turn(number, ready: false);
    }

    /// <summary>Of an essential site that was ready for a go: the operation is held with it.</summary>
    public DemoOperation Quash(string by, string number, string reason)
    {
        Do(by, "quashSiteAuthority", new { site = Site(number), reason });
        Turn(number, ready: false);
        _sites[number] = _sites[number] with { Version = _sites[number].Version + 1 };
        _decisions++;
        return this;
    }

    public DemoOperation Replace(string by, string number, object authority, string reason)
    {
        Do(by, "recordSiteAuthority", new { site = Site(number), version = _sites[number].Version, authority, reason });
        _sites[number] = _sites[number] with { Version = _sites[number].Version + 1 };
        return this;
    }

    public DemoOperation Vote(string by, string agency) => Do(by, "castVote", new { operation = Operation, agency, choice = "GO", pin = Pin });

    public DemoOperation Go(string by, string remark)
    {
        Do(by, "decideGo", new { operation = Operation, pin = Pin, remark });
        _decisions++;
        return this;
    }

    public DemoOperation Hear(string by, string number) => Do(by, "acknowledgeOrder", new { site = Site(number), order = _decisions });

    private The Site(string number) => new($"{name}/{number}");

    private DemoOperation Turn(string number, bool ready)
    {
        _sites[number] = new Seen(_sites[number].Version + 1, _sites[number].Turns + 1, ready);
        return this;
    }

    private DemoOperation Do(string by, string mutation, object input, string? names = null)
    {
        _acts.Add(new(by, mutation, input, names));
        return this;
    }

    private sealed record Seen(long Version, long Turns, bool Ready);
}

/// <summary>A state of an operation's plan, whose pin follows from the ids that its sites were given.</summary>
internal readonly record struct PinAt(int Plan, int Decisions, IReadOnlyList<(string Site, long Turns)> Sites);

/// <summary>Writes the pin in place of the state.</summary>
internal sealed class StatesAsPins(IReadOnlyDictionary<string, string> ids) : JsonConverter<PinAt>
{
    public override PinAt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("States are only written.");

    public override void Write(Utf8JsonWriter writer, PinAt value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Pin.Of(value.Plan, value.Decisions, value.Sites.Select(s => (SiteOf(s.Site), s.Turns))).Text);

    private SiteId SiteOf(string name) => GlobalId.TryRead(ids[name], out _, out var key) ? new SiteId(key) : default;
}
