using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What carries H2 is not passed on before its originator has said yes; when that is taken back, whom it had reached is known.</summary>
[Collection(ApiTests.Name)]
public sealed class ReleaseTests(ServerHost host)
{
    private const string Shown = "query($id: ID!) { releaseRequest(id: $id) { status round to { code } originator { code } askedBy { id } askedFor { code } answer reached(first: 20) { totalCount nodes { id officer { id } acknowledgedAt } } history { what } } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Another_agency_is_let_in_only_after_the_originator_said_yes()
    {
        var file = await Controlled();
        object role = new { @case = file, officer = _world.Sanne.Id, role = "OBSERVER", reason = "They hold the second load" };
        var before = await _world.Theo.Act("grantCaseAccess", role);
        Assert.Equal(("label.ask-originator", "officer"), (before.Code, before.Field));

        var release = (await Ask(file)).Id;
        Assert.Contains("release.to-decide", await Waiting(_world.Maya, release));
        Assert.Empty(await Waiting(_world.Theo, release));
        Assert.Equal("label.ask-originator", (await _world.Theo.Act("grantCaseAccess", role)).Code);
        Assert.Equal("release.only-originator", (await _world.Theo.Act("approveRelease", new { release, version = 1 })).Code);

        await _world.Maya.Do("approveRelease", new { release, version = 1, conditions = "Not in court" });
        Assert.Empty(await Waiting(_world.Maya, release));
        Assert.Contains("release.answered", await Waiting(_world.Theo, release));
        await _world.Theo.Do("grantCaseAccess", role);
        Assert.Equal(file, await Sees(_world.Sanne, file));
        Assert.Equal(
            ("APPROVED", "Not in court", "NLFI", "CFP", "OPS"),
            await Told(_world.Sanne, release, r => (Text(r, "status"), Text(r, "answer"), Code(r, "to"), Code(r, "originator"), Code(r, "askedFor"))));
    }

    [Fact]
    public async Task After_it_was_taken_back_nobody_more_is_let_in_and_all_it_had_reached_are_told()
    {
        var file = await Controlled();
        var release = (await Ask(file)).Id;
        await _world.Maya.Do("approveRelease", new { release, version = 1 });
        await _world.Theo.Do("grantCaseAccess", new { @case = file, officer = _world.Sanne.Id, role = "OBSERVER", reason = "They hold the second load" });
        Assert.Equal(file, await Sees(_world.Sanne, file));
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", reason = "Of the originator" });
        Assert.Equal("release.only-originator", (await _world.Theo.Act("revokeRelease", new { release, version = 2, reason = "We think so" })).Code);

        await _world.Maya.Do("revokeRelease", new { release, version = 2, reason = "The source is at risk" });

        var reached = await Told(_world.Maya, release, r => r.GetProperty("reached").GetProperty("nodes").EnumerateArray().ToArray());
        var notice = Assert.Single(reached).GetProperty("id").GetString()!;
        Assert.Equal(_world.Sanne.Id, reached[0].GetProperty("officer").GetProperty("id").GetString());
        Assert.Equal("label.ask-originator", (await _world.Theo.Act("grantCaseAccess", new { @case = file, officer = _world.Piet.Id, role = "OBSERVER", reason = "Takes over" })).Code);

        // Sanne no longer reads the case, and is told all the same; others read neither her notice nor that there is one.
        const string Whole = "query($id: ID!) { case(id: $id) { id summary } }";
        Assert.Equal(await _world.Sanne.Answer(Whole, new { id = GlobalIds.Nothing("Case") }), await _world.Sanne.Answer(Whole, new { id = file }));
        Assert.Equal(file, await Sees(_world.Theo, file));
        Assert.Equal(file, await Sees(_world.Amara, file));
        Assert.Contains("release.revoked", await Waiting(_world.Sanne, notice));
        Assert.Equal(0, await Told(_world.Theo, release, r => r.GetProperty("reached").GetProperty("totalCount").GetInt32()));
        Assert.Equal("record.unknown", (await _world.Theo.Act("acknowledgeRevocation", new { notice })).Code);
        Assert.Equal("release.notice-not-yours", (await _world.Maya.Act("acknowledgeRevocation", new { notice })).Code);
        await _world.Sanne.Do("acknowledgeRevocation", new { notice });
        Assert.Empty(await Waiting(_world.Sanne, notice));
        Assert.NotEqual(JsonValueKind.Null, (await Told(_world.Maya, release, r => r.GetProperty("reached").GetProperty("nodes")[0])).GetProperty("acknowledgedAt").ValueKind);
    }

    [Fact]
    public async Task Who_is_of_an_agency_that_is_in_already_or_of_the_originator_is_let_in_without_asking()
    {
        var file = await Controlled();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Sanne.Id, role = "OBSERVER", reason = "The originator says so itself" });
        await _world.Theo.Do("grantCaseAccess", new { @case = file, officer = _world.Piet.Id, role = "OBSERVER", reason = "Stands in" });
        await _world.Theo.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", reason = "Of the originator" });
        Assert.Equal("label.ask-originator", (await _world.Theo.Act("grantCaseAccess", new { @case = file, officer = _world.Daniel.Id, role = "OBSERVER", reason = "Third" })).Code);
        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 1, tlp = "AMBER", reason = "May be passed on" });
        await _world.Theo.Do("grantCaseAccess", new { @case = file, officer = _world.Daniel.Id, role = "OBSERVER", reason = "Third" });
    }

    [Fact]
    public async Task Unanswered_it_lapses_by_itself()
    {
        var file = await Controlled();
        var release = (await _world.Theo.Do("askForRelease", new { @case = file, to = "NLFI", purpose = "Soon", due = DateTimeOffset.UtcNow.AddSeconds(3) })).Id;
        await Eventually.True(async () => await Told(_world.Maya, release, r => Text(r, "status")) == "LAPSED", "it never lapsed");
        Assert.Equal("release.not-asked", (await _world.Maya.Act("approveRelease", new { release, version = 2 })).Code);
        Assert.Equal(2, (await Ask(file)).Version - 1);
    }

    [Fact]
    public async Task Who_does_not_read_the_case_learns_nothing_of_what_was_asked()
    {
        var release = (await Ask(await Controlled())).Id;
        foreach (var outside in new[] { _world.Sanne, _world.Novak, _world.Stranger })
        {
            Assert.Equal(await outside.Answer(Shown, new { id = GlobalIds.Nothing("ReleaseRequest") }), await outside.Answer(Shown, new { id = release }));
            Assert.Equal("record.unknown", (await outside.Act("approveRelease", new { release, version = 1 })).Code);
        }
        Assert.Equal(0, (await _world.Novak.Ask("{ releaseRequests { totalCount } }")).GetProperty("releaseRequests").GetProperty("totalCount").GetInt32());
    }

    /// <summary>Maya's, of CFP, with H2; Theo of OPS may give roles on it.</summary>
    private async Task<string> Controlled() => (await _world.Maya.Do("openCase", new
    {
        title = "From a source of ours", summary = "Not to be passed on.", caveats = new { handling = new[] { "H2" } },
        team = new[] { new { officer = _world.Theo.Id, role = "SUPERVISOR" } },
    })).Id;

    private Task<Outcome> Ask(string file) =>
        _world.Theo.Do("askForRelease", new { @case = file, to = "NLFI", purpose = "They hold the second load", due = DateTimeOffset.UtcNow.AddDays(2) });

    private static async Task<string[]> Waiting(Voice by, string record) =>
        [.. (await by.Ask("{ inbox(last: 50, kinds: [\"release.to-decide\", \"release.answered\", \"release.revoked\"]) { nodes { kind record { id } } } }"))
            .GetProperty("inbox").GetProperty("nodes").EnumerateArray().Where(item => item.GetProperty("record").GetProperty("id").GetString() == record)
            .Select(item => item.GetProperty("kind").GetString()!)];

    private static async Task<T> Told<T>(Voice by, string release, Func<JsonElement, T> what) => what((await by.Ask(Shown, new { id = release })).GetProperty("releaseRequest"));

    private static async Task<string?> Sees(Voice by, string file) =>
        (await by.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = file })).GetProperty("case").GetProperty("id").GetString();

    private static string? Text(JsonElement release, string field) => release.GetProperty(field).GetString();

    private static string? Code(JsonElement release, string field) => release.GetProperty(field).GetProperty("code").GetString();
}
