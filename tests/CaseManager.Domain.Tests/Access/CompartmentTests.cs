using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class CompartmentTests
{
    private static readonly Officer TheoLang = new(Theo, Ops, "sub-2", "Theo Lang", null, null);

    [Fact]
    public void It_is_of_the_agency_of_whoever_sets_it_up() =>
        Assert.Equal(
            Items.Of<ICompartmentFact>([new CompartmentEstablished(Deep, "QUARRY", Cfp)]),
            [.. EstablishCompartment.Decide(By(Maya), new EstablishCompartment(Deep, "QUARRY")).Facts]);

    [Fact]
    public void It_needs_a_name() =>
        Assert.Equal(Text.Missing.At("name"), EstablishCompartment.Decide(By(Maya), new EstablishCompartment(Deep, " ")).Refusal);

    [Theory]
    [InlineData(Role.ControlOfficer, Role.Insider, null)]
    [InlineData(Role.ControlOfficer, Role.ControlOfficer, null)]
    [InlineData(Role.Insider, Role.Insider, "grant.more-than-held")]
    [InlineData(Role.ControlOfficer, Role.Observer, "grant.role-not-for-this")]
    public void Others_are_read_into_it_by_a_control_officer_and_by_nobody_else(Role held, Role given, string? refusal) =>
        Assert.Equal(refusal, Give(Scope.Of(Deep), RightsOf(Maya, Holding(Scope.Of(Deep), held)), given).Refusal?.Code);

    [Fact]
    public void Command_of_all_else_reads_nobody_into_it() =>
        Assert.Equal(
            GiveGrant.MoreThanHeld.At("role"),
            Give(Scope.Of(Deep), RightsOf(Maya, Holding(Scope.Of(NorthgateForce), Role.Supervisor), Holding(Scope.Of(Halden), Role.TeamCommander)), Role.Insider).Refusal);

    [Theory]
    [InlineData(Role.Insider)]
    [InlineData(Role.ControlOfficer)]
    public void Its_roles_are_given_on_nothing_else(Role role) =>
        Assert.Equal(GiveGrant.NotForThis.At("role"), Give(Scope.Of(Halden), RightsOf(Maya, Holding(Scope.Of(Halden), Role.TeamCommander)), role).Refusal);

    private static Decision<IGrantFact> Give(Scope scope, Rights giver, Role role) =>
        GiveGrant.Decide(By(Maya), new GiveGrant(scope, Theo, role, null, null, "Needs to know"), new Appointment(giver, TheoLang, null), null);
}
