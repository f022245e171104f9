using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What of an operation waits for whom: votes for those who speak for an agency, orders for those at its sites.</summary>
[Collection(ApiTests.Name)]
public sealed class OperationInboxTests(ServerHost host)
{
    private const string Vote = "operation.vote-to-cast";
    private const string Order = "site.order-to-acknowledge";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_vote_waits_once_all_sites_are_ready_and_until_it_is_cast()
    {
        var granite = await Granite.Plan(_world);
        Assert.Empty(await Votes(_world.Theo, granite));
        await granite.AllReady();

        var waits = Assert.Single(await Votes(_world.Theo, granite));
        Assert.Equal(("2026-05-13T10:15:00Z", DateTimeOffset.UtcNow > new DateTimeOffset(2026, 5, 13, 10, 15, 0, TimeSpan.Zero), JsonValueKind.Null),
            (waits.GetProperty("due").GetString(), waits.GetProperty("overdue").GetBoolean(), waits.GetProperty("case").ValueKind));
        foreach (var voter in new[] { _world.Amara, _world.Sanne, _world.Daniel })
            Assert.Single(await Votes(voter, granite));

        Assert.Null((await granite.Vote(_world.Theo, "OPS", await granite.Pin(_world.Theo))).Code);
        Assert.Empty(await Votes(_world.Theo, granite));
        Assert.Single(await Votes(_world.Amara, granite));
        // The vote was for a state that no longer stands: it is asked again.
        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms" });
        Assert.Empty(await Votes(_world.Theo, granite));
        Assert.Null((await granite.Ready("S4")).Code);
        Assert.Single(await Votes(_world.Theo, granite));

        Assert.Null((await granite.Go(await granite.AllVote())).Code);
        foreach (var voter in new[] { _world.Theo, _world.Amara, _world.Sanne, _world.Daniel })
            Assert.Empty(await Votes(voter, granite));
    }

    [Fact]
    public async Task A_no_go_asks_the_others_before_all_sites_are_ready()
    {
        var granite = await Granite.Plan(_world);
        Assert.Null((await granite.Vote(_world.Theo, "OPS", await granite.Pin(_world.Theo), "NO_GO", "Child seen")).Code);
        Assert.Empty(await Votes(_world.Theo, granite));
        Assert.Single(await Votes(_world.Sanne, granite));
    }

    [Fact]
    public async Task An_order_waits_for_the_agency_of_each_site_until_it_is_acknowledged()
    {
        var granite = await Granite.Gone(_world);
        Assert.Equal([granite.Site("S1")], await Orders(_world.Theo, granite));
        Assert.Equal([granite.Site("S4")], await Orders(_world.Sanne, granite));
        Assert.Equal([granite.Site("S2")], await Orders(_world.Amara, granite));

        await _world.Theo.Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 1 });
        Assert.Empty(await Orders(_world.Theo, granite));
        await _world.Amara.Do("holdOperation", new { operation = granite.Id, reason = "Warrant quashed" });
        Assert.Equal([granite.Site("S1")], await Orders(_world.Theo, granite));
        await _world.Sanne.Do("withdrawSite", new { site = granite.Site("S4"), reason = "Nobody left" });
        Assert.Empty(await Orders(_world.Sanne, granite));
        await _world.Amara.Do("abortOperation", new { operation = granite.Id, reason = "Called off" });
        await _world.Theo.Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 3 });
        Assert.Empty(await Orders(_world.Theo, granite));
        Assert.Equal([granite.Site("S5")], await Orders(_world.Daniel, granite));
    }

    [Fact]
    public async Task Nothing_of_it_waits_for_those_who_may_not_or_who_know_nothing_of_it()
    {
        var granite = await Granite.Plan(_world);
        await _world.Amara.Do("grantOperationAccess", new { operation = granite.Id, officer = _world.Piet.Id, role = "OBSERVER", reason = "Looks on" });
        await granite.AllReady();
        foreach (var other in new[] { _world.Piet, _world.Novak, _world.Stranger, _world.Desk })
            Assert.Empty(await Votes(other, granite));
        Assert.Null((await granite.Go(await granite.AllVote())).Code);
        foreach (var other in new[] { _world.Piet, _world.Novak, _world.Stranger, _world.Desk })
            Assert.Empty(await Orders(other, granite));

        // With the role it is gone at once.
        foreach (var role in new[] { "SITE_COMMANDER", "LIAISON" })
            await _world.Amara.Do("withdrawOperationAccess", new { operation = granite.Id, officer = _world.Theo.Id, role, reason = "Elsewhere" });
        Assert.Empty(await Orders(_world.Theo, granite));
    }

    [Fact]
    public async Task Who_follows_the_inbox_hears_of_an_order()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var pin = await granite.AllVote();
        await using var theo = await _world.Theo.Listen("subscription { inboxChanged { waiting } }");
        var before = await Waiting(theo);
        Assert.Null((await granite.Go(pin)).Code);
        Assert.Equal(before + 1, await Waiting(theo));
        await _world.Theo.Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 1 });
        Assert.Equal(before, await Waiting(theo));
    }

    private static async Task<int> Waiting(EventStream stream) =>
        (await stream.Next(TimeSpan.FromSeconds(30)))!.Value.GetProperty("data").GetProperty("inboxChanged").GetProperty("waiting").GetInt32();

    private static async Task<IReadOnlyList<JsonElement>> Votes(Voice who, Granite granite) =>
        [.. (await All(who, Vote)).Where(n => n.GetProperty("record").GetProperty("id").GetString() == granite.Id)];

    private static async Task<IReadOnlyList<string>> Orders(Voice who, Granite granite) =>
        [.. (await All(who, Order)).Where(n => n.GetProperty("record").GetProperty("operation").GetProperty("id").GetString() == granite.Id)
            .Select(n => n.GetProperty("record").GetProperty("id").GetString()!)];

    private static async Task<IEnumerable<JsonElement>> All(Voice who, string kind)
    {
        const string Inbox = """
            query($kinds: [String!]) { inbox(kinds: $kinds, first: 50) { totalCount nodes {
              kind since due overdue case { id } record { id ... on Site { operation { id } } } } } }
            """;
        var inbox = (await who.Ask(Inbox, new { kinds = new[] { kind } })).GetProperty("inbox");
        Assert.Equal(inbox.GetProperty("totalCount").GetInt32(), inbox.GetProperty("nodes").GetArrayLength());
        return inbox.GetProperty("nodes").EnumerateArray();
    }
}
