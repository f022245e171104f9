using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>The history of any record: what was before and is now, who did it, for which agency, and why.</summary>
[Collection(ApiTests.Name)]
public sealed class HistoryTests(ServerHost host)
{
    private const string Query = """
        query($id: ID!) { node(id: $id) { __typename
          ... on Case { history { ...C } } ... on TimelineEntry { history { ...C } } ... on Exhibit { history { ...C } } ... on Task { history { ...C } }
          ... on Operation { history { ...C } } ... on Site { history { ...C } } ... on Grant { history { ...C } }
          ... on Officer { history { ...C } } ... on TaskForce { history { ...C } } ... on Agency { history { ...C } } } }
        fragment C on Change { version what reason recordedAt by { name } agency { code } fields { field was is wasOfficer { name } isOfficer { name } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Of_a_case()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("changeCasePriority", new { @case = file, version = 1, priority = "URGENT", reason = "Threat to life" });
        Told((await History(file))[^1], "case.priority-changed.v1", "Maya Roy", "CFP", "Threat to life", ("priority", "NORMAL", "URGENT"));
    }

    [Fact]
    public async Task Of_an_entry()
    {
        var file = await _world.NewCase();
        var entry = (await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "A blue van.", occurred = Northgate.AtEight })).Id;
        await _world.Theo.Do("correctTimelineEntry", new { entry, version = 1, text = "A green van.", reason = "Misheard" });
        Told((await History(entry))[^1], "entry.text-corrected.v1", "Theo Lang", "OPS", "Misheard", ("text", "A blue van.", "A green van."));
    }

    [Fact]
    public async Task Of_an_exhibit()
    {
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(await _world.NewCase(), "S-1"))).Id;
        await _world.Maya.Do("resealExhibit", new { exhibit, version = 1, seal = "S-2", reason = "Torn" });
        Told((await History(exhibit))[^1], "exhibit.resealed.v1", "Maya Roy", "CFP", "Torn", ("seal", "S-1", "S-2"));
    }

    [Fact]
    public async Task Of_a_task()
    {
        var task = await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        await _world.Jules.Do("reassignTask", new { task, version = 1, assignee = _world.Maya.Id, reason = "Theo is in court" });
        var change = (await History(task))[^1];
        Told(change, "task.reassigned.v1", "Jules Bédard", "CFP", "Theo is in court", ("assigneeAgency", "OPS", "CFP"));
        var assignee = change.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "assignee");
        Assert.Equal(("Theo Lang", "Maya Roy"), (Name(assignee, "wasOfficer"), Name(assignee, "isOfficer")));
    }

    [Fact]
    public async Task Of_an_operation_with_what_each_agency_said()
    {
        var granite = await Granite.Plan(_world);
        await _world.Amara.Do("moveHHour", new { operation = granite.Id, version = 1_000, hHour = new { at = "2026-05-13T10:30Z" }, reason = "Fog" });
        Told((await History(granite.Id))[^1], "operation.h-hour-moved.v1", "Amara Okafor", "CFP", "Fog", ("hHour", "2026-05-13T10:15:00Z", "2026-05-13T10:30:00Z"));

        Assert.Null((await granite.Vote(_world.Sanne, "NLFI", await granite.Pin(_world.Sanne), "NO_GO", "Two persons absent")).Code);
        Told((await History(granite.Id))[^1], "operation.vote-cast.v1", "Sanne Bakker", "NLFI", "Two persons absent", ("votes", null, "NLFI NO_GO"));
        await _world.Amara.Do("decideNoGo", new { operation = granite.Id, reason = "NLFI says no" });
        Told((await History(granite.Id))[^1], "operation.no-go-decided.v1", "Amara Okafor", "CFP", "NLFI says no", ("status", "PLANNED", "NO_GO"));
    }

    [Fact]
    public async Task Of_a_site()
    {
        var granite = await Granite.Plan(_world);
        await granite.At("S1").Do("reportSiteNotReady", new { site = granite.Site("S1"), reason = "No hazmat team" });
        Told((await History(granite.Site("S1")))[^1], "site.reported-not-ready.v1", "Theo Lang", "OPS", "No hazmat team", ("readiness", "AWAITED", "NOT_READY"));
        await granite.At("S1").Do("quashSiteAuthority", new { site = granite.Site("S1"), reason = "Quashed by the court" });
        var quashed = (await History(granite.Site("S1")))[^1];
        Assert.Equal("site.authority-quashed.v1", quashed.GetProperty("what").GetString());
        var authority = quashed.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "authority");
        Assert.Contains("W1", authority.GetProperty("was").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, authority.GetProperty("is").ValueKind);
    }

    [Fact]
    public async Task Of_a_grant()
    {
        var file = await _world.NewCase();
        var grant = (await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" })).Id;
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Moved" });
        var told = await History(grant);
        Assert.Equal(["Keeps store A", "Moved"], told.Select(c => c.GetProperty("reason").GetString()));
        Assert.All(told, c => Assert.Equal("Maya Roy", Name(c, "by")));
        Assert.All(told, c => Assert.NotEmpty(c.GetProperty("fields").EnumerateArray()));
    }

    [Fact]
    public async Task Of_an_officer_a_task_force_and_an_agency()
    {
        foreach (var (id, what) in new[]
        {
            (_world.Maya.Id, "officer.registered.v1"), (_world.TaskForce, "task-force.established.v1"), (await Agency("CFP"), "agency.registered.v1"),
        })
        {
            var first = (await History(id))[0];
            Assert.Equal((what, "CFP"), (first.GetProperty("what").GetString(), first.GetProperty("agency").GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Of_what_one_may_not_see_there_is_none()
    {
        foreach (var (hidden, type) in new[] { (_world.Sealed, "Case"), (_world.SealedEntry, "TimelineEntry"), (_world.SealedTask, "Task"), (_world.SealedExhibit, "Exhibit") })
            Assert.Equal(await _world.Novak.Answer(Query, new { id = GlobalIds.Nothing(type) }), await _world.Novak.Answer(Query, new { id = hidden }));
        var granite = await Granite.Plan(_world);
        Assert.Equal(await _world.Sanne.Answer(Query, new { id = GlobalIds.Nothing("Site") }), await _world.Sanne.Answer(Query, new { id = granite.Site("S1") }));
    }

    private async Task<string> Agency(string code) => (await _world.Maya.Ask("{ agencies(first: 50) { nodes { id code } } }")).GetProperty("agencies").GetProperty("nodes")
        .EnumerateArray().Single(a => a.GetProperty("code").GetString() == code).GetProperty("id").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> History(string id)
    {
        // Operations are planned by Jules, who reads all of it.
        var told = (await _world.Jules.Ask(Query, new { id })).GetProperty("node").GetProperty("history").EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(1, told.Length), told.Select(c => c.GetProperty("version").GetInt32()));
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", string.Concat(told));
        return told;
    }

    private static void Told(JsonElement change, string what, string by, string agency, string reason, (string Field, string? Was, string Is) field)
    {
        Assert.Equal((what, by, agency, reason), (change.GetProperty("what").GetString(), Name(change, "by"), change.GetProperty("agency").GetProperty("code").GetString(),
            change.GetProperty("reason").GetString()));
        Assert.Contains(field, change.GetProperty("fields").EnumerateArray()
            .Select(f => (f.GetProperty("field").GetString()!, f.GetProperty("was").GetString(), f.GetProperty("is").GetString()!)));
    }

    private static string? Name(JsonElement of, string field) => of.GetProperty(field).GetProperty("name").GetString();
}
