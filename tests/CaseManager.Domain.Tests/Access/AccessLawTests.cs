using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class AccessLawTests
{
    private static readonly Scope OnHalden = Scope.Of(Halden);
    private static readonly Scope OnForce = Scope.Of(NorthgateForce);

    /// <summary>Whether the label names the operation, and what the caller holds there or elsewhere.</summary>
    private static readonly (bool OnOperation, Items<HeldGrant> Held)[] OperationHeld =
    [
        (false, []), (true, []), (true, [Holding(Scope.Of(Granite), Role.SiteCommander)]), (true, [Holding(Scope.Of(Granite), Role.Coordinator)]),
        (true, [Holding(Scope.Of(OtherOperation), Role.Coordinator)]),
    ];

    public enum Held
    {
        Nothing,
        Active,
        Over,
        NotYet,
        Elsewhere,
        UnknownRole,
    }

    /// <summary>
    /// Every combination of what can be true of a caller and of a label, judged a second time from what was put in,
    /// by the words of the law and not by its code.
    /// </summary>
    [Fact]
    public void The_law_and_its_words_agree_on_every_case()
    {
        var allowed = 0;
        var compared = 0;
        foreach (var registered in new[] { true, false })
        foreach (var tlp in Enum.GetValues<Tlp>().Append((Tlp)17))
        foreach (var (onCase, onForce) in new[] { (false, false), (true, false), (false, true), (true, true) })
        foreach (var (onOperation, operationHeld) in OperationHeld)
        foreach (var caseHeld in Enum.GetValues<Held>())
        foreach (var forceHeld in Enum.GetValues<Held>())
        foreach (var named in new[] { false, true })
        foreach (var own in new[] { false, true })
        {
            var rights = new Rights(Theo, Ops, registered, [.. Hold(OnHalden, caseHeld), .. Hold(OnForce, forceHeld), .. operationHeld]);
            var label = new Label(
                own ? Ops : Cfp, tlp, onCase ? Halden : null, onForce ? NorthgateForce : null, named ? [Jules, Theo] : [Jules])
            {
                Operation = onOperation ? Granite : null,
            };

            var inTheTeam = onCase && caseHeld == Held.Active;
            var inTheForce = onForce && forceHeld == Held.Active;
            var inTheOperation = onOperation && operationHeld.Any(g => g.Scope == Scope.Of(Granite));
            var readsAllSites = inTheOperation && operationHeld.Any(g => g.Role == Role.Coordinator);
            var concernedByCase = inTheTeam || inTheForce || (!onCase && !onForce);
            var concerned = concernedByCase && (inTheOperation || !onOperation);
            // What two agencies' records say of each other is for those whom both would name.
            var ofItsPeople = (onCase, onForce, onOperation) switch
            {
                (true, _, false) => inTheTeam,
                (false, false, true) => readsAllSites,
                (true, _, true) => inTheTeam && readsAllSites,
                _ => false,
            };
            var expected = tlp switch
            {
                Tlp.Red => named,
                Tlp.AmberStrict => own || named || ofItsPeople,
                Tlp.Amber => true,
                Tlp.Green => true,
                Tlp.Clear => true,
                _ => false,
            } && concerned && registered;

            Assert.True(expected == AccessLaw.MayRead(rights, label, Noon), $"{registered} {tlp} {onCase} {onForce} {onOperation} {caseHeld} {forceHeld} {operationHeld} {named} {own}");
            compared++;
            allowed += expected ? 1 : 0;
        }
        Assert.Equal(2 * 6 * 4 * 5 * 36 * 4, compared);
        Assert.InRange(allowed, 500, compared / 2);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_grant_holds_from_its_start_up_to_its_end(int minute, bool expected)
    {
        var rights = RightsOf(Theo, new HeldGrant(OnHalden, Role.Observer, Noon, Noon.AddMinutes(60)));
        Assert.Equal(expected, AccessLaw.MayRead(rights, new Label(Cfp, Tlp.Amber, Halden, null, []), Noon.AddMinutes(minute)));
    }

    [Theory]
    [InlineData(Role.Coordinator, Tlp.Amber, false, true)]
    [InlineData(Role.SiteCommander, Tlp.Amber, false, true)]
    [InlineData(Role.Coordinator, Tlp.AmberStrict, false, true)] // reads all sites
    [InlineData(Role.Auditor, Tlp.AmberStrict, false, true)]
    [InlineData(Role.SiteCommander, Tlp.AmberStrict, true, true)] // the own agency's site
    [InlineData(Role.SiteCommander, Tlp.AmberStrict, false, false)] // another's
    [InlineData(Role.Liaison, Tlp.AmberStrict, false, false)]
    [InlineData(Role.Observer, Tlp.AmberStrict, false, false)]
    [InlineData(Role.Coordinator, Tlp.Red, true, false)]
    public void On_an_operation_all_read_what_is_common_and_few_the_sites_of_others(Role role, Tlp tlp, bool own, bool may)
    {
        var label = new Label(own ? Ops : Cfp, tlp, null, null, []) { Operation = Granite };
        Assert.Equal(may, AccessLaw.MayRead(RightsOf(Theo, Holding(Scope.Of(Granite), role)), label, Noon));
        foreach (var elsewhere in new[] { Scope.Of(OtherOperation), OnHalden, OnForce })
            Assert.False(AccessLaw.MayRead(RightsOf(Theo, Holding(elsewhere, role)), label, Noon));
    }

    [Fact]
    public void A_case_and_a_task_force_of_the_same_number_are_two_things()
    {
        var rights = RightsOf(Theo, Holding(new Scope(ScopeKind.TaskForce, Halden.Value), Role.Supervisor));
        Assert.False(AccessLaw.MayRead(rights, new Label(Cfp, Tlp.Amber, Halden, null, []), Noon));
    }

    [Fact]
    public void Roles_on_a_case_allow_what_they_allow()
    {
        var rights = RightsOf(Theo, Holding(OnHalden, Role.Investigator));
        Assert.True(AccessLaw.May(rights, OnHalden, null, Permission.RecordEntry, Noon));
        Assert.False(AccessLaw.May(rights, OnHalden, null, Permission.MoveStage, Noon));
        Assert.False(AccessLaw.May(rights, Scope.Of(OtherCase), null, Permission.RecordEntry, Noon));
        Assert.False(AccessLaw.May(rights, OnHalden, null, Permission.RecordEntry, Noon.AddDays(-31)));
        Assert.False(AccessLaw.May(rights with { Registered = false }, OnHalden, null, Permission.RecordEntry, Noon));
    }

    [Fact]
    public void Roles_in_a_task_force_reach_its_cases_and_no_others()
    {
        var rights = RightsOf(Jules, Holding(OnForce, Role.Supervisor));
        Assert.True(AccessLaw.May(rights, OnHalden, NorthgateForce, Permission.DecideClosure, Noon));
        Assert.False(AccessLaw.May(rights, OnHalden, null, Permission.DecideClosure, Noon));
    }

    [Fact]
    public void Roles_on_a_case_do_not_reach_the_task_force()
    {
        var rights = RightsOf(Jules, Holding(OnHalden, Role.Supervisor));
        Assert.False(AccessLaw.May(rights, OnForce, null, Permission.ManageTaskForce, Noon));
    }

    [Fact]
    public void A_case_of_ones_own_agency_is_opened_by_any_officer_and_one_of_a_task_force_by_those_in_it()
    {
        Assert.True(AccessLaw.MayOpenCase(RightsOf(Theo), null, Noon));
        Assert.False(AccessLaw.MayOpenCase(RightsOf(Theo) with { Registered = false }, null, Noon));
        Assert.False(AccessLaw.MayOpenCase(RightsOf(Theo), NorthgateForce, Noon));
        Assert.True(AccessLaw.MayOpenCase(RightsOf(Theo, Holding(OnForce, Role.Member)), NorthgateForce, Noon));
        Assert.False(AccessLaw.MayOpenCase(RightsOf(Theo, Holding(OnForce, Role.Observer)), NorthgateForce, Noon));
    }

    [Fact]
    public void A_registrar_acts_as_one_while_registered()
    {
        var registrar = RightsOf(Maya) with { Registrar = true };
        Assert.True(AccessLaw.MayAsRegistrar(registrar, Permission.RegisterOfficer));
        Assert.False(AccessLaw.MayAsRegistrar(registrar, Permission.DecideClosure));
        Assert.False(AccessLaw.MayAsRegistrar(registrar with { Registered = false }, Permission.RegisterOfficer));
        Assert.False(AccessLaw.MayAsRegistrar(RightsOf(Maya), Permission.RegisterOfficer));
    }

    [Fact]
    public void A_task_force_is_managed_by_its_command_and_by_the_lead_agencys_registrar()
    {
        var force = new TaskForce(NorthgateForce, "NG", Cfp, Noon, []);
        Assert.True(AccessLaw.MayManage(RightsOf(Jules, Holding(OnForce, Role.Supervisor)), force, Noon));
        Assert.True(AccessLaw.MayManage(RightsOf(Maya) with { Registrar = true }, force, Noon));
        Assert.False(AccessLaw.MayManage(RightsOf(Theo) with { Registrar = true }, force, Noon));
        Assert.False(AccessLaw.MayManage(RightsOf(Maya, Holding(OnForce, Role.Investigator)), force, Noon));
        Assert.False(AccessLaw.MayManage(RightsOf(Maya) with { Registrar = true, Registered = false }, force, Noon));
    }

    [Fact]
    public void An_answer_holds_until_the_next_grant_starts_or_ends()
    {
        var rights = RightsOf(
            Theo,
            new HeldGrant(OnHalden, Role.Observer, Noon.AddDays(-2), Noon.AddDays(4)),
            new HeldGrant(OnForce, Role.Member, Noon.AddDays(1), null));
        Assert.Equal(Noon.AddDays(1), AccessLaw.NextChange(rights, Noon));
        Assert.Equal(Noon.AddDays(4), AccessLaw.NextChange(rights, Noon.AddDays(1)));
        Assert.Null(AccessLaw.NextChange(rights, Noon.AddDays(4)));
        Assert.Null(AccessLaw.NextChange(RightsOf(Theo), Noon));
    }

    private static IEnumerable<HeldGrant> Hold(Scope scope, Held held) => held switch
    {
        Held.Active => [new HeldGrant(scope, Role.Observer, Noon.AddDays(-1), Noon.AddDays(1))],
        Held.Over => [new HeldGrant(scope, Role.TeamCommander, Noon.AddDays(-2), Noon)],
        Held.NotYet => [new HeldGrant(scope, Role.TeamCommander, Noon.AddTicks(1), null)],
        Held.Elsewhere => [new HeldGrant(scope with { Id = Id(0x99) }, Role.TeamCommander, Noon.AddDays(-1), null)],
        Held.UnknownRole => [new HeldGrant(scope, (Role)99, Noon.AddDays(-1), null)],
        _ => [],
    };
}
