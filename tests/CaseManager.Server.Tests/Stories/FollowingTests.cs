using System.Text.Json;
using Alba;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Whoever follows something on one node hears what is done on another, over every transport; a lost connection loses nothing.</summary>
[Collection(ApiTests.Name)]
public sealed class FollowingTests(ServerHost host) : IAsyncLifetime
{
    private const string Timeline = "subscription($id: ID!, $since: String) { timelineChanged(case: $id, since: $since) { text version } }";
    private const string Custody = "subscription($id: ID!, $since: String) { custodyChanged(exhibit: $id, since: $since) { seal version } }";
    private const string Board = "subscription($id: ID!, $since: String) { boardChanged(operation: $id, since: $since) { status lines { number readiness } } }";

    private readonly Northgate _world = host.World;
    private IAlbaHost _there = null!;

    public static TheoryData<string> Transports => new(LiveLine.Stream, LiveLine.Transport, LiveLine.Legacy);

    public async Task InitializeAsync() => _there = await host.AnotherNode();

    public Task DisposeAsync() => _there.DisposeAsync().AsTask();

    [Theory, MemberData(nameof(Transports))]
    public async Task A_timeline_goes_on_where_it_broke_off(string over)
    {
        var file = await _world.NewCase();
        var read = await _world.Theo.Ask("query($id: ID!) { case(id: $id) { timeline { totalCount } } point }", new { id = file });
        var point = read.GetProperty("point").GetString()!;
        await _world.NewEntry(file, "Between reading and following.");

        await using (var line = await _world.Theo.Follow(over, _there, Timeline, new { id = file, since = point }))
        {
            Assert.Equal("Between reading and following.", Heard(await line.Next(), ref point).GetProperty("text").GetString());
            await _world.NewEntry(file, "While following.");
            Assert.Equal("While following.", Heard(await line.Next(), ref point).GetProperty("text").GetString());
        }
        await _world.NewEntry(file, "While away, one.");
        var second = await _world.NewEntry(file, "While away, two.");
        await _world.Maya.Do("correctTimelineEntry", new { entry = second, version = 1, text = "While away, two, misheard.", reason = "Misheard" });

        await using var again = await _world.Theo.Follow(over, _there, Timeline, new { id = file, since = point });
        Assert.Equal("While away, one.", Heard(await again.Next(), ref point).GetProperty("text").GetString());
        Assert.Equal("While away, two, misheard.", Heard(await again.Next(), ref point).GetProperty("text").GetString());
        await _world.NewEntry(file, "Back.");
        Assert.Equal("Back.", Heard(await again.Next(), ref point).GetProperty("text").GetString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_custody_chain_goes_on_where_it_broke_off(string over)
    {
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(await _world.NewCase(), "S-1"))).Id;
        var point = await Now(_world.Theo);
        await Reseal(exhibit, 1, "S-2");

        await using (var line = await _world.Theo.Follow(over, _there, Custody, new { id = exhibit, since = point }))
            Assert.Equal("S-2", Heard(await line.Next(), ref point).GetProperty("seal").GetString());
        await Reseal(exhibit, 2, "S-3");

        await using var again = await _world.Theo.Follow(over, _there, Custody, new { id = exhibit, since = point });
        Assert.Equal("S-3", Heard(await again.Next(), ref point).GetProperty("seal").GetString());
        await Reseal(exhibit, 3, "S-4");
        Assert.Equal("S-4", Heard(await again.Next(), ref point).GetProperty("seal").GetString());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_board_goes_on_where_it_broke_off(string over)
    {
        var granite = await Granite.Plan(_world);
        var point = await Now(_world.Theo);
        await using (var line = await _world.Theo.Follow(over, _there, Board, new { id = granite.Id, since = point }))
            Assert.Equal("AWAITED", Readiness(Heard(await line.Next(), ref point), "S4"));
        Assert.Null((await granite.Ready("S4")).Code);

        await using (var line = await _world.Theo.Follow(over, _there, Board, new { id = granite.Id, since = point }))
            Assert.Equal("READY", Readiness(Heard(await line.Next(), ref point), "S4"));
        // Nothing has changed since: it is not told again, and the next thing heard is the next thing done.
        await using var again = await _world.Theo.Follow(over, _there, Board, new { id = granite.Id, since = point });
        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms" });
        Assert.Equal("NOT_READY", Readiness(Heard(await again.Next(), ref point), "S4"));
    }

    [Fact]
    public async Task A_browser_that_comes_back_by_itself_says_in_a_header_how_far_it_came()
    {
        var file = await _world.NewCase();
        var (start, point) = (await Now(_world.Theo), "");
        await _world.NewEntry(file, "Before.");
        await using (var line = await _world.Theo.Follow(LiveLine.Stream, _there, Timeline, new { id = file, since = start }))
            Assert.Equal("Before.", Heard(await line.Next(), ref point).GetProperty("text").GetString());
        await _world.NewEntry(file, "Meanwhile.");

        await using var again = await _world.Theo.FollowAgain(_there, Timeline, new { id = file, since = start }, point);
        Assert.Equal("Meanwhile.", Heard(await again.Next(), ref point).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Somebody_elses_point_begins_nothing()
    {
        var file = await _world.NewCase();
        var point = await Now(_world.Maya);
        await using var line = await _world.Theo.Follow(LiveLine.Stream, _there, Timeline, new { id = file, since = point });
        Assert.Equal("HC0078", (await line.Next()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_hidden_is_caught_up_with_by_nobody()
    {
        var (mine, theirs) = (await Now(_world.Novak), await Now(_world.Desk));
        await _world.Desk.Do("recordTimelineEntry", new { @case = _world.Sealed, text = "It dived.", occurred = Northgate.AtEight });
        await using var hidden = await _world.Novak.Follow(LiveLine.Stream, _there, Timeline, new { id = _world.Sealed, since = mine });
        await using var none = await _world.Novak.Follow(LiveLine.Stream, _there, Timeline, new { id = GlobalIds.Nothing("Case"), since = mine });
        await using var desk = await _world.Desk.Follow(LiveLine.Stream, _there, Timeline, new { id = _world.Sealed, since = theirs });
        Assert.Equal("It dived.", Heard(await desk.Next(), ref theirs).GetProperty("text").GetString());
        // With a point they end at once, and have said nothing before.
        foreach (var line in new[] { hidden, none })
            await line.EndsInSilence();
    }

    private static async Task<string> Now(Voice who) => (await who.Ask("{ point }")).GetProperty("point").GetString()!;

    private Task<Outcome> Reseal(string exhibit, int version, string seal) => _world.Maya.Do("resealExhibit", new { exhibit, version, seal, reason = "Torn" });

    private static JsonElement Heard(JsonElement answer, ref string point)
    {
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        point = answer.GetProperty("extensions").GetProperty("point").GetString()!;
        return answer.GetProperty("data").EnumerateObject().Single().Value;
    }

    private static string? Readiness(JsonElement board, string site) =>
        board.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("number").GetString() == site).GetProperty("readiness").GetString();
}
