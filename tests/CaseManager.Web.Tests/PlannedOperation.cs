using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseManager.Web.Tests;

/// <summary>An operation of CFP and USDE with a site of each, planned by Amara Okafor for one story alone.</summary>
public sealed class PlannedOperation : IDisposable
{
    private readonly Api _amara;
    private readonly Api _maya;

    private PlannedOperation(Api amara, Api maya, string id) => (_amara, _maya, Id) = (amara, maya, id);

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
        var operation = new PlannedOperation(amara, await Api.As(address, "CFP", "maya.roy"), planned["operation"]!["id"]!.GetValue<string>());
        await operation.Add("S1", "Suspected lab", "CFP", officers["Maya Roy"]);
        await operation.Add("S2", "Stash house", "USDE", officers["Daniel Reyes"]);
        await amara.Act("grantOperationAccess", new { operation = operation.Id, officer = officers["Daniel Reyes"], role = "LIAISON", reason = "Speaks for USDE" }, "version");
        var sites = (await amara.Ask("query($id: ID!) { operation(id: $id) { sites { nodes { id number } } } }", new { id = operation.Id }))["operation"]!["sites"]!["nodes"]!;
        operation.Sites = sites.AsArray().ToDictionary(s => s!["number"]!.GetValue<string>(), s => s!["id"]!.GetValue<string>());
        return operation;
    }

    public string Site(string number) => Sites[number];

    /// <summary>By the commander of the site of CFP.</summary>
    public async Task ReportsReady(string number)
    {
        JsonNode site = (await _maya.Ask("query($id: ID!) { site(id: $id) { version } }", new { id = Sites[number] }))["site"]!;
        await _maya.Act("reportSiteReady", new { site = Sites[number], version = site["version"]!.GetValue<long>() }, "version");
    }

    public void Dispose()
    {
        _amara.Dispose();
        _maya.Dispose();
    }

    private async Task Add(string number, string place, string agency, string commander) => await _amara.Act("addSite", new
    {
        operation = Id, number, place, agency, commander, zone = "America/Toronto", essential = true,
        authority = new { reference = $"W-{number}", from = In(hours: -24), until = In(hours: 48) },
    }, "version");

    private static string In(int hours) => DateTimeOffset.UtcNow.AddHours(hours).ToString("yyyy-MM-ddTHH:mm:00Z", CultureInfo.InvariantCulture);
}
