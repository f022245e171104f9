using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Who works on it, and in which role: read by whoever may read it, and nobody else.</summary>
[Collection(ApiTests.Name)]
public sealed class TeamTests(ServerHost host)
{
    private const string OfCase = "query($id: ID!, $at: DateTime) { case(id: $id) { team(first: 50, at: $at) { totalCount nodes { officer { name agency { code } } roles { role from until } grant { id } } } } }";
    private const string OfOperation = "query($id: ID!) { operation(id: $id) { team(first: 50) { totalCount nodes { officer { name } roles { role } } } } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_case_names_those_who_have_a_role_on_it_now()
    {
        var file = await _world.NewCase();
        await _world.Jules.Do("grantCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "EXHIBIT_CUSTODIAN", until = DateTimeOffset.UtcNow.AddDays(9), reason = "Keeps the items" });
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(2), reason = "From then on" });

        var team = await Team(_world.Theo, file);
        Assert.Equal(["Jules Bédard CFP: SUPERVISOR", "Maya Roy CFP: PRIMARY_INVESTIGATOR", "Theo Lang OPS: INVESTIGATOR EXHIBIT_CUSTODIAN"], team.Order(StringComparer.Ordinal));
        Assert.Equal(team, await Team(_world.Maya, file));

        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        Assert.Contains("Theo Lang OPS: EXHIBIT_CUSTODIAN", await Team(_world.Maya, file));
    }

    [Fact]
    public async Task It_can_be_asked_who_had_a_role_at_another_time()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(2), until = DateTimeOffset.UtcNow.AddDays(4), reason = "For two days" });
        Assert.Empty(await Team(_world.Maya, file, before));
        Assert.DoesNotContain("Amara Okafor CFP: OBSERVER", await Team(_world.Maya, file, DateTimeOffset.UtcNow));
        Assert.Contains("Amara Okafor CFP: OBSERVER", await Team(_world.Maya, file, DateTimeOffset.UtcNow.AddDays(3)));
        Assert.DoesNotContain("Amara Okafor CFP: OBSERVER", await Team(_world.Maya, file, DateTimeOffset.UtcNow.AddDays(5)));
    }

    [Fact]
    public async Task Who_has_left_the_service_is_on_no_team()
    {
        var file = await _world.NewCase();
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "Leaves Soon" });
        var officer = host.As(subject, "CFP").Id;
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer, role = "OBSERVER", reason = "Joins" });
        Assert.Contains("Leaves Soon CFP: OBSERVER", await Team(_world.Maya, file));
        var served = DateTimeOffset.UtcNow;
        await _world.Registrar.Do("recordDeparture", new { officer, reason = "Retired" });
        Assert.DoesNotContain("Leaves Soon CFP: OBSERVER", await Team(_world.Maya, file));
        Assert.Contains("Leaves Soon CFP: OBSERVER", await Team(_world.Maya, file, served));
    }

    [Fact]
    public async Task A_team_is_turned_page_by_page()
    {
        const string Page = "query($id: ID!, $after: String) { case(id: $id) { team(first: 2, after: $after) { totalCount nodes { officer { name } } pageInfo { hasNextPage endCursor } } } }";
        var file = await _world.NewCase();
        var first = (await _world.Maya.Ask(Page, new { id = file })).GetProperty("case").GetProperty("team");
        Assert.Equal((3, true), (first.GetProperty("totalCount").GetInt32(), first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        var second = (await _world.Maya.Ask(Page, new { id = file, after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("case").GetProperty("team");
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(3, first.GetProperty("nodes").EnumerateArray().Concat(second.GetProperty("nodes").EnumerateArray()).Select(m => m.GetProperty("officer").GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_partner_sees_its_own_people_on_an_operation_and_those_who_direct_it_see_all()
    {
        var granite = await Granite.Plan(_world);
        Assert.Equal(["Amara Okafor", "Daniel Reyes", "Jules Bédard", "Maya Roy", "Sanne Bakker", "Theo Lang"], await OperationTeam(_world.Amara, granite.Id));
        Assert.Equal(["Theo Lang"], await OperationTeam(_world.Theo, granite.Id));
        Assert.Equal(["Daniel Reyes"], await OperationTeam(_world.Daniel, granite.Id));
    }

    [Fact]
    public async Task Who_may_not_read_it_learns_of_no_team()
    {
        var (file, granite) = (await _world.NewCase(), await Granite.Plan(_world));
        foreach (var officer in new[] { _world.Novak, _world.Piet, _world.Desk, _world.Stranger, _world.Registrar })
        {
            Assert.Equal(JsonValueKind.Null, (await officer.Ask(OfCase, new { id = file })).GetProperty("case").ValueKind);
            Assert.Equal(JsonValueKind.Null, (await officer.Ask(OfOperation, new { id = granite.Id })).GetProperty("operation").ValueKind);
        }
    }

    private static async Task<string[]> Team(Voice asker, string file, DateTimeOffset? at = null)
    {
        var team = (await asker.Ask(OfCase, new { id = file, at })).GetProperty("case").GetProperty("team");
        Assert.Equal(team.GetProperty("nodes").GetArrayLength(), team.GetProperty("totalCount").GetInt32());
        return [.. team.GetProperty("nodes").EnumerateArray().Select(Said)];
    }

    private static async Task<string[]> OperationTeam(Voice asker, string operation) =>
        [.. (await asker.Ask(OfOperation, new { id = operation })).GetProperty("operation").GetProperty("team").GetProperty("nodes").EnumerateArray()
            .Select(m => m.GetProperty("officer").GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];

    private static string Said(JsonElement member)
    {
        var officer = member.GetProperty("officer");
        var roles = member.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("role").GetString());
        return $"{officer.GetProperty("name")} {officer.GetProperty("agency").GetProperty("code")}: {string.Join(' ', roles)}";
    }
}
