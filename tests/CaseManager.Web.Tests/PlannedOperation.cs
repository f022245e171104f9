using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseManager.Web.Tests;

/// <summary>An operation of CFP and USDE with a site of each, planned by Amara Okafor for one story alone.</summary>
public sealed class PlannedOperation : IDisposable
{
    private readonly Api _amara;
    private readonly Api _maya;
    private readonly Api _daniel;

    private PlannedOperation(Api amara, Api maya, Api daniel, string id) => (_amara, _maya, _daniel, Id) = (amara, maya, daniel, id);

    public string Id { get; }

    private Dictionary<string, string> Sites { get; set; } = [];

    public static async Task<PlannedOperation> Of(Uri address, string name)
    {
        var amara = await Api.As(address, "CFP", "amara.okafor");
        var world = await amara.Ask("{ taskForces { nodes { id } } officers(first: 50) { nodes { id name } } }");
        var officers = world["officers"]!["nodes"]!.AsArray().ToDictionary(o => o!["name"]!.GetValue<string>(), o => o!["id"]!.GetValue<string>());
        var planned = await amara.Act("planOperation", new
        {
            name, aim = "Two doors at one moment.", taskForce = world["taskForces"]!["nodes"]![0]!["id"]!.GetValue<string>(), hHour = new { at = In(hours: 2) },
            phases = new[] { new { name = "Staging", minutes = -60 }, new { name = "Entry", minutes = 0 }, new { name = "Search", minutes = 30 } },
        }, "operation { id }");
        var operation = new PlannedOperation(amara, await Api.As(address, "CFP", "maya.roy"), await Api.As(address, "USDE", "daniel.reyes"), planned["operation"]!["id"]!.GetValue<string>());
        await operation.Add("S1", "Suspected lab", "CFP", officers["Maya Roy"]);
        await operation.Add("S2", "Stash house", "USDE", officers["Daniel Reyes"]);
        await amara.Act("grantOperationAccess", new { operation = operation.Id, officer = officers["Daniel Reyes"], role = "LIAISON", reason = "Speaks for USDE" }, "version");
        var sites = (await amara.Ask("query($id: ID!) { operation(id: $id) { sites { nodes { id number } } } }", new { id = operation.Id }))["operation"]!["sites"]!["nodes"]!;
        operation.Sites = sites.AsArray().ToDictionary(s => s!["number"]!.GetValue<string>(), s => s!["id"]!.GetValue<string>());
        return operation;
    }

    public string Site(string number) => Sites[number];

    /// <summary>By the commander of the site.</summary>
    public async Task ReportsReady(string number)
    {
        var commander = number == "S1" ? _maya : _daniel;
        JsonNode site = (await commander.Ask("query($id: ID!) { site(id: $id) { version } }", new { id = Sites[number] }))["site"]!;
        await commander.Act("reportSiteReady", new { site = Sites[number], version = site["version"]!.GetValue<long>() }, "version");
    }

    public async Task ReportsNotReady(string number, string reason) =>
        await (number == "S1" ? _maya : _daniel).Act("reportSiteNotReady", new { site = Sites[number], reason }, "version");

    /// <summary>Both sites report ready, both agencies vote for it, and Amara Okafor orders it.</summary>
    public async Task Goes()
    {
        await ReportsReady("S1");
        await ReportsReady("S2");
        await _amara.Act("castVote", new { operation = Id, agency = "CFP", choice = "GO", pin = await Pin() }, "version");
        await _daniel.Act("castVote", new { operation = Id, agency = "USDE", choice = "GO", pin = await Pin() }, "version");
        await _amara.Act("decideGo", new { operation = Id, pin = await Pin() }, "version");
    }

    // What the board shows at this moment.
    private async Task<string> Pin() =>
        (await _amara.Ask("query($id: ID!) { operation(id: $id) { board { pin } } }", new { id = Id }))["operation"]!["board"]!["pin"]!.GetValue<string>();

    public void Dispose()
    {
        _amara.Dispose();
        _maya.Dispose();
        _daniel.Dispose();
    }

    private async Task Add(string number, string place, string agency, string commander) => await _amara.Act("addSite", new
    {
        operation = Id, number, place, agency, commander, zone = "America/Toronto", essential = true,
        authority = new { reference = $"W-{number}", from = In(hours: -24), until = In(hours: 48) },
    }, "version");

    private static string In(int hours) => DateTimeOffset.UtcNow.AddHours(hours).ToString("yyyy-MM-ddTHH:mm:00Z", CultureInfo.InvariantCulture);
}
