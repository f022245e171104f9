using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class TaskForceTests
{
    private static readonly DateTimeOffset Since = Noon.AddDays(-70);
    private static readonly EstablishTaskForce Command = new(NorthgateForce, "NG", "Northgate", "Precursor diversion", "Agreement v3", Since);
    private static readonly TaskForceEstablished Established = new(NorthgateForce, "NG", "Northgate", "Precursor diversion", "Agreement v3", Cfp, Since);
    private static readonly AgencyJoinedTaskForce LeadJoined = new(Cfp, Since, null);
    private static readonly AgencyJoinedTaskForce OpsJoined = new(Ops, Noon.AddDays(-10), Noon.AddDays(10));

    [Fact]
    public void The_agency_that_establishes_it_leads_it_and_belongs_to_it() =>
        Establish(Command).Then(Established, LeadJoined);

    [Fact]
    public void It_begins_now_when_nothing_else_is_said() =>
        Establish(Command with { Since = null }).Then(Established with { Since = Noon }, LeadJoined with { From = Noon });

    [Theory]
    [InlineData("N")]
    [InlineData("ng")]
    [InlineData("ABCDEFGHIJK")]
    [InlineData(null)]
    public void A_code_has_its_form(string? code) =>
        Establish(Command with { Code = code! }).ThenRefused(EstablishTaskForce.BadCode.At("code"));

    [Theory]
    [MemberData(nameof(Bad.Texts), EstablishTaskForce.LongestPurpose, MemberType = typeof(Bad))]
    public void Name_purpose_and_agreement_are_needed(string? text, string code)
    {
        Establish(Command with { Name = text! }).ThenRefused(new Refusal(code, "", "name"));
        Establish(Command with { Purpose = text! }).ThenRefused(new Refusal(code, "", "purpose"));
        Establish(Command with { Agreement = text! }).ThenRefused(new Refusal(code, "", "agreement"));
    }

    [Fact]
    public void An_agency_joins_for_a_time() =>
        Join(new JoinTaskForce(Ops, OpsJoined.From, OpsJoined.Until)).Then(OpsJoined);

    [Fact]
    public void The_same_again_is_nothing_new()
    {
        Join(new JoinTaskForce(Ops, OpsJoined.From, OpsJoined.Until), OpsJoined).ThenNothing();
        Join(new JoinTaskForce(Ops, null, OpsJoined.Until), OpsJoined).ThenNothing();
    }

    [Theory]
    [InlineData(-11, null)]
    [InlineData(9, null)]
    [InlineData(-20, -9)]
    [InlineData(-5, 5)]
    public void An_agency_is_a_member_once_at_a_time(int from, int? until) =>
        Join(new JoinTaskForce(Ops, Noon.AddDays(from), until is { } days ? Noon.AddDays(days) : null), OpsJoined)
            .ThenRefused(JoinTaskForce.AlreadyMember.At("from"));

    [Theory]
    [InlineData(10, null)]
    [InlineData(-20, -10)]
    public void An_agency_may_come_again(int from, int? until)
    {
        DateTimeOffset? end = until is { } days ? Noon.AddDays(days) : null;
        Join(new JoinTaskForce(Ops, Noon.AddDays(from), end), OpsJoined).Then(new AgencyJoinedTaskForce(Ops, Noon.AddDays(from), end));
    }

    [Fact]
    public void A_membership_ends_after_it_begins() =>
        Join(new JoinTaskForce(Ops, Noon, Noon)).ThenRefused(JoinTaskForce.EndsBeforeStart.At("until"));

    [Fact]
    public void Nobody_joins_before_there_is_something_to_join() =>
        Join(new JoinTaskForce(Ops, Since.AddTicks(-1), null)).ThenRefused(JoinTaskForce.BeforeEstablished.At("from"));

    [Fact]
    public void An_agency_leaves_now_or_later()
    {
        Leave(Ops, null).Then(new AgencyLeftTaskForce(Ops, Noon, "Withdrawn"));
        Leave(Ops, Noon.AddDays(2)).Then(new AgencyLeftTaskForce(Ops, Noon.AddDays(2), "Withdrawn"));
    }

    [Fact]
    public void An_agency_has_not_left_in_the_past() =>
        Leave(Ops, Noon.AddTicks(-1)).ThenRefused(LeaveTaskForce.Backdated.At("from"));

    [Fact]
    public void The_lead_agency_stays() => Leave(Cfp, null).ThenRefused(LeaveTaskForce.LeadStays.At("agency"));

    [Fact]
    public void Who_never_belonged_does_not_leave() => Leave(Nlfi, null).ThenRefused(LeaveTaskForce.NotMember.At("agency"));

    [Fact]
    public void Who_left_does_not_leave_again() =>
        Leave(Ops, Noon, new AgencyLeftTaskForce(Ops, Noon, "Withdrawn")).ThenNothing();

    [Fact]
    public void Leaving_needs_a_reason() =>
        TaskForceStory.Given(Established, LeadJoined, OpsJoined)
            .When(force => LeaveTaskForce.Decide(By(Jules), new LeaveTaskForce(Ops, null, " "), force))
            .ThenRefused(Text.Missing.At("reason"));

    [Fact]
    public void A_membership_holds_from_its_start_up_to_its_end()
    {
        var force = Fold.Of<TaskForce, ITaskForceFact>([Established, LeadJoined, OpsJoined, new AgencyLeftTaskForce(Ops, Noon, "Withdrawn")])!;
        Assert.False(force.HasMember(Ops, OpsJoined.From.AddTicks(-1)));
        Assert.True(force.HasMember(Ops, OpsJoined.From));
        Assert.True(force.HasMember(Ops, Noon.AddTicks(-1)));
        Assert.False(force.HasMember(Ops, Noon));
        Assert.True(force.HasMember(Cfp, Noon));
    }

    [Fact]
    public void A_membership_left_before_it_began_never_begins()
    {
        var force = Fold.Of<TaskForce, ITaskForceFact>(
            [Established, LeadJoined, new AgencyJoinedTaskForce(Ops, Noon.AddDays(5), null), new AgencyLeftTaskForce(Ops, Noon, "Withdrawn")])!;
        Assert.False(force.HasMember(Ops, Noon.AddDays(5)));
        Assert.False(force.HasMember(Ops, Noon.AddDays(50)));
    }

    private static TaskForceStory.Ending Establish(EstablishTaskForce command) =>
        TaskForceStory.Given().When(_ => EstablishTaskForce.Decide(By(Jules), command));

    private static TaskForceStory.Ending Join(JoinTaskForce command, params ITaskForceFact[] more) =>
        TaskForceStory.Given([Established, LeadJoined, .. more]).When(force => JoinTaskForce.Decide(By(Jules), command, force));

    private static TaskForceStory.Ending Leave(AgencyId agency, DateTimeOffset? from, params ITaskForceFact[] more) =>
        TaskForceStory.Given([Established, LeadJoined, OpsJoined, .. more])
            .When(force => LeaveTaskForce.Decide(By(Jules), new LeaveTaskForce(agency, from, "Withdrawn"), force));
}
