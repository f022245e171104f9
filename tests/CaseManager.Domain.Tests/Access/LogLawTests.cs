using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class LogLawTests
{
    private static readonly Label OfTeam = new(Cfp, Tlp.Amber, Halden, null, []);
    private static readonly Label OfForce = OfTeam with { TaskForce = NorthgateForce };
    private static readonly Label OfOperation = new(Cfp, Tlp.Amber, null, null, []) { Operation = Granite };

    [Theory]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.TeamCommander, false)]
    [InlineData(Role.PrimaryInvestigator, false)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Observer, false)]
    public void Who_oversees_knows_who_read_and_who_leads_does_not(Role role, bool may)
    {
        Assert.Equal(may, MayReadLog(OfTeam, Holding(Scope.Of(Halden), role)));
        Assert.Equal(may, MayReadLog(OfOperation, Holding(Scope.Of(Granite), role)));
        Assert.Equal(may, MayReadLog(OfTeam with { Case = null, TaskForce = NorthgateForce }, Holding(Scope.Of(NorthgateForce), role)));
    }

    [Fact]
    public void A_task_forces_auditor_oversees_the_cases_that_are_for_its_eyes_and_no_others()
    {
        var auditor = Holding(Scope.Of(NorthgateForce), Role.Auditor);
        Assert.True(MayReadLog(OfForce, auditor));
        Assert.False(MayReadLog(OfTeam, auditor));
        Assert.False(MayReadLog(OfOperation, auditor));
    }

    [Fact]
    public void What_one_may_not_read_one_does_not_know_the_readers_of()
    {
        var auditor = Holding(Scope.Of(Halden), Role.Auditor);
        Assert.False(MayReadLog(OfTeam with { Tlp = Tlp.Red, Readers = [Theo] }, auditor));
        Assert.True(MayReadLog(OfTeam with { Tlp = Tlp.Red, Readers = [Maya] }, auditor));
    }

    [Fact]
    public void A_role_there_does_not_oversee_what_belongs_to_the_case_as_well() =>
        Assert.False(MayReadLog(OfTeam with { Operation = Granite }, Holding(Scope.Of(Granite), Role.Auditor), Holding(Scope.Of(Halden), Role.Observer)));

    [Fact]
    public void What_is_known_to_all_is_overseen_by_nobody() =>
        Assert.False(MayReadLog(Label.Community(Cfp), Holding(Scope.Of(NorthgateForce), Role.Auditor)));

    private static bool MayReadLog(Label label, params HeldGrant[] grants) => LogLaw.MayReadLog(RightsOf(Maya, grants), label, Noon);
}
