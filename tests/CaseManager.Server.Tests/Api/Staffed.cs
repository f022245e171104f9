namespace CaseManager.Server.Tests.Api;

/// <summary>A case with one officer in each role, for asking what each of them may. Nothing on it changes: acts that a test tries are refused.</summary>
public sealed class Staffed
{
    public static readonly string[] Roles =
    [
        "TEAM_COMMANDER", "PRIMARY_INVESTIGATOR", "FILE_COORDINATOR", "INVESTIGATOR", "EXHIBIT_CUSTODIAN", "ANALYST", "COORDINATOR",
        "SITE_COMMANDER", "SUPERVISOR", "LIAISON", "AUDITOR", "OBSERVER", "MEMBER",
    ];

    /// <summary>The role of who was asked to do the task.</summary>
    public const string Asked = "INVESTIGATOR";

    private readonly Dictionary<string, Voice> _in = [];

    public string Case { get; private set; } = "";

    public string Entry { get; private set; } = "";

    public string OtherEntry { get; private set; } = "";

    public string Task { get; private set; } = "";

    /// <summary>Held by the primary investigator.</summary>
    public string Exhibit { get; private set; } = "";

    /// <summary>Asked of the case's agency by a partner, and not answered.</summary>
    public string Release { get; private set; } = "";

    /// <summary>An operation with the same officers in the same roles, and a site of their agency.</summary>
    public string Operation { get; private set; } = "";

    public string Site { get; private set; } = "";

    public Voice In(string role) => _in[role];

    public static async Task<Staffed> Build(ServerHost host)
    {
        var staffed = new Staffed();
        foreach (var role in Roles)
        {
            var subject = $"role.{role.ToLowerInvariant()}";
            await Northgate.RegistrarOf(host, "CFP").Do("registerOfficer", new { subject, name = $"The {role}" });
            staffed._in[role] = host.As(subject, "CFP");
        }
        await Northgate.RegistrarOf(host, "OPS").Do("registerOfficer", new { subject = "role.partner", name = "The PARTNER" });
        var partner = host.As("role.partner", "OPS");
        var lead = staffed.In("PRIMARY_INVESTIGATOR");
        staffed.Case = (await lead.Do("openCase", new
        {
            title = "Everybody's case", summary = "One of each", caveats = new { handling = new[] { "H2" } },
            team = Roles.Where(r => r != "PRIMARY_INVESTIGATOR").Select(r => new { officer = staffed.In(r).Id, role = r }).Append(new { officer = partner.Id, role = "LIAISON" }),
        })).Id;
        staffed.Release = (await partner.Do("askForRelease", new { @case = staffed.Case, to = "NLFI", purpose = "They help", due = DateTimeOffset.UtcNow.AddDays(30) })).Id;
        staffed.Entry = (await lead.Do("recordTimelineEntry", new { @case = staffed.Case, text = "One", occurred = Northgate.AtEight })).Id;
        staffed.OtherEntry = (await lead.Do("recordTimelineEntry", new { @case = staffed.Case, text = "Two", occurred = Northgate.AtEight })).Id;
        // It waits for another, so that nobody can begin it.
        var first = await Northgate.NewTask(lead, staffed.Case, lead);
        staffed.Task = await Northgate.NewTask(lead, staffed.Case, staffed.In(Asked), dependsOn: first);
        staffed.Exhibit = (await lead.Do("seizeExhibit", Northgate.Item(staffed.Case, "S-1"))).Id;
        return staffed;
    }

    /// <param name="planner">Who may plan in the task force.</param>
    public async Task Plan(Voice planner, string taskForce)
    {
        Operation = (await planner.Do("planOperation", new { name = "EVERYBODY", aim = "One of each", taskForce, hHour = new { at = "2026-05-13T10:15Z" } })).Id;
        foreach (var role in Roles)
            await planner.Do("grantOperationAccess", new { operation = Operation, officer = In(role).Id, role, reason = "One of each" });
        Site = (await planner.Do("addSite", new
        {
            operation = Operation, number = "S1", place = "Everybody's place", agency = "CFP", commander = In("SITE_COMMANDER").Id, zone = "America/Toronto", essential = true,
            authority = new { reference = "W1", from = "2026-05-10T00:00", until = "2026-05-20T00:00" },
        })).Id;
    }
}
