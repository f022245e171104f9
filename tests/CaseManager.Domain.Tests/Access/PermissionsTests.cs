using CaseManager.Domain.Access;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class PermissionsTests
{
    /// <summary>The whole table, written a second time by role: x may, . may not.</summary>
    private const string Table = """
                             Read Open Amend Lead Entry Correct Seize Keep Stage Propose Decide Reopen Grant ForceGrant Manage Establish RegAgency RegOfficer Assign WorkOn OpPlan OpCommand OpGrant ReadSites Report OpVote Link Enter ReadIn Health Lower Log Break
        TeamCommander         x    x    x     x    x     x       x     x    x     x       x      x      x     x          x      .         .         .          x      x      x      x      x      x      x      x      x    .     .      x      x     .   x
        PrimaryInvestigator   x    x    x     .    x     x       x     x    x     x       .      .      x     .          .      .         .         .          x      x      .      .      .      .      .      .      x    .     .      .      x     .   .
        FileCoordinator       x    x    x     .    x     x       x     x    .     .       .      .      .     .          .      .         .         .          x      x      .      .      .      .      .      .      x    .     .      .      .     .   .
        Investigator          x    x    .     .    x     x       x     x    .     .       .      .      .     .          .      .         .         .          .      x      .      .      .      .      .      .      x    .     .      .      .     .   .
        ExhibitCustodian      x    .    .     .    x     .       x     x    .     .       .      .      .     .          .      .         .         .          .      x      .      .      .      .      .      .      .    .     .      .      .     .   .
        Analyst               x    x    .     .    x     x       .     .    .     .       .      .      .     .          .      .         .         .          .      x      .      .      .      .      .      .      x    .     .      .      .     .   .
        Coordinator           x    x    .     .    x     x       .     .    .     .       .      .      .     .          .      .         .         .          x      x      x      x      x      x      x      x      x    .     .      .      .     .   .
        SiteCommander         x    .    .     .    x     .       x     x    .     .       .      .      .     .          .      .         .         .          .      x      .      .      .      .      x      .      .    .     .      .      .     .   .
        Supervisor            x    x    x     x    x     x       x     x    x     x       x      x      x     x          x      .         .         .          x      x      x      x      x      x      x      x      x    .     .      x      x     x   x
        Liaison               x    .    .     .    x     .       .     .    .     .       .      .      .     .          .      .         .         .          .      x      .      .      .      .      x      x      .    .     .      .      x     .   .
        Auditor               x    .    .     .    .     .       .     .    .     .       .      .      .     .          .      .         .         .          .      .      .      .      .      x      .      .      .    .     .      x      .     x   .
        Observer              x    .    .     .    .     .       .     .    .     .       .      .      .     .          .      .         .         .          .      .      .      .      .      .      .      .      .    .     .      .      .     .   .
        Member                x    x    .     .    .     .       .     .    .     .       .      .      .     .          .      .         .         .          .      .      .      .      .      .      .      .      .    .     .      .      .     .   .
        ControlOfficer        .    .    .     .    .     .       .     .    .     .       .      .      .     .          .      .         .         .          .      .      .      .      .      .      .      .      .    x     x      .      .     .   .
        Insider               .    .    .     .    .     .       .     .    .     .       .      .      .     .          .      .         .         .          .      .      .      .      .      .      .      .      .    x     .      .      .     .   .
        """;

    [Fact]
    public void Each_role_may_what_the_table_says_and_nothing_else()
    {
        var rows = Table.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.Equal(Enum.GetNames<Role>(), rows.Select(r => r[0]));
        foreach (var row in rows)
        {
            var role = Enum.Parse<Role>(row[0]);
            var actual = Enum.GetValues<Permission>().Select(p => Permissions.Allows(role, p) ? "x" : ".");
            Assert.Equal(row.Skip(1), actual);
        }
    }

    [Fact]
    public void A_role_that_is_not_listed_may_nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Permission>(), p => Permissions.Allows((Role)99, p));

    [Fact]
    public void A_permission_that_is_not_listed_nobody_has() =>
        Assert.DoesNotContain(Enum.GetValues<Role>(), r => Permissions.Allows(r, (Permission)99));

    [Fact]
    public void A_registrar_registers_and_establishes_and_reads_no_case() =>
        Assert.Equal(
            [Permission.EstablishTaskForce, Permission.RegisterAgency, Permission.RegisterOfficer, Permission.ReadHealth],
            Enum.GetValues<Permission>().Where(Permissions.AllowsRegistrar));

    [Theory]
    [InlineData(ScopeKind.Operation, Role.Coordinator, "TeamCommander PrimaryInvestigator FileCoordinator Investigator ExhibitCustodian Analyst Coordinator SiteCommander Supervisor Liaison Auditor Observer Member")]
    [InlineData(ScopeKind.Operation, Role.Liaison, "")]
    [InlineData(ScopeKind.Operation, Role.PrimaryInvestigator, "")]
    [InlineData(ScopeKind.Case, Role.Coordinator, "")]
    [InlineData(ScopeKind.Case, Role.PrimaryInvestigator, "PrimaryInvestigator FileCoordinator Investigator ExhibitCustodian Analyst Coordinator SiteCommander Liaison Auditor Observer Member")]
    [InlineData(ScopeKind.Compartment, Role.ControlOfficer, "ControlOfficer Insider")]
    [InlineData(ScopeKind.Compartment, Role.Insider, "")]
    [InlineData(ScopeKind.Compartment, Role.Supervisor, "")]
    [InlineData(ScopeKind.Case, Role.ControlOfficer, "")]
    [InlineData(ScopeKind.TaskForce, Role.PrimaryInvestigator, "")]
    [InlineData(ScopeKind.Case, Role.Investigator, "")]
    [InlineData(ScopeKind.Case, Role.FileCoordinator, "")]
    public void Who_may_give_what(ScopeKind on, Role held, string roles) =>
        Assert.Equal(roles, string.Join(' ', Enum.GetValues<Role>().Where(r => Permissions.MayGive([held], on, r))));

    [Theory]
    [InlineData(Role.TeamCommander)]
    [InlineData(Role.Supervisor)]
    public void Who_commands_gives_every_role_there_is_but_those_of_compartments(Role held)
    {
        foreach (var on in new[] { ScopeKind.Case, ScopeKind.TaskForce, ScopeKind.Operation })
        {
            Assert.All(Enum.GetValues<Role>(), r => Assert.Equal(r is not (Role.ControlOfficer or Role.Insider), Permissions.MayGive([held], on, r)));
            Assert.False(Permissions.MayGive([held], on, (Role)99));
        }
    }

    [Fact]
    public void A_role_counts_where_and_while_it_holds()
    {
        var (here, there, before) = (Scope.Of(Halden), Scope.Of(NorthgateForce), Scope.Of(OtherCase));
        var rights = RightsOf(Jules, Holding(here, Role.Supervisor), Holding(here, Role.TeamCommander), Holding(there, Role.Observer),
            new HeldGrant(before, Role.Supervisor, Noon.AddDays(-2), Noon));

        Assert.Equal([here], AccessLaw.ScopesOf(rights, Permission.DecideClosure, Noon));
        Assert.Equal([here, before], AccessLaw.ScopesOf(rights, Permission.DecideClosure, Noon.AddDays(-1)));
        Assert.Equal([here, there], AccessLaw.ScopesOf(rights, Permission.ReadCase, Noon));
        Assert.Empty(AccessLaw.ScopesOf(rights with { Registered = false }, Permission.ReadCase, Noon));
    }

    [Theory]
    [InlineData(Role.TeamCommander, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Observer, false)]
    [InlineData(Role.Member, false)]
    public void How_the_product_is_doing_is_read_by_a_role_in_a_task_force_and_by_none_on_a_case_or_an_operation(Role role, bool may)
    {
        Assert.Equal(may, AccessLaw.MayReadHealth(RightsOf(Jules, Holding(Scope.Of(NorthgateForce), role)), Noon));
        Assert.False(AccessLaw.MayReadHealth(RightsOf(Jules, Holding(Scope.Of(Halden), role), Holding(Scope.Of(Granite), role)), Noon));
        Assert.False(AccessLaw.MayReadHealth(RightsOf(Jules, Holding(Scope.Of(NorthgateForce), role)) with { Registered = false }, Noon));
        Assert.False(AccessLaw.MayReadHealth(RightsOf(Jules, new HeldGrant(Scope.Of(NorthgateForce), role, Noon.AddDays(-2), Noon)), Noon));
    }

    [Fact]
    public void A_registrar_reads_how_the_product_is_doing()
    {
        Assert.True(AccessLaw.MayReadHealth(RightsOf(Jules) with { Registrar = true }, Noon));
        Assert.False(AccessLaw.MayReadHealth(RightsOf(Jules), Noon));
    }

    [Fact]
    public void Who_leads_appoints_who_oversees_and_does_not_oversee()
    {
        Assert.True(Permissions.MayGive([Role.PrimaryInvestigator], ScopeKind.Case, Role.Auditor));
        Assert.False(Permissions.Allows(Role.PrimaryInvestigator, Permission.ReadLog));
        Assert.True(Permissions.MayGive([Role.Coordinator], ScopeKind.Operation, Role.Auditor));
        Assert.False(Permissions.MayGive([Role.Auditor], ScopeKind.Case, Role.Auditor));
    }

    [Fact]
    public void Who_holds_nothing_gives_nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Role>(), r => Permissions.MayGive([], ScopeKind.Case, r));
}
