using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class GrantTests
{
    private static readonly Scope OnHalden = Scope.Of(Halden);
    private static readonly Scope OnForce = Scope.Of(NorthgateForce);
    private static readonly GrantGiven Given = new(OnHalden, Theo, Role.Investigator, Noon, Noon.AddDays(30), "Works the warehouse line");
    private static readonly GiveGrant Command = new(OnHalden, Theo, Role.Investigator, Noon, Noon.AddDays(30), "Works the warehouse line");

    private static readonly Officer TheoLang = new(Theo, Ops, "sub-2", "Theo Lang", null, null);
    private static readonly TaskForce Force = new(NorthgateForce, "NG", Cfp, Noon.AddDays(-70), [new Membership(Ops, Noon.AddDays(-10), Noon.AddDays(60))]);
    private static readonly Appointment ByMaya = new(RightsOf(Maya, Holding(OnHalden, Role.PrimaryInvestigator)), TheoLang, null);

    [Fact]
    public void A_role_is_given_for_a_time() => Give(Command).Then(Given);

    [Fact]
    public void It_begins_now_when_nothing_else_is_said() => Give(Command with { From = null, Until = null }).Then(Given with { Until = null });

    [Fact]
    public void The_same_again_is_nothing_new()
    {
        GrantStory.Given(Given).When(grant => GiveGrant.Decide(By(Maya), Command, ByMaya, grant)).ThenNothing();
        GrantStory.Given(Given).When(grant => GiveGrant.Decide(By(Maya, Noon.AddHours(1)), Command with { From = null }, ByMaya, grant)).ThenNothing();
    }

    [Fact]
    public void A_role_is_held_once_at_a_time() =>
        GrantStory.Given(Given).When(grant => GiveGrant.Decide(By(Maya), Command with { Until = null }, ByMaya, grant))
            .ThenRefused(GiveGrant.AlreadyHeld.At("role"));

    [Fact]
    public void Another_role_may_be_held_beside_it() =>
        GrantStory.Given(Given).When(grant => GiveGrant.Decide(By(Maya), Command with { Role = Role.Analyst }, ByMaya, grant))
            .Then(Given with { Role = Role.Analyst });

    [Fact]
    public void What_was_withdrawn_may_be_given_again() =>
        GrantStory.Given(Given, new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon.AddDays(1), "Leave"))
            .When(grant => GiveGrant.Decide(By(Maya, Noon.AddDays(2)), Command with { From = null }, ByMaya, grant))
            .Then(Given with { From = Noon.AddDays(2) });

    [Fact]
    public void A_role_that_ended_with_its_membership_may_be_given_again_after_a_return()
    {
        var back = Force with { Memberships = [new Membership(Ops, Noon.AddDays(-10), Noon.AddDays(1)), new Membership(Ops, Noon.AddDays(2), null)] };
        var byMaya = new Appointment(RightsOf(Maya, Holding(OnForce, Role.Supervisor)), TheoLang, back);
        var before = Given with { Scope = OnForce, Until = null };

        GrantStory.Given(before)
            .When(grant => GiveGrant.Decide(By(Maya, Noon.AddDays(3)), Command with { Scope = OnForce, From = null, Until = null }, byMaya, grant))
            .Then(before with { From = Noon.AddDays(3) });
    }

    [Fact]
    public void Nobody_gives_a_grant_to_themselves() =>
        Give(Command with { Officer = Maya }).ThenRefused(GiveGrant.ToOneself.At("officer"));

    [Fact]
    public void Nobody_gives_more_than_they_hold() =>
        Give(Command with { Role = Role.TeamCommander }).ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Fact]
    public void Nobody_gives_what_they_hold_elsewhere() =>
        Give(Command with { Scope = Scope.Of(OtherCase) }).ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Fact]
    public void Nobody_gives_by_anothers_rights() =>
        GrantStory.Given().When(grant => GiveGrant.Decide(By(Jules), Command, ByMaya, grant)).ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Fact]
    public void A_supervisor_of_the_task_force_gives_roles_on_its_cases() =>
        Give(Command with { Role = Role.TeamCommander }, new Appointment(RightsOf(Maya, Holding(OnForce, Role.Supervisor)), TheoLang, null, Force.Id))
            .Then(Given with { Role = Role.TeamCommander });

    [Fact]
    public void But_not_on_cases_that_are_not_shared_with_it() =>
        Give(Command, new Appointment(RightsOf(Maya, Holding(OnForce, Role.Supervisor)), TheoLang, null))
            .ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Fact]
    public void The_product_appoints_without_holding_anything() =>
        GrantStory.Given()
            .When(grant => GiveGrant.Decide(Northgate.System(), Command with { Role = Role.PrimaryInvestigator }, new Appointment(RightsOf(Maya), TheoLang, null), grant))
            .Then(Given with { Role = Role.PrimaryInvestigator });

    [Fact]
    public void The_lead_agencys_registrar_appoints_to_the_task_force() =>
        Give(Command with { Scope = OnForce, Role = Role.Supervisor }, new Appointment(RightsOf(Maya) with { Registrar = true }, TheoLang, Force))
            .Then(Given with { Scope = OnForce, Role = Role.Supervisor });

    [Fact]
    public void A_registrar_of_another_agency_does_not() =>
        Give(Command with { Scope = OnForce }, new Appointment(RightsOf(Maya) with { Registrar = true }, TheoLang, Force with { LeadAgency = Nlfi }))
            .ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Fact]
    public void A_registrar_gives_nothing_on_a_case() =>
        Give(Command, new Appointment(RightsOf(Maya) with { Registrar = true }, TheoLang, Force)).ThenRefused(GiveGrant.MoreThanHeld.At("role"));

    [Theory]
    [InlineData(-11)]
    [InlineData(60)]
    public void Only_officers_of_members_belong_to_a_task_force(int from) =>
        Give(
                Command with { Scope = OnForce, From = Noon.AddDays(from), Until = null },
                new Appointment(RightsOf(Maya) with { Registrar = true }, TheoLang, Force))
            .ThenRefused(GiveGrant.AgencyNotMember.At("officer"));

    [Fact]
    public void A_grant_ends_after_it_begins() =>
        Give(Command with { Until = Noon }).ThenRefused(GiveGrant.EndsBeforeStart.At("until"));

    [Fact]
    public void A_grant_is_not_over_when_it_is_given()
    {
        Give(Command with { From = Noon.AddDays(-2), Until = Noon }).ThenRefused(GiveGrant.AlreadyOver.At("until"));
        Give(Command with { From = Noon.AddDays(-2) }).Then(Given with { From = Noon.AddDays(-2) });
    }

    [Fact]
    public void Who_has_left_is_given_nothing() =>
        Give(Command, ByMaya with { Recipient = TheoLang with { DepartedOn = Noon } }).ThenRefused(RecordDeparture.Departed.At("officer"));

    [Fact]
    public void Who_has_left_is_given_nothing_for_the_time_before_either() =>
        Give(Command with { From = Noon.AddDays(-3) }, ByMaya with { Recipient = TheoLang with { DepartedOn = Noon.AddDays(-1) } })
            .ThenRefused(RecordDeparture.Departed.At("officer"));

    [Fact]
    public void Roles_and_scopes_are_of_the_list()
    {
        Give(Command with { Role = (Role)40 }).ThenRefused(Choice.Unlisted.At("role"));
        Give(Command with { Scope = new Scope((ScopeKind)7, Halden.Value) }).ThenRefused(Choice.Unlisted.At("scope"));
        Withdraw(Maya, new WithdrawGrant((Role)40, null, "r")).ThenRefused(Choice.Unlisted.At("role"));
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Giving_and_withdrawing_need_a_reason(string? reason, string code)
    {
        Give(Command with { Reason = reason! }).ThenRefused(new Refusal(code, "", "reason"));
        Withdraw(Maya, new WithdrawGrant(Role.Investigator, null, reason!)).ThenRefused(new Refusal(code, "", "reason"));
    }

    [Fact]
    public void Who_may_give_a_role_may_withdraw_it() =>
        Withdraw(Maya, new WithdrawGrant(Role.Investigator, null, "Leave"))
            .Then(new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon.AddHours(1), "Leave"));

    [Fact]
    public void One_may_hand_back_ones_own() =>
        Withdraw(Theo, new WithdrawGrant(Role.Investigator, Noon.AddDays(3), "Leave"))
            .Then(new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon.AddDays(3), "Leave"));

    [Fact]
    public void Others_may_not_withdraw_it() =>
        Withdraw(Jules, new WithdrawGrant(Role.Investigator, null, "Leave")).ThenRefused(WithdrawGrant.NotYours.At("role"));

    [Fact]
    public void Nothing_is_withdrawn_in_the_past() =>
        Withdraw(Maya, new WithdrawGrant(Role.Investigator, Noon, "Leave")).ThenRefused(WithdrawGrant.Backdated.At("from"));

    [Fact]
    public void What_is_not_held_is_not_withdrawn() =>
        Withdraw(Maya, new WithdrawGrant(Role.Analyst, null, "Leave")).ThenRefused(WithdrawGrant.NotHeld.At("role"));

    [Fact]
    public void Withdrawn_again_is_nothing_new() =>
        Withdraw(Maya, new WithdrawGrant(Role.Investigator, null, "Leave"), new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon.AddMinutes(5), "Leave"))
            .ThenNothing();

    [Fact]
    public void What_was_withdrawn_before_it_began_never_begins()
    {
        var early = Given with { From = Noon.AddDays(5) };
        var grant = Fold.Of<Grant, IGrantFact>([early, new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon, "Leave")])!;
        Assert.Equal(new GrantPeriod(Role.Investigator, early.From, early.From, Ending.Withdrawn), Assert.Single(grant.Periods));
        GrantStory.Given(early, new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon, "Leave"))
            .When(g => WithdrawGrant.Decide(By(Maya), new WithdrawGrant(Role.Investigator, null, "Leave"), ByMaya, g)).ThenNothing();
    }

    [Fact]
    public void At_its_end_it_expires_once()
    {
        var end = Noon.AddDays(30);
        var expired = new GrantExpired(OnHalden, Theo, Role.Investigator, end);
        GrantStory.Given(Given).When(Expiring(end)).Then(expired);
        GrantStory.Given(Given, expired).When(Expiring(end)).ThenNothing();
    }

    [Fact]
    public void Before_its_end_it_does_not_expire() => GrantStory.Given(Given).When(Expiring(Noon.AddDays(30).AddTicks(-1))).ThenNothing();

    [Fact]
    public void What_was_withdrawn_does_not_expire() =>
        GrantStory.Given(Given, new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon.AddDays(1), "Leave"))
            .When(Expiring(Noon.AddDays(30))).ThenNothing();

    [Fact]
    public void Expiry_leaves_alone_what_was_withdrawn_to_the_same_moment()
    {
        var end = Noon.AddDays(8);
        var grant = Fold.Of<Grant, IGrantFact>(
        [
            Given with { From = end, Until = null }, new GrantWithdrawn(OnHalden, Theo, Role.Investigator, Noon, "Leave"),
            Given with { Until = end }, new GrantExpired(OnHalden, Theo, Role.Investigator, end),
        ])!;
        Assert.Equal([Ending.Withdrawn, Ending.Expired], grant.Periods.Select(p => p.Ended));
    }

    private static GrantStory.Ending Give(GiveGrant command, Appointment? appointment = null) =>
        GrantStory.Given().When(grant => GiveGrant.Decide(By(Maya), command, appointment ?? ByMaya, grant));

    private static GrantStory.Ending Withdraw(OfficerId by, WithdrawGrant command, params IGrantFact[] more) =>
        GrantStory.Given([Given, .. more]).When(grant => WithdrawGrant.Decide(By(by, Noon.AddHours(1)), command, ByMaya, grant));

    private static Func<Grant, Decision<IGrantFact>> Expiring(DateTimeOffset at) =>
        grant => ExpireGrant.Decide(Northgate.System(at), new ExpireGrant(Role.Investigator, Noon.AddDays(30)), grant);
}
