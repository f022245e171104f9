using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Operations and tasks on days when the clock jumps, and in zones that are none.</summary>
[Collection(ApiTests.Name)]
public sealed class ClockJumpTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Theory]
    [InlineData("2027-03-14T02:30", "America/Toronto", "occurrence.no-such-local-time", "hHour.at")]
    [InlineData("2026-11-01T01:30", "America/Toronto", "occurrence.ambiguous-local-time", "hHour.at")]
    [InlineData("2026-10-25T02:30", "Europe/Amsterdam", "occurrence.ambiguous-local-time", "hHour.at")]
    [InlineData("2026-05-13T05:30", "America/Halden", "zone.unknown", "hHour.zone")]
    [InlineData("2026-05-13T05:30", "EST5EDT+1", "zone.unknown", "hHour.zone")]
    [InlineData("2026-05-13T05:30", null, "moment.needs-zone", "hHour.zone")]
    [InlineData("2199-05-13T05:30", "America/Toronto", "moment.out-of-range", "hHour.at")]
    public async Task An_H_hour_that_no_clock_shows_is_refused_for_a_plan_and_for_a_move(string at, string? zone, string code, string field)
    {
        var granite = await Granite.Plan(_world);
        var (facts, stands) = (await host.Facts(), await granite.Pin());
        foreach (var refused in new[]
        {
            await _world.Jules.Act("planOperation", new { name = "BASALT", aim = "Never", taskForce = _world.TaskForce, hHour = new { at, zone } }),
            await _world.Amara.Act("moveHHour", new { operation = granite.Id, version = 1_000, hHour = new { at, zone }, reason = "Never" }),
        })
            Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal((facts, stands), (await host.Facts(), await granite.Pin()));
    }

    [Theory]
    [InlineData("2027-03-14T02:30", "2027-03-20T00:00", "America/Toronto", "occurrence.no-such-local-time", "authority.from")]
    [InlineData("2026-10-20T00:00", "2026-11-01T01:30", "America/Toronto", "occurrence.ambiguous-local-time", "authority.until")]
    [InlineData("2026-05-10T00:00", "2026-05-20T00:00", "Nowhere/Atlantis", "zone.unknown", "zone")]
    public async Task A_site_with_times_that_no_clock_there_shows_is_not_added(string from, string until, string zone, string code, string field)
    {
        var granite = await Granite.Plan(_world);
        var (facts, stands) = (await host.Facts(), await granite.Pin());
        var refused = await _world.Amara.Act("addSite", new
        {
            operation = granite.Id, number = "S9", place = "Annex", agency = "OPS", commander = _world.Theo.Id, zone, essential = false,
            authority = new { reference = "W9", from, until },
        });
        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal((facts, stands), (await host.Facts(), await granite.Pin()));
    }

    [Fact]
    public async Task Over_the_jump_phases_keep_their_distance_to_H_and_each_clock_shows_its_own_time()
    {
        var operation = (await _world.Jules.Do("planOperation", new
        {
            name = "BASALT", aim = "At half past three, an hour after the jump", taskForce = _world.TaskForce, hHour = new { at = "2027-03-14T03:30", zone = "America/Toronto" },
            phases = new[] { new { name = "Staging", minutes = -60 }, new { name = "Entry", minutes = 0 } },
        })).Id;
        foreach (var (number, zone) in new[] { ("S1", "America/Toronto"), ("S2", "America/Los_Angeles") })
            await _world.Jules.Do("addSite", new { operation, number, place = "Place", agency = "CFP", commander = _world.Maya.Id, zone, essential = true });

        var lines = (await _world.Jules.Ask(
            "query($id: ID!) { operation(id: $id) { hHour board { lines { number localEntry phases { name local } } } } }", new { id = operation }))
            .GetProperty("operation").GetProperty("board").GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("number").GetString()!);
        Assert.Equal("2027-03-14T03:30:00-04:00", lines["S1"].GetProperty("localEntry").GetString());
        Assert.Equal("2027-03-14T01:30:00-05:00", Staging(lines["S1"]));
        Assert.Equal("2027-03-13T23:30:00-08:00", lines["S2"].GetProperty("localEntry").GetString());
        Assert.Equal("2027-03-13T22:30:00-08:00", Staging(lines["S2"]));
    }

    [Theory]
    [InlineData("America/Toronto", "2027-03-14T02:30", "occurrence.no-such-local-time", "due.at")]
    [InlineData("America/Toronto", "2026-11-01T01:30", "occurrence.ambiguous-local-time", "due.at")]
    [InlineData("America/Halden", "2027-03-14T12:00", "zone.unknown", "due.zone")]
    public async Task A_task_is_due_at_a_time_that_its_zone_has(string zone, string at, string code, string field)
    {
        var file = await _world.NewCase();
        var task = await Northgate.NewTask(_world.Maya, file, _world.Theo);
        var facts = await host.Facts();
        foreach (var refused in new[]
        {
            await _world.Maya.Act("createTask", new { @case = file, title = "Never", assignee = _world.Theo.Id, due = new { zone, at }, mandatory = true }),
            await _world.Maya.Act("redateTask", new { task, version = 1, due = new { zone, at }, reason = "Never" }),
        })
            Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal(facts, await host.Facts());
    }

    private static string? Staging(JsonElement line) =>
        line.GetProperty("phases").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "Staging").GetProperty("local").GetString();
}
