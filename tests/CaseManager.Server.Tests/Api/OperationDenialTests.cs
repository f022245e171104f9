using System.Text.Json;
using Xunit;
using static CaseManager.Server.Tests.Api.OperationDenials;

namespace CaseManager.Server.Tests.Api;

/// <summary>The table of operations, asked of the server.</summary>
[Collection(ApiTests.Name)]
public sealed class OperationDenialTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    public static TheoryData<string> Acts => Denials.Of(OnOperation.Keys);

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task On_an_operation_one_sees_whoever_may_not_is_told_so_and_nothing_is_stored(string mutation)
    {
        var before = await host.Facts();
        foreach (var role in Staffed.Roles.Except(OnOperation[mutation]))
        {
            var outcome = await _world.Staff.In(role).Act(mutation, Api.Acts.All[mutation](Here with { Officer = _world.Sanne.Id }));
            Assert.True(Denials.Codes.Contains(outcome.Code) || (mutation == "withdrawOperationAccess" && outcome.Code == "grant.not-held"), $"{role}: {outcome.Text}");
        }
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Whom_the_table_allows_is_not_refused_for_want_of_a_role(string mutation)
    {
        foreach (var role in OnOperation[mutation])
        {
            // What would be done is spoiled by a text, which is looked at after the right.
            var input = JsonSerializer.SerializeToNode(Api.Acts.All[mutation](Here))!;
            foreach (var text in new[] { "reason", "remark", "detail", "place" }.Where(f => input[f] is not null))
                input[text] = "\u0001";
            var outcome = await _world.Staff.In(role).Act(mutation, input);
            Assert.True(outcome.Code is not null && !Denials.Codes.Contains(outcome.Code) && outcome.Code != "record.unknown", $"{role}: {outcome.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task On_a_hidden_operation_everybody_hears_what_they_would_hear_of_none(string mutation)
    {
        var before = await host.Facts();
        foreach (var officer in new[] { _world.Novak, _world.Piet, _world.Stranger, _world.Maya, _world.Desk, _world.Theo, _world.Registrar })
        {
            var there = await officer.Act(mutation, Api.Acts.All[mutation](Here));
            var nowhere = await officer.Act(mutation, Api.Acts.All[mutation](Target.Nothing(Here.Officer)));
            Assert.Equal("record.unknown", there.Code);
            Assert.Equal(nowhere.Text, there.Text);
        }
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task At_a_site_one_sees_nobody_speaks_for_another_agency()
    {
        var granite = await Granite.Plan(_world);
        var before = await host.Facts();
        foreach (var mutation in new[] { "reportSiteReady", "reportSiteNotReady", "reportSiteCheck", "withdrawSite", "recordSiteAuthority", "quashSiteAuthority", "acknowledgeOrder" })
            Assert.Equal("site.other-agency", (await _world.Amara.Act(mutation, Api.Acts.All[mutation](Here with { Site = granite.Site("S1") }))).Code);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Another_agencys_site_is_to_a_partner_as_if_it_were_not_there()
    {
        var granite = await Granite.Plan(_world);
        foreach (var mutation in new[] { "reportSiteReady", "reportSiteNotReady", "withdrawSite", "recordSiteAuthority", "quashSiteAuthority", "acknowledgeOrder", "shiftSite", "locateSite", "reportSiteCheck", "setSiteRisks" })
        {
            var there = await _world.Theo.Act(mutation, Api.Acts.All[mutation](Here with { Site = granite.Site("S4") }));
            var nowhere = await _world.Theo.Act(mutation, Api.Acts.All[mutation](Here with { Site = GlobalIds.Nothing("Site") }));
            Assert.Equal("record.unknown", there.Code);
            Assert.Equal(nowhere.Text, there.Text);
        }
    }

    private Target Here => new(_world.Staff.Case, _world.Staff.Entry, _world.Staff.OtherEntry, _world.Amara.Id, _world.TaskForce)
    {
        Operation = _world.Staff.Operation, Site = _world.Staff.Site,
    };
}
