using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>The same thing said twice, by one or by two, one after the other or at one moment: it is done once.</summary>
[Collection(ApiTests.Name)]
public sealed class TwiceTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Go_said_in_two_places_at_one_moment_stands_once()
    {
        await using var there = await host.AnotherNode();
        using var client = there.Server.CreateClient();
        var jules = host.As("jules.bedard", "CFP", client);
        for (var round = 0; round < 5; round++)
        {
            var granite = await Granite.Plan(_world);
            await granite.AllReady();
            var input = new { operation = granite.Id, pin = await granite.AllVote() };
            var answers = await Task.WhenAll(_world.Amara.Act("decideGo", input), jules.Act("decideGo", input));
            Assert.Equal(["operation.go-stands"], answers.Select(a => a.Code).Where(code => code is not null));
            Assert.Equal(1, await host.FactsOf(granite.Id, "operation.go-decided.v1"));
        }
    }

    [Fact]
    public async Task A_hand_over_is_offered_once_and_answered_once()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "EXHIBIT_CUSTODIAN", reason = "Keeps store A" });
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "S-1"))).Id;
        object Offer(Voice to, int version) => new { exhibit, version, to = to.Id, seal = "S-1", reason = "To the store" };
        object Accept(int version) => new { exhibit, version, sealSeen = "S-1" };

        var offers = await Task.WhenAll(_world.Maya.Act("offerCustodyTransfer", Offer(_world.Nadia, 1)), _world.Maya.Act("offerCustodyTransfer", Offer(_world.Theo, 1)));
        Assert.Equal(["record.stale"], offers.Select(o => o.Code).Where(code => code is not null));
        var (to, other) = offers[0].Code is null ? (_world.Nadia, _world.Theo) : (_world.Theo, _world.Nadia);
        Assert.Equal("exhibit.transfer-waiting", (await _world.Maya.Act("offerCustodyTransfer", Offer(other, 2))).Code);
        // Said again to the same officer it is the same offer.
        Assert.Equal(2, (await _world.Maya.Do("offerCustodyTransfer", Offer(to, 2))).Version);

        var accepted = await Task.WhenAll(to.Act("acceptCustodyTransfer", Accept(2)), to.Act("acceptCustodyTransfer", Accept(2)));
        Assert.Equal(["record.stale"], accepted.Select(a => a.Code).Where(code => code is not null));
        // Said again it is the acceptance that was given; the opposite comes too late.
        Assert.Equal(3, (await to.Do("acceptCustodyTransfer", Accept(3))).Version);
        Assert.Equal("exhibit.no-transfer", (await to.Act("refuseCustodyTransfer", new { exhibit, version = 3, reason = "Too late" })).Code);
        Assert.Equal("exhibit.not-holder", (await _world.Maya.Act("offerCustodyTransfer", Offer(_world.Jules, 3))).Code);
        Assert.Equal(3, await host.FactsOf(exhibit));
    }
}
