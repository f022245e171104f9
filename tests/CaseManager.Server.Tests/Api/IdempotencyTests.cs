using System.Text.Json;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>One intent, one act, however often it is sent.</summary>
[Collection(ApiTests.Name)]
public sealed class IdempotencyTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_stores_nothing()
    {
        var input = Entry(await _world.NewCase(), "Once", Key());
        var first = await _world.Maya.Do("recordTimelineEntry", input);
        var before = await host.Facts();
        var again = await _world.Maya.Do("recordTimelineEntry", input);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Another_content_under_the_same_key_is_refused()
    {
        var (file, key) = (await _world.NewCase(), Key());
        await _world.Maya.Do("recordTimelineEntry", Entry(file, "Once", key));
        var before = await host.Facts();
        var other = await _world.Maya.Act("recordTimelineEntry", Entry(file, "Twice", key));
        var otherAct = await _world.Maya.Act("markCaseVisited", new { @case = file, clientMutationId = key });

        Assert.Equal(("command.other-content", "clientMutationId"), (other.Code, other.Field));
        Assert.Equal("command.other-content", otherAct.Code);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Another_person_may_use_the_same_key()
    {
        var (file, key) = (await _world.NewCase(), Key());
        var mayas = await _world.Maya.Do("recordTimelineEntry", Entry(file, "Maya's", key));
        var theos = await _world.Theo.Do("recordTimelineEntry", Entry(file, "Theo's", key));
        Assert.NotEqual(mayas.Id, theos.Id);
    }

    [Fact]
    public async Task The_same_intent_sent_at_once_by_two_connections_is_done_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var input = Entry(await _world.NewCase(), "Once", Key());
            var before = await host.Facts();
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.Maya.Do("recordTimelineEntry", input)));
            Assert.Single(answers.Select(a => a.Text).Distinct());
            Assert.Equal(before + 1, await host.Facts());
        }
    }

    [Theory]
    [InlineData("openCase")]
    [InlineData("seizeExhibit")]
    public async Task A_number_is_not_taken_by_the_same_intent_sent_at_once(string mutation)
    {
        for (var round = 0; round < 10; round++)
        {
            var input = JsonSerializer.SerializeToNode(Acts.All[mutation](new(await _world.NewCase(), "", "", _world.Maya.Id, _world.TaskForce)))!;
            input["clientMutationId"] = Key();
            var before = await host.Facts();
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.Maya.Do(mutation, input)));
            Assert.Single(answers.Select(a => a.Text).Distinct());
            Assert.InRange(await host.Facts(), before + 1, before + 2);
        }
    }

    [Fact]
    public async Task A_refused_act_leaves_its_key_free()
    {
        var (file, key) = (await _world.NewCase(), Key());
        Assert.Equal("input.missing", (await _world.Maya.Act("recordTimelineEntry", Entry(file, " ", key))).Code);
        await _world.Maya.Do("recordTimelineEntry", Entry(file, "Now with text", key));
    }

    private static object Entry(string file, string text, string key) => new { @case = file, text, occurred = Northgate.AtEight, clientMutationId = key };

    private static string Key() => Guid.NewGuid().ToString();
}
