using System.Text.Json;

namespace CaseManager.Server.Tests.Api;

/// <summary>Operation GRANITE, fresh for each test that asks: Jules plans it, Amara coordinates, four agencies have a site each.</summary>
public sealed class Granite
{
    public const string Board = """
        query($id: ID!) { operation(id: $id) { version status hHour board {
          pin status order { number kind cause site reason by { name } sites { number readiness version } quorum { code } }
          lines { number readiness readinessSince localEntry entry acknowledgedAt unconfirmedSince phases { name at local } site { place agency { code } commander { name } reason } }
          votes { agency { code } choice counts } awaited { code } } } }
        """;

    private readonly Northgate _world;
    private readonly Dictionary<string, string> _sites = [];

    private Granite(Northgate world, string id) => (_world, Id) = (world, id);

    public string Id { get; }

    public string Site(string number) => _sites[number];

    /// <summary>Who commands the site, and speaks for its agency.</summary>
    public Voice At(string number) => number switch { "S1" => _world.Theo, "S2" => _world.Maya, "S4" => _world.Sanne, _ => _world.Daniel };

    public static IEnumerable<string> Numbers => ["S1", "S2", "S4", "S5"];

    /// <param name="hHour">Exact.</param>
    public static async Task<Granite> Plan(Northgate world, string hHour = "2026-05-13T10:15Z", string name = "GRANITE")
    {
        var operation = await world.Jules.Do("planOperation", new
        {
            name, aim = "Four sites at one moment", taskForce = world.TaskForce, hHour = new { at = hHour },
            phases = new[] { new { name = "Entry", minutes = 0 }, new { name = "Staging", minutes = -60 } },
        });
        var granite = new Granite(world, operation.Id);
        await world.Jules.Do("grantOperationAccess", new { operation = granite.Id, officer = world.Amara.Id, role = "COORDINATOR", reason = "Coordinates" });
        await granite.Add("S1", "48 Rockpoint Rd unit 6", "OPS", "America/Toronto", true, new
        {
            reference = "W1", from = "2026-05-10T00:00", until = "2026-05-17T00:00", dailyFrom = "06:00:00", dailyUntil = "21:00:00",
        });
        await granite.Add("S2", "Suspected lab, Laval", "CFP", "America/Toronto", true, new { reference = "W2", from = "2026-05-12T00:00", until = "2026-05-15T00:00" });
        await granite.Add("S4", "Broker's office, Rotterdam", "NLFI", "Europe/Amsterdam", true, new
        {
            reference = "NL order", from = "2026-05-13T00:00", until = "2026-05-14T00:00", dailyFrom = "08:00:00", dailyUntil = "20:00:00",
        });
        await granite.Add("S5", "Stash house, Buffalo", "USDE", "America/New_York", false, new { reference = "US warrant", from = "2026-05-12T00:00", until = "2026-05-20T00:00" });
        foreach (var number in new[] { "S1", "S4", "S5" })
            await world.Amara.Do("grantOperationAccess", new { operation = granite.Id, officer = granite.At(number).Id, role = "LIAISON", reason = "Speaks for the agency" });
        return granite;
    }

    public async Task<JsonElement> See(Voice who) => (await who.Ask(Board, new { id = Id })).GetProperty("operation");

    public async Task<string> Pin(Voice? who = null) => (await See(who ?? _world.Amara)).GetProperty("board").GetProperty("pin").GetString()!;

    public async Task<JsonElement> Line(Voice who, string number) =>
        (await See(who)).GetProperty("board").GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("number").GetString() == number);

    public Task<Outcome> Ready(string number) => At(number).Act("reportSiteReady", new { site = Site(number), version = 1_000 });

    public async Task AllReady()
    {
        foreach (var number in Numbers)
            Xunit.Assert.Null((await Ready(number)).Code);
    }

    public Task<Outcome> Vote(Voice who, string agency, string pin, string choice = "GO", string? reason = null) =>
        who.Act("castVote", new { operation = Id, agency, choice, pin, reason });

    /// <summary>Every agency, on what it sees.</summary>
    public async Task<string> AllVote()
    {
        foreach (var (who, agency) in new[] { (_world.Daniel, "USDE"), (_world.Sanne, "NLFI"), (_world.Theo, "OPS"), (_world.Amara, "CFP") })
            Xunit.Assert.Null((await Vote(who, agency, await Pin(who))).Code);
        return await Pin();
    }

    public Task<Outcome> Go(string pin) => _world.Amara.Act("decideGo", new { operation = Id, pin });

    /// <summary>All ready, all for it, gone.</summary>
    public static async Task<Granite> Gone(Northgate world)
    {
        var granite = await Plan(world);
        await granite.AllReady();
        Xunit.Assert.Null((await granite.Go(await granite.AllVote())).Code);
        return granite;
    }

    private async Task Add(string number, string place, string agency, string zone, bool essential, object authority) =>
        _sites[number] = (await _world.Amara.Do("addSite", new { operation = Id, number, place, agency, commander = At(number).Id, zone, essential, authority })).Id;
}
