using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

/// <summary>Rights of a day, told from what was on record by then.</summary>
public sealed class PastRightsTests
{
    private static readonly (Guid, IFact, DateTimeOffset) TheoEntered = (Theo.Value, new OfficerRegistered(Theo, Ops, "sub-2", "Theo Lang", null), Noon.AddDays(-20));
    private static readonly (Guid, IFact, DateTimeOffset) OpsEntered = (Id(0x99), new AgencyRegistered(Ops, "Ontario", "CA-ON", "America/Toronto"), Noon.AddDays(-30));

    [Fact]
    public void Who_was_not_registered_yet_had_none() =>
        Assert.Equal(new Rights(Theo, Ops, false, []), PastRights.At(Noon, Theo, Ops, false, []));

    [Fact]
    public void A_role_holds_from_its_start_up_to_its_end_and_with_the_country_of_the_agency()
    {
        var rights = At(Noon, Given(Noon.AddDays(-2), Noon.AddDays(-2), Noon.AddDays(1)));
        Assert.Equal("CA-ON", rights.Country);
        Assert.Equal([Role.Investigator], rights.RolesIn(Scope.Of(Halden), Noon));
        Assert.Empty(rights.RolesIn(Scope.Of(Halden), Noon.AddDays(1)));
    }

    [Fact]
    public void What_was_given_for_a_time_before_counts_from_when_it_was_given()
    {
        var rights = At(Noon, Given(recorded: Noon.AddDays(-1), from: Noon.AddDays(-9)));
        Assert.Empty(rights.RolesIn(Scope.Of(Halden), Noon.AddDays(-2)));
        Assert.Equal([Role.Investigator], rights.RolesIn(Scope.Of(Halden), Noon.AddDays(-1)));
    }

    [Fact]
    public void A_withdrawal_ends_it_and_what_was_not_withdrawn_by_then_held()
    {
        var given = Given(Noon.AddDays(-2), Noon.AddDays(-2));
        var withdrawn = (given.Item1, (IFact)new GrantWithdrawn(Scope.Of(Halden), Theo, Role.Investigator, Noon.AddHours(-1), "Moved on"), Noon.AddHours(-1));
        Assert.Single(At(Noon.AddHours(-2), given).RolesIn(Scope.Of(Halden), Noon.AddHours(-2)));
        Assert.Empty(At(Noon, given, withdrawn).RolesIn(Scope.Of(Halden), Noon));
    }

    [Fact]
    public void Whoever_had_left_the_service_by_then_had_none()
    {
        var given = Given(Noon.AddDays(-2), Noon.AddDays(-2));
        var departed = (Theo.Value, (IFact)new OfficerDeparted(Noon.AddHours(-1), "Retired"), Noon.AddDays(-1));
        Assert.NotEmpty(At(Noon.AddHours(-2), given, departed).RolesIn(Scope.Of(Halden), Noon.AddHours(-2)));
        Assert.False(At(Noon, given, departed).Registered);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, 0)]
    public void A_role_in_a_task_force_held_while_the_agency_was_a_member(int leftAfterHours, int held)
    {
        (Guid, IFact, DateTimeOffset)[] force =
        [
            (NorthgateForce.Value, new TaskForceEstablished(NorthgateForce, "NG", "N", "P", "A", Cfp, Noon.AddDays(-9)), Noon.AddDays(-9)),
            (NorthgateForce.Value, new AgencyJoinedTaskForce(Ops, Noon.AddDays(-9), null), Noon.AddDays(-9)),
            (NorthgateForce.Value, new AgencyLeftTaskForce(Ops, Noon.AddHours(leftAfterHours), "Agreement ended"), Noon.AddDays(-1)),
            (Id(0x98), new GrantGiven(Scope.Of(NorthgateForce), Theo, Role.Member, Noon.AddDays(-8), null, "r"), Noon.AddDays(-8)),
        ];
        Assert.Equal(held, At(Noon, force).RolesIn(Scope.Of(NorthgateForce), Noon).Count());
        // Without the task force's own facts nobody can say that the agency was a member.
        Assert.Empty(At(Noon, force[3]).RolesIn(Scope.Of(NorthgateForce), Noon));
    }

    [Fact]
    public void Anothers_grant_is_not_ones_own()
    {
        var others = (Id(0x98), (IFact)new GrantGiven(Scope.Of(Halden), Maya, Role.Investigator, Noon.AddDays(-2), null, "r"), Noon.AddDays(-2));
        Assert.Empty(At(Noon, others).Grants);
    }

    private static Rights At(DateTimeOffset at, params (Guid, IFact, DateTimeOffset)[] facts) => PastRights.At(at, Theo, Ops, false, [OpsEntered, TheoEntered, .. facts]);

    private static (Guid, IFact, DateTimeOffset) Given(DateTimeOffset recorded, DateTimeOffset from, DateTimeOffset? until = null) =>
        (Id(0x97), new GrantGiven(Scope.Of(Halden), Theo, Role.Investigator, from, until, "r"), recorded);
}
