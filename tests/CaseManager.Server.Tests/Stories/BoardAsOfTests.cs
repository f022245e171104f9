using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>The board as it stood at a moment, for those who could see it then.</summary>
[Collection(ApiTests.Name)]
public sealed class BoardAsOfTests(ServerHost host)
{
    private const string Then = """
        query($id: ID!, $at: DateTime!) { operation(id: $id, asOf: $at) { status board(asOf: $at) {
          pin status order { kind } lines { number readiness acknowledgedAt unconfirmedSince site { id place reason } } votes { agency { code } counts } awaited { code } } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task The_board_is_seen_as_it_stood_when_go_was_taken_whatever_happened_since()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var pin = await granite.AllVote();
        Assert.Null((await granite.Go(pin)).Code);
        var at = await WhenOrdered(granite);
        await granite.At("S5").Do("reportSiteNotReady", new { site = granite.Site("S5"), reason = "No contact" });
        await granite.At("S1").Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 1 });

        var then = (await See(_world.Amara, granite, at))!.Value;
        Assert.Equal("GO", then.GetProperty("status").GetString());
        Assert.Equal("GO", then.GetProperty("order").GetProperty("kind").GetString());
        Assert.All(then.GetProperty("lines").EnumerateArray(), line =>
        {
            Assert.Equal("READY", line.GetProperty("readiness").GetString());
            Assert.Equal(JsonValueKind.Null, line.GetProperty("acknowledgedAt").ValueKind);
            Assert.Equal(JsonValueKind.Null, line.GetProperty("site").GetProperty("reason").ValueKind);
        });
        var now = (await granite.See(_world.Amara)).GetProperty("board").GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("number").GetString()!);
        Assert.Equal("NOT_READY", now["S5"].GetProperty("readiness").GetString());
        Assert.Equal("No contact", now["S5"].GetProperty("site").GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.String, now["S1"].GetProperty("acknowledgedAt").ValueKind);
    }

    [Fact]
    public async Task Before_the_go_there_were_votes_and_no_order()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var pin = await granite.AllVote();
        var voted = (await granite.See(_world.Amara)).GetProperty("board");
        Assert.Null((await granite.Go(pin)).Code);

        var then = (await See(_world.Amara, granite, await Before(granite)))!.Value;
        Assert.Equal(JsonValueKind.Null, then.GetProperty("order").ValueKind);
        Assert.Equal(voted.GetProperty("pin").GetString(), then.GetProperty("pin").GetString());
        Assert.Equal(4, then.GetProperty("votes").EnumerateArray().Count(v => v.GetProperty("counts").GetBoolean()));
        Assert.Equal(0, then.GetProperty("awaited").GetArrayLength());
    }

    [Fact]
    public async Task Who_came_to_the_operation_later_sees_no_board_of_before_and_a_partner_only_its_own_site()
    {
        var granite = await Granite.Gone(_world);
        var at = await WhenOrdered(granite);
        await _world.Amara.Do("grantOperationAccess", new { operation = granite.Id, officer = _world.Nadia.Id, role = "OBSERVER", reason = "Joins" });

        Assert.Null(await See(_world.Nadia, granite, at));
        Assert.Equal("S4", Assert.Single(Sites((await See(_world.Sanne, granite, at))!.Value)));
        Assert.Equal(4, Sites((await See(_world.Amara, granite, at))!.Value).Count);
    }

    private static List<string> Sites(JsonElement board) =>
        [.. board.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("site").ValueKind != JsonValueKind.Null).Select(l => l.GetProperty("number").GetString()!)];

    private static async Task<JsonElement?> See(Voice who, Granite granite, string at) =>
        (await who.Ask(Then, new { id = granite.Id, at })).GetProperty("operation") is { ValueKind: JsonValueKind.Object } operation ? operation.GetProperty("board") : null;

    // The fact's own time is the database's, and so is that of what follows it.
    private async Task<string> WhenOrdered(Granite granite) => Told(await History(granite)).Last(h => h.What == "operation.go-decided.v1").At;

    private async Task<string> Before(Granite granite) => Told(await History(granite)).Last(h => h.What == "operation.vote-cast.v1").At;

    private async Task<JsonElement> History(Granite granite) =>
        (await _world.Amara.Ask("query($id: ID!) { operation(id: $id) { history { what recordedAt } } }", new { id = granite.Id })).GetProperty("operation").GetProperty("history");

    private static IEnumerable<(string What, string At)> Told(JsonElement history) =>
        history.EnumerateArray().Select(h => (h.GetProperty("what").GetString()!, h.GetProperty("recordedAt").GetString()!)).OrderBy(h => h.Item2, StringComparer.Ordinal);
}
