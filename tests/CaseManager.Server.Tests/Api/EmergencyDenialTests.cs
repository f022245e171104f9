using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>The table of emergencies, asked of the server by one officer in each role in a task force.</summary>
[Collection(ApiTests.Name)]
public sealed class EmergencyDenialTests(ServerHost host)
{
    private const string Unknown = "record.unknown";

    /// <summary>Questions about an emergency access ($emergency), by every field that takes one.</summary>
    internal static readonly string[] Questions =
    [
        "query($emergency: ID!) { emergency(id: $emergency) { id reason from until case { id } officer { name } history { what } } }",
        "query($emergency: ID!) { node(id: $emergency) { __typename id } }",
        "query($emergency: ID!) { emergencies(where: { id: { eq: $emergency } }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage startCursor endCursor } } }",
        "query($emergency: ID!) { readLog(emergency: $emergency) { totalCount nodes { at type } edges { cursor } pageInfo { hasNextPage startCursor endCursor } } }",
    ];

    private static readonly string[] Roles = [.. Staffed.Roles];

    [Fact]
    public async Task Who_may_not_open_a_case_hears_what_they_would_hear_of_none()
    {
        var shift = await NightShift.Build(host);
        var outside = new[] { host.World.Jules, host.World.Novak, host.World.Stranger, host.World.Registrar, await shift.Newcomer("CFP") };
        var inside = await Staff(shift, Roles.Except(Denials.InEmergency["breakGlass"]));
        var before = await host.Facts();
        foreach (var officer in inside.Concat(outside))
        {
            foreach (var (there, nowhere) in new (object, object)[]
            {
                (new { @case = shift.Case, reason = "Curious", minutes = 60 }, new { @case = GlobalIds.Nothing("Case"), reason = "Curious", minutes = 60 }),
                (new { number = shift.Number, reason = "Curious", minutes = 60 }, new { number = shift.Code + "-2026-01", reason = "Curious", minutes = 60 }),
            })
            {
                var refused = await officer.Act("breakGlass", there);
                Assert.Equal(Unknown, refused.Code);
                Assert.Equal((await officer.Act("breakGlass", nowhere)).Text, refused.Text);
            }
            Assert.Equal("reason", (await officer.Act("breakGlass", new { number = shift.Number, reason = " ", minutes = 0 })).Field);
        }
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Who_commands_the_task_force_opens_its_cases_and_those_of_the_own_agency_and_no_others()
    {
        var shift = await NightShift.Build(host);
        foreach (var officer in await Staff(shift, Denials.InEmergency["breakGlass"]))
        {
            Assert.Null((await officer.Act("breakGlass", new { number = shift.Number, reason = "A life is at risk", minutes = 60 })).Code);
            Assert.Equal(Unknown, (await officer.Act("breakGlass", new { @case = host.World.Sealed, reason = "A life is at risk", minutes = 60 })).Code);
            Assert.Null((await officer.Act("breakGlass", new { @case = host.World.Halden, reason = "A life is at risk", minutes = 60 })).Code);
        }
    }

    [Theory]
    [InlineData("giveBackEmergencyAccess")]
    [InlineData("reviewEmergencyAccess")]
    public async Task Anothers_access_is_ended_and_reviewed_by_those_who_oversee_and_to_all_others_it_is_not_there(string mutation)
    {
        var shift = await NightShift.Build(host);
        var may = await Staff(shift, Denials.InEmergency[mutation]);
        var mayNot = await Staff(shift, Roles.Except(Denials.InEmergency[mutation]));
        var emergency = await shift.Break();
        var there = Target.Nothing(shift.Member.Id) with { Emergency = emergency };
        var before = await host.Facts();
        foreach (var officer in mayNot.Append(shift.Member).Append(shift.Keeper).Append(host.World.Jules).Append(host.World.Stranger))
        {
            var refused = await officer.Act(mutation, Acts.All[mutation](there));
            Assert.Equal(Unknown, refused.Code);
            Assert.Equal((await officer.Act(mutation, Acts.All[mutation](Target.Nothing(shift.Member.Id)))).Text, refused.Text);
        }
        Assert.Equal(before, await host.Facts());
        // Of those who may the first ends it, so that all may review it.
        foreach (var officer in may)
            Assert.NotEqual(Unknown, (await officer.Act(mutation, Acts.All[mutation](there))).Code);
    }

    [Fact]
    public async Task Who_was_told_and_oversees_no_longer_neither_ends_nor_reviews_it()
    {
        var shift = await NightShift.Build(host);
        var emergency = await shift.Break();
        await host.World.Registrar.Do("releaseFromTaskForce", new { taskForce = shift.Force, officer = shift.Second.Id, role = "SUPERVISOR", reason = "Moved on" });
        await shift.Appoint(shift.Second, "MEMBER");
        foreach (var mutation in new[] { "giveBackEmergencyAccess", "reviewEmergencyAccess" })
            Assert.Equal("access.not-permitted", (await shift.Second.Act(mutation, Acts.All[mutation](Target.Nothing(shift.Member.Id) with { Emergency = emergency }))).Code);
    }

    [Fact]
    public async Task Every_question_about_a_hidden_emergency_is_answered_like_one_about_none()
    {
        var shift = await NightShift.Build(host);
        var emergency = await shift.Break();
        await shift.OnCall.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = shift.Case });
        foreach (var question in Questions)
        {
            var nothing = GlobalIds.Nothing("EmergencyAccess");
            Assert.NotEqual(await shift.Auditor.Answer(question, new { emergency = nothing }), await shift.Auditor.Answer(question, new { emergency }));
            foreach (var officer in new[] { shift.Member, shift.Keeper, host.World.Jules, host.World.Novak, host.World.Stranger, host.World.Registrar })
                Assert.Equal(await officer.Answer(question, new { emergency = nothing }), await officer.Answer(question, new { emergency }));
        }
    }

    private static async Task<IReadOnlyList<Voice>> Staff(NightShift shift, IEnumerable<string> roles)
    {
        var staff = new List<Voice>();
        foreach (var role in roles)
            staff.Add(await shift.Newcomer("CFP", role));
        return staff;
    }
}
