using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Rights come, go and bite.</summary>
[Collection(ApiTests.Name)]
public sealed class AccessTests(ServerHost host)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task An_agency_and_its_officers_are_registered_by_its_own_registrar_alone()
    {
        var registrar = Northgate.RegistrarOf(host, "MXFG");
        Assert.Equal("access.not-permitted", (await host.As("elena.cruz", "MXFG").Act("registerAgency", new { name = "Prosecutor", country = "MX", zone = "America/Mazatlan" })).Code);
        var agency = await registrar.Do("registerAgency", new { name = "Prosecutor", country = "MX", zone = "America/Mazatlan" });
        Assert.Equal(1, agency.Version);
        Assert.Equal(1, (await registrar.Do("registerAgency", new { name = "Prosecutor", country = "MX", zone = "America/Mazatlan" })).Version);
        Assert.Equal("agency.registered", (await registrar.Act("registerAgency", new { name = "Another", country = "MX", zone = "America/Mazatlan" })).Code);

        var elena = await registrar.Do("registerOfficer", new { subject = "elena.cruz", name = "Elena Cruz", language = "es-MX" });
        Assert.Equal(host.As("elena.cruz", "MXFG").Id, elena.Id);
        Assert.Equal("Elena Cruz", (await host.As("elena.cruz", "MXFG").Ask("{ me { name } }")).GetProperty("me").GetProperty("name").GetString());
        Assert.Equal("officer.other-agency", (await registrar.Act("correctOfficerName", new { officer = _world.Novak.Id, version = 1, name = "Nobody", reason = "Prank" })).Code);
    }

    [Fact]
    public async Task A_grant_that_starts_later_is_not_reading_yet_and_then_is()
    {
        var file = await _world.NewCase();
        var officer = await NewOfficer();
        Assert.False(await Sees(officer, file));
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "OBSERVER", from = In(TimeSpan.FromSeconds(2)), reason = "From then on" });
        Assert.False(await Sees(officer, file));
        await Eventually.True(() => Sees(officer, file), "the grant never began");
    }

    [Fact]
    public async Task A_grant_ends_by_the_clock_and_the_end_comes_on_the_record()
    {
        var file = await _world.NewCase();
        var officer = await NewOfficer();
        var grant = (await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "OBSERVER", until = In(TimeSpan.FromSeconds(2)), reason = "For a moment" })).Id;
        Assert.True(await Sees(officer, file));
        await Eventually.True(async () => !await Sees(officer, file), "the grant never ended");
        await Eventually.True(async () => (await _world.Maya.Ask("query($id: ID!) { node(id: $id) { ... on Grant { periods { ended } } } }", new { id = grant }))
            .GetProperty("node").GetProperty("periods")[0].GetProperty("ended").GetString() == "EXPIRED", "the end never came on the record");
    }

    [Fact]
    public async Task A_withdrawal_bites_at_once()
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        Assert.True(await Sees(_world.Theo, file));
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        Assert.False(await Sees(_world.Theo, file));
        Assert.Equal("record.unknown", (await _world.Theo.Act("tagTimelineEntry", new { entry, tag = "late" })).Code);
    }

    [Fact]
    public async Task One_hands_back_ones_own_role()
    {
        var file = await _world.NewCase();
        await _world.Theo.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Conflict of interest" });
        Assert.False(await Sees(_world.Theo, file));
    }

    [Fact]
    public async Task A_departure_ends_every_right_at_once()
    {
        var file = await _world.NewCase();
        var officer = await NewOfficer();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "INVESTIGATOR", reason = "Joins" });
        Assert.True(await Sees(officer, file));
        await _world.Registrar.Do("recordDeparture", new { officer = officer.Id, reason = "Retired" });
        Assert.False(await Sees(officer, file));
        Assert.Equal(JsonValueKind.Null, (await officer.Ask("{ me { name } }")).GetProperty("me").ValueKind);
        Assert.Equal("officer.departed", (await _world.Maya.Act("grantCaseAccess", new { @case = file, officer = officer.Id, role = "ANALYST", reason = "Back" })).Code);
    }

    [Fact]
    public async Task Nobody_grants_more_than_they_hold_nor_to_themselves()
    {
        var file = await _world.NewCase();
        var before = await host.Facts();
        Assert.Equal(("grant.more-than-held", "role"), await Grant(_world.Maya, file, _world.Amara, "SUPERVISOR"));
        Assert.Equal(("grant.more-than-held", "role"), await Grant(_world.Theo, file, _world.Amara, "OBSERVER"));
        Assert.Equal(("grant.to-oneself", "officer"), await Grant(_world.Jules, file, _world.Jules, "OBSERVER"));
        Assert.Equal(before, await host.Facts());
        Assert.Equal((null, null), await Grant(_world.Jules, file, _world.Amara, "SUPERVISOR"));
    }

    [Fact]
    public async Task When_an_agency_leaves_its_officers_lose_what_they_held_through_the_task_force()
    {
        var (force, shared, officer) = await ForceWithMember();
        Assert.True(await Sees(officer, shared));
        await _world.Registrar.Do("leaveTaskForce", new { taskForce = force, agency = "CBA", reason = "Agreement ended" });
        Assert.False(await Sees(officer, shared));
        Assert.Equal("record.unknown", (await officer.Act("recordTimelineEntry", new { @case = shared, text = "Late", occurred = Northgate.AtEight })).Code);
        Assert.Equal("access.not-permitted", (await officer.Act("openCase", new { title = "Late", summary = "Late", taskForce = force })).Code);
    }

    [Fact]
    public async Task A_return_does_not_bring_old_roles_back_and_they_can_be_given_anew()
    {
        var (force, shared, officer) = await ForceWithMember();
        await _world.Registrar.Do("leaveTaskForce", new { taskForce = force, agency = "CBA", reason = "Agreement ended" });
        await _world.Registrar.Do("joinTaskForce", new { taskForce = force, agency = "CBA" });
        Assert.False(await Sees(officer, shared));
        await _world.Registrar.Do("appointToTaskForce", new { taskForce = force, officer = officer.Id, role = "INVESTIGATOR", reason = "New agreement" });
        Assert.True(await Sees(officer, shared));
    }

    [Fact]
    public async Task A_membership_that_ends_later_ends_then_without_anybodys_doing()
    {
        var (force, shared, officer) = await ForceWithMember();
        await _world.Registrar.Do("leaveTaskForce", new { taskForce = force, agency = "CBA", from = In(TimeSpan.FromSeconds(2)), reason = "Agreement ends" });
        Assert.True(await Sees(officer, shared));
        await Eventually.True(async () => !await Sees(officer, shared), "the membership never ended");
    }

    [Fact]
    public async Task A_role_is_given_to_officers_of_member_agencies_only()
    {
        var (force, _, officer) = await ForceWithMember();
        await _world.Registrar.Do("leaveTaskForce", new { taskForce = force, agency = "CBA", reason = "Agreement ended" });
        var outcome = await _world.Registrar.Act("appointToTaskForce", new { taskForce = force, officer = officer.Id, role = "MEMBER", reason = "Anyway" });
        Assert.Equal(("grant.agency-not-member", "officer"), (outcome.Code, outcome.Field));
    }

    [Fact]
    public async Task A_case_of_the_task_force_is_seen_by_its_members_and_by_nobody_else()
    {
        Assert.True(await Sees(_world.Daniel, _world.Shared));
        Assert.True(await Sees(_world.Maya, _world.Shared));
        Assert.False(await Sees(_world.Novak, _world.Shared));
        Assert.False(await Sees(_world.Piet, _world.Shared));
        Assert.False(await Sees(_world.Stranger, _world.Shared));
        Assert.False(await Sees(_world.Daniel, _world.Halden));
    }

    [Fact]
    public async Task A_stream_says_nothing_more_after_a_withdrawal()
    {
        var file = await _world.NewCase();
        await using var stream = await _world.Theo.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text } }", new { @case = file });
        var first = stream.Next(TimeSpan.FromSeconds(10));
        await Eventually.True(async () =>
        {
            await _world.NewEntry(file, "Seen");
            return first.IsCompleted;
        }, "nothing was heard");
        Assert.Contains("Seen", (await first).ToString()!, StringComparison.Ordinal);

        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        await _world.NewEntry(file, "Not for Theo");

        // It ends with the right; what was told before may still be on its way.
        while (await stream.Next(TimeSpan.FromSeconds(10)) is { } told)
            Assert.DoesNotContain("Not for Theo", told.ToString(), StringComparison.Ordinal);
    }

    private async Task<(string Force, string Shared, Voice Officer)> ForceWithMember()
    {
        var code = $"T{Guid.NewGuid():n}"[..9].ToUpperInvariant();
        var force = (await _world.Registrar.Do("establishTaskForce", new { code, name = "Spur", purpose = "Test of leaving", agreement = "v1" })).Id;
        await _world.Registrar.Do("joinTaskForce", new { taskForce = force, agency = "CBA" });
        var officer = await NewOfficer("CBA");
        await _world.Registrar.Do("appointToTaskForce", new { taskForce = force, officer = officer.Id, role = "INVESTIGATOR", reason = "Agreement" });
        await _world.Registrar.Do("appointToTaskForce", new { taskForce = force, officer = _world.Maya.Id, role = "MEMBER", reason = "Agreement" });
        var shared = (await _world.Maya.Do("openCase", new { title = "Shared", summary = "With all", taskForce = force, audience = "TASK_FORCE" })).Id;
        return (force, shared, officer);
    }

    private async Task<Voice> NewOfficer(string agency = "CFP")
    {
        var subject = $"s{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(host, agency).Do("registerOfficer", new { subject, name = "New Officer" });
        return host.As(subject, agency);
    }

    private static async Task<(string?, string?)> Grant(Voice giver, string file, Voice officer, string role)
    {
        var outcome = await giver.Act("grantCaseAccess", new { @case = file, officer = officer.Id, role, reason = "Asked" });
        return (outcome.Code, outcome.Field);
    }

    private static async Task<bool> Sees(Voice officer, string file) =>
        (await officer.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = file })).GetProperty("case").ValueKind == JsonValueKind.Object;

    private static DateTimeOffset In(TimeSpan time) => DateTimeOffset.UtcNow + time;
}
