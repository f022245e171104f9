namespace CaseManager.Server.Tests.Api;

/// <summary>
/// A small Northgate, made through the API: who they are, their task force, and one case of each audience. Tests that change things
/// open cases of their own.
/// </summary>
public sealed class Northgate(ServerHost host)
{
    public Voice Maya { get; } = host.As("maya.roy", "CFP");

    /// <summary>Belongs to the task force, and no more.</summary>
    public Voice Amara { get; } = host.As("amara.okafor", "CFP");

    /// <summary>Supervisor in the task force.</summary>
    public Voice Jules { get; } = host.As("jules.bedard", "CFP");

    public Voice Theo { get; } = host.As("theo.lang", "OPS");

    /// <summary>Leads the sealed case.</summary>
    public Voice Desk { get; } = host.As("desk.seven", "OPS");

    public Voice Sanne { get; } = host.As("sanne.bakker", "NLFI");

    /// <summary>Registered, of a member agency, without any role.</summary>
    public Voice Piet { get; } = host.As("piet.devries", "NLFI");

    /// <summary>Keeps store A; on no case until somebody asks for it.</summary>
    public Voice Nadia { get; } = host.As("nadia.haddad", "CFP");

    public Voice Daniel { get; } = host.As("daniel.reyes", "USDE");

    /// <summary>Registered, and on nothing.</summary>
    public Voice Novak { get; } = host.As("a.novak", "USDE");

    public Voice Registrar { get; } = host.As("registrar.cfp", "CFP");

    /// <summary>Has a token of an issuer we trust, but nobody registered them.</summary>
    public Voice Stranger { get; } = host.As("nobody.yet", "USDE");

    public string TaskForce { get; private set; } = "";

    /// <summary><c>NG-2026-014</c>: for its team, with an entry.</summary>
    public string Halden { get; private set; } = "";

    public string HaldenEntry { get; private set; } = "";

    /// <summary><c>OPS-2026-207</c>: sealed, Desk alone.</summary>
    public string Sealed { get; private set; } = "";

    public string SealedEntry { get; private set; } = "";

    /// <summary>Asked of Desk by Desk.</summary>
    public string SealedTask { get; private set; } = "";

    public string SealedExhibit { get; private set; } = "";

    /// <summary><c>NL-2026-77</c>: for the eyes of the task force.</summary>
    public string Shared { get; private set; } = "";

    /// <summary>Desk's compartment, with one more inside.</summary>
    public string Compartment { get; private set; } = "";

    /// <summary>Read into the compartment, on no case.</summary>
    public Voice Insider { get; } = host.As("in.sider", "OPS");

    /// <summary>Maya's own, shared with nobody.</summary>
    public string SavedView { get; private set; } = "";

    public Staffed Staff { get; private set; } = null!;

    /// <summary>A thing to be taken in evidence.</summary>
    public static object Item(string onCase, string seal, string? number = null, string description = "White powder in a sealed bag") => new
    {
        @case = onCase, number, kind = "SUBSTANCE", description, seal, place = new { description = "48 Rockpoint Rd, unit 6" }, occurred = AtEight,
        authority = new { kind = "SEARCH_WARRANT", reference = "W1" },
    };

    public static object AtEight => new { zone = "America/Toronto", at = "2026-04-18T20:00" };

    public static async Task<Northgate> Build(ServerHost host)
    {
        var world = new Northgate(host);
        await Register(host);
        var establishment = await world.Registrar.Do("establishTaskForce", new
        {
            code = "NG", name = "JTF Northgate", purpose = "Precursor diversion", agreement = "v3", since = "2026-02-02T00:00:00Z",
        });
        world.TaskForce = establishment.Id;
        foreach (var agency in new[] { "OPS", "USDE", "NLFI" })
            await world.Registrar.Do("joinTaskForce", new { taskForce = world.TaskForce, agency });
        foreach (var (officer, role) in new[]
        {
            (world.Jules, "SUPERVISOR"), (world.Maya, "MEMBER"), (world.Amara, "MEMBER"), (world.Sanne, "MEMBER"), (world.Daniel, "MEMBER"),
        })
            await world.Registrar.Do("appointToTaskForce", new { taskForce = world.TaskForce, officer = officer.Id, role, reason = "Agreement v3" });
        await world.OpenCases();
        world.SavedView = (await world.Maya.Do("saveView", new { page = "cases", name = "Halden's", query = "text=drums" })).Id;
        world.Compartment = (await world.Desk.Do("establishCompartment", new { name = "QUARRY" })).Id;
        await world.Desk.Do("readIntoCompartment", new { compartment = world.Compartment, officer = world.Insider.Id, reason = "Knows the source" });
        world.Staff = await Staffed.Build(host);
        await world.Staff.Plan(world.Jules, world.TaskForce);
        return world;
    }

    /// <summary>A fresh case that Maya leads, with Theo as investigator and Jules as supervisor.</summary>
    public async Task<string> NewCase(string title = "Drums at the quay") => (await Maya.Do("openCase", new
    {
        title,
        summary = "Forty drums without papers.",
        taskForce = TaskForce,
        team = new[] { new { officer = Theo.Id, role = "INVESTIGATOR" }, new { officer = Jules.Id, role = "SUPERVISOR" } },
    })).Id;

    /// <summary>A fresh entry by Maya.</summary>
    public async Task<string> NewEntry(string onCase, string text = "Van seen at the gate.") =>
        (await Maya.Do("recordTimelineEntry", new { @case = onCase, text, occurred = AtEight })).Id;

    /// <summary>A fresh task that <paramref name="by"/> asks of <paramref name="assignee"/>, due in a year if not said otherwise.</summary>
    public static async Task<string> NewTask(
        Voice by, string onCase, Voice assignee, string title = "Watch the quay", DateTimeOffset? due = null, bool mandatory = false, string? dependsOn = null) =>
        (await by.Do("createTask", new { @case = onCase, title, assignee = assignee.Id, due = Due(due ?? DateTimeOffset.UtcNow.AddYears(1)), mandatory, dependsOn })).Id;

    public static object Due(DateTimeOffset at) => new { zone = "America/Toronto", at };

    private static async Task Register(ServerHost host)
    {
        foreach (var (code, name, country, zone) in new[]
        {
            ("CFP", "Canadian federal police", "CA", "America/Toronto"), ("OPS", "Ontario provincial service", "CA-ON", "America/Toronto"),
            ("USDE", "US drug enforcement partner", "US", "America/New_York"), ("NLFI", "Dutch investigation service", "NL", "Europe/Amsterdam"),
            ("CBA", "Border agency", "CA", "America/Toronto"),
        })
            await RegistrarOf(host, code).Do("registerAgency", new { name, country, zone });
        foreach (var (subject, agency, name) in new[]
        {
            ("maya.roy", "CFP", "Maya Roy"), ("amara.okafor", "CFP", "Amara Okafor"), ("jules.bedard", "CFP", "Jules Bédard"),
            ("theo.lang", "OPS", "Theo Lang"), ("desk.seven", "OPS", "Desk Seven"), ("in.sider", "OPS", "In Sider"), ("sanne.bakker", "NLFI", "Sanne Bakker"),
            ("piet.devries", "NLFI", "Piet de Vries"), ("daniel.reyes", "USDE", "Daniel Reyes"), ("a.novak", "USDE", "A. Novak"),
            ("nadia.haddad", "CFP", "Nadia Haddad"),
        })
            await RegistrarOf(host, agency).Do("registerOfficer", new { subject, name });
    }

    private async Task OpenCases()
    {
        Halden = (await Maya.Do("openCase", new
        {
            number = "NG-2026-014", title = "Halden", summary = "Drums marked resin hardener.", taskForce = TaskForce, priority = "HIGH",
            team = new[] { new { officer = Theo.Id, role = "INVESTIGATOR" }, new { officer = Jules.Id, role = "SUPERVISOR" } },
        })).Id;
        HaldenEntry = await NewEntry(Halden, "Drums smell wrong.");
        Sealed = (await Desk.Do("openCase", new { number = "OPS-2026-207", title = "Lanternfish", summary = "Sealed by order." })).Id;
        SealedEntry = (await Desk.Do("recordTimelineEntry", new { @case = Sealed, text = "Lanternfish surfaced.", occurred = AtEight })).Id;
        SealedTask = await NewTask(Desk, Sealed, Desk, "Watch Lanternfish");
        SealedExhibit = (await Desk.Do("seizeExhibit", Item(Sealed, "OPS-7", "E-7", "Lantern"))).Id;
        Shared = (await Sanne.Do("openCase", new
        {
            number = "NL-2026-77", title = "Rotterdam broker", summary = "Released to Northgate.", taskForce = TaskForce, audience = "TASK_FORCE",
        })).Id;
    }

    public static Voice RegistrarOf(ServerHost host, string agency) => host.As($"registrar.{agency.ToLowerInvariant()}", agency);
}
