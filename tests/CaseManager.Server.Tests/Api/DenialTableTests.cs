using System.Text.Json;
using Xunit;
using static CaseManager.Server.Tests.Api.Denials;

namespace CaseManager.Server.Tests.Api;

/// <summary>The table, asked of the server.</summary>
[Collection(ApiTests.Name)]
public sealed class DenialTableTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    public static TheoryData<string> ActsOnCase => Of(OnCase.Keys);

    public static TheoryData<string> ActsInDirectory => Of(InDirectory.Keys);

    public static TheoryData<string> ActsInCompartment => Of(InCompartment.Keys);

    public static TheoryData<string> ActsOnNoCase => Of(InDirectory.Keys.Concat(ForOneself));

    [Fact]
    public void Every_mutation_of_the_schema_stands_in_the_table() =>
        Assert.Equal(Mutations.All.Order(), OnCase.Keys.Concat(InDirectory.Keys).Concat(ForOneself).Concat(InCompartment.Keys).Concat(InEmergency.Keys).Concat(OperationDenials.OnOperation.Keys).Order());

    [Fact]
    public void Every_mutation_has_an_input_to_try() => Assert.Equal(Mutations.All.Order(), Acts.All.Keys.Order());

    [Theory]
    [MemberData(nameof(ActsOnCase))]
    public async Task On_a_case_one_sees_whoever_may_not_is_told_so_and_nothing_is_stored(string mutation)
    {
        var before = await host.Facts();
        foreach (var role in Staffed.Roles.Except(OnCase[mutation]))
        {
            // Who may not give a role is somebody else than who gets it: nobody's right to hand back their own is meant here.
            var outcome = await _world.Staff.In(role).Act(mutation, Acts.All[mutation](Here with { Officer = _world.Amara.Id }));
            Assert.True(Codes.Contains(outcome.Code) || (mutation == "withdrawCaseAccess" && outcome.Code == "grant.not-held"), $"{role}: {outcome.Text}");
        }
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [MemberData(nameof(ActsOnCase))]
    public async Task Whom_the_table_allows_is_not_refused_for_want_of_a_role(string mutation)
    {
        foreach (var role in OnCase[mutation])
        {
            // Without a reason nothing is done, and the reason is looked at after the right.
            var input = JsonSerializer.SerializeToNode(Acts.All[mutation](Here))!;
            foreach (var text in new[] { "reason", "remark", "text", "tag", "reference", "title", "outcome", "description", "sealSeen", "conditions" }.Where(f => input[f] is not null))
                input[text] = "\u0001";
            var outcome = await _world.Staff.In(role).Act(mutation, input);
            Assert.False(Codes.Contains(outcome.Code), $"{role}: {outcome.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(ActsOnCase))]
    public async Task On_a_hidden_case_everybody_hears_what_they_would_hear_of_none(string mutation)
    {
        var before = await host.Facts();
        var hidden = new Target(_world.Sealed, _world.SealedEntry, _world.SealedEntry, _world.Amara.Id, _world.TaskForce) { Task = _world.SealedTask, Exhibit = _world.SealedExhibit };
        foreach (var officer in new[] { _world.Novak, _world.Piet, _world.Stranger, _world.Maya, _world.Jules, _world.Theo, _world.Registrar })
        {
            var there = await officer.Act(mutation, Acts.All[mutation](hidden));
            var nowhere = await officer.Act(mutation, Acts.All[mutation](Target.Nothing(_world.Amara.Id)));
            Assert.Equal("record.unknown", there.Code);
            Assert.Equal(nowhere.Text, there.Text);
        }
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [MemberData(nameof(ActsInDirectory))]
    public async Task In_the_directories_nobody_acts_by_a_role_on_some_case(string mutation)
    {
        var before = await host.Facts();
        foreach (var officer in new[] { _world.Novak, _world.Theo, _world.Staff.In("TEAM_COMMANDER") })
        {
            var outcome = await officer.Act(mutation, Acts.All[mutation](Here with { Officer = _world.Daniel.Id }));
            Assert.True(Codes.Contains(outcome.Code), $"{officer}: {outcome.Text}");
        }
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [MemberData(nameof(ActsInCompartment))]
    public async Task In_a_compartment_its_control_officer_acts_and_to_those_outside_it_is_not_there(string mutation)
    {
        var before = await host.Facts();
        var there = Here with { Officer = _world.Amara.Id, Compartment = _world.Compartment };
        var insider = await _world.Insider.Act(mutation, Acts.All[mutation](there));
        Assert.True((Codes.Contains(insider.Code) || insider.Code == "grant.not-held") && !InCompartment[mutation].Contains("INSIDER"), insider.Text);
        foreach (var role in Staffed.Roles)
        {
            var outside = await _world.Staff.In(role).Act(mutation, Acts.All[mutation](there));
            var nowhere = await _world.Staff.In(role).Act(mutation, Acts.All[mutation](Here with { Officer = _world.Amara.Id }));
            Assert.Equal("record.unknown", outside.Code);
            Assert.Equal(nowhere.Text, outside.Text);
        }
        var control = await _world.Desk.Act(mutation, Acts.All[mutation](there with { Officer = _world.Desk.Id }));
        Assert.True(control.Code is "grant.to-oneself" or "grant.not-held", control.Text);
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [MemberData(nameof(ActsOnNoCase))]
    public async Task Whom_nobody_registered_acts_on_nothing(string mutation)
    {
        var before = await host.Facts();
        var outcome = await _world.Stranger.Act(mutation, Acts.All[mutation](Here with { Officer = _world.Daniel.Id }));
        var nowhere = await _world.Stranger.Act(mutation, Acts.All[mutation](Target.Nothing(GlobalIds.Nothing("Officer"))));
        Assert.True(outcome.Code is "record.unknown" or "access.not-permitted", outcome.Text);
        Assert.Equal(nowhere.Text, outcome.Text);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task A_registrar_acts_for_no_other_agency()
    {
        var before = await host.Facts();
        var ops = Northgate.RegistrarOf(host, "OPS");
        foreach (var mutation in new[] { "correctOfficerName", "recordDeparture" })
            Assert.Equal("officer.other-agency", (await ops.Act(mutation, Acts.All[mutation](Here))).Code);
        foreach (var mutation in new[] { "joinTaskForce", "leaveTaskForce" })
            Assert.Equal("access.not-permitted", (await ops.Act(mutation, Acts.All[mutation](Here))).Code);
        Assert.Equal("grant.more-than-held", (await ops.Act("appointToTaskForce", Acts.All["appointToTaskForce"](Here))).Code);
        Assert.Equal(before, await host.Facts());
    }

    private Target Here => new(_world.Staff.Case, _world.Staff.Entry, _world.Staff.OtherEntry, _world.Amara.Id, _world.TaskForce) { Task = _world.Staff.Task, Exhibit = _world.Staff.Exhibit, Site = _world.Staff.Site, Release = _world.Staff.Release };
}
