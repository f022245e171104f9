using System.Text.Json.Nodes;
using CaseManager.Server.Demo.World;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;

namespace CaseManager.Server.Demo;

/// <summary>
/// The task force Northgate, with whom and what it works: loaded into an empty store on the first start in Development, through the public
/// API, by the officers themselves. All of it is invented but for the substances and their control dates.
/// </summary>
public static class DemoWorld
{
    private const string Setting = "Demo:Load";
    private const string Registrar = "registrar.cfp";

    private const string Probe = """
        {
          agencies(first: 50) { nodes { code name } }
          taskForces(where: { code: { eq: "NG" } }) { nodes { memberships { agency { code } } } }
        }
        """;

    /// <summary>Whether this host loads it: in Development by default, with <c>Demo:Load</c> as asked; never where tokens are not made here.</summary>
    public static bool IsWanted(WebApplication app) =>
        app.Configuration.GetValue(Setting, app.Environment.IsDevelopment())
        && app.Services.GetService<DevelopmentTokens>() is not null;

    /// <summary>Loads what is missing of it, unless the store holds somebody's own world. Says how far it is, and what went wrong.</summary>
    public static async Task Load(IServiceProvider services, HttpClient http, Action<string> say, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<IdentitySettings>();
        var client = new DemoClient(http, settings, services.GetRequiredService<DevelopmentTokens>());
        if (!IsMissing((await client.Ask(Registrar, Probe, null, cancel))["data"]))
            return;
        if (await new DemoLoad(client, Acts(settings), say).Run(cancel) is { } problem)
            say($"The demo world is not complete. {problem}");
    }

    /// <summary>All acts in their order; the last makes the last agency a member, which is how a complete load is known.</summary>
    internal static IReadOnlyList<DemoAct> Acts(IdentitySettings settings) =>
    [
        .. Bodies.Register(settings.DemoOfficers),
        .. Bodies.SetUpNorthgate(),
        .. Halden.Acts(),
        .. HaldenExhibits.Acts(),
        .. PartnerCases.Acts(),
        .. UnitCases.Acts(),
        .. Errands.Acts(),
        .. FiveSites.Acts(),
        Bodies.LastJoins,
    ];

    private static bool IsMissing(JsonNode? found)
    {
        var agencies = found?["agencies"]?["nodes"]?.AsArray() ?? [];
        if (agencies.Count == 0)
            return true;
        var begunHere = agencies.Any(a => (string?)a!["code"] == Bodies.First.Code && (string?)a["name"] == Bodies.First.Name);
        var members = found!["taskForces"]?["nodes"]?.AsArray() is [var northgate] ? northgate!["memberships"]!.AsArray() : [];
        return begunHere && !members.Any(m => (string?)m!["agency"]?["code"] == Bodies.Last.Code);
    }
}
