using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Who looks for much that is not theirs is noticed, once, by those who oversee, and by nobody else.</summary>
[Collection(ApiTests.Name)]
public sealed class ProbingTests(ServerHost host)
{
    private const string Probe = "query($id: ID!) { case(id: $id) { id } }";

    private const string Inbox =
        """
        { inbox(kinds: ["probing.to-look-into"], last: 50) { nodes { kind since record { __typename ... on ProbingNotice { id version lookUps since noticedAt officer { id } agency { code } taskForce { id } } } } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Twenty_look_ups_in_vain_are_told_once_to_those_who_oversee_across_nodes()
    {
        var (prober, subject) = await Newcomer();
        await LookUp(prober, 19);
        Assert.Null(await Noticed(_world.Jules, prober));

        await LookUp(prober, 1);
        var notice = (await Noticed(_world.Jules, prober))!.Value;
        Assert.Equal((1, 20, "USDE", _world.TaskForce), (notice.GetProperty("version").GetInt64(), notice.GetProperty("lookUps").GetInt32(),
            notice.GetProperty("agency").GetProperty("code").GetString(), notice.GetProperty("taskForce").GetProperty("id").GetString()));

        await using var other = await host.AnotherNode();
        using var client = other.Server.CreateClient();
        await Task.WhenAll(LookUp(prober, 10), LookUp(host.As(subject, "USDE", client), 10));
        Assert.Equal(notice.ToString(), (await Noticed(_world.Jules, prober))!.Value.ToString());
    }

    [Fact]
    public async Task Two_nodes_that_notice_at_the_same_moment_tell_it_once()
    {
        var (prober, subject) = await Newcomer();
        await using var other = await host.AnotherNode();
        using var client = other.Server.CreateClient();
        await LookUp(prober, 15);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => LookUp(i % 2 == 0 ? prober : host.As(subject, "USDE", client), 1)));
        Assert.Equal(1, (await Noticed(_world.Jules, prober))!.Value.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task However_many_look_up_in_vain_at_once_each_is_answered()
    {
        var (prober, _) = await Newcomer();

        await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => LookUp(prober, 1)));

        Assert.Equal(1, (await Noticed(_world.Jules, prober))!.Value.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Many_in_one_request_count_as_many()
    {
        var (prober, _) = await Newcomer();
        await prober.Ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(0, 50).Select(_ => GlobalIds.Nothing("Exhibit")) });
        Assert.Equal(50, (await Noticed(_world.Jules, prober))!.Value.GetProperty("lookUps").GetInt32());
    }

    [Fact]
    public async Task Neither_the_officer_nor_the_others_of_the_task_force_learn_of_it()
    {
        var (prober, _) = await Newcomer();
        await LookUp(prober, 20);
        var id = (await Noticed(_world.Jules, prober))!.Value.GetProperty("id").GetString()!;

        foreach (var officer in new[] { prober, _world.Maya, _world.Amara, _world.Daniel, _world.Registrar })
        {
            Assert.Null(await Noticed(officer, prober));
            Assert.Equal(
                await officer.Answer("query($id: ID!) { node(id: $id) { id } }", new { id = GlobalIds.Nothing("ProbingNotice") }),
                await officer.Answer("query($id: ID!) { node(id: $id) { id } }", new { id }));
        }
    }

    [Fact]
    public async Task Who_finds_what_they_ask_for_is_not_noticed()
    {
        var (observer, _) = await Newcomer();
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = observer.Id, role = "OBSERVER", reason = "Reads along" });
        foreach (var _ in Enumerable.Range(0, 25))
            await observer.Ask("query($id: ID!) { case(id: $id) { id } agencies { nodes { id } } search(text: \"nowhere to be found\") { nodes { excerpt { text } } } }", new { id = file });
        Assert.Null(await Noticed(_world.Jules, observer));
    }

    /// <summary>A registered officer of a member agency, on nothing.</summary>
    private async Task<(Voice Prober, string Subject)> Newcomer()
    {
        var subject = $"s{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(host, "USDE").Do("registerOfficer", new { subject, name = "B. Novak" });
        return (host.As(subject, "USDE"), subject);
    }

    private static async Task LookUp(Voice by, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal("""{"data":{"case":null}}""", await by.Answer(Probe, new { id = GlobalIds.Nothing("Case") }));
    }

    private static async Task<JsonElement?> Noticed(Voice by, Voice prober) => (await by.Ask(Inbox)).GetProperty("inbox").GetProperty("nodes").EnumerateArray()
        .Select(n => n.GetProperty("record")).Where(r => r.GetProperty("officer") is { ValueKind: JsonValueKind.Object } officer && officer.GetProperty("id").GetString() == prober.Id).Select(r => (JsonElement?)r).SingleOrDefault();
}
