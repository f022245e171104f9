using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

/// <summary>An emergency opens one case, while it lasts and while the role holds that allowed it, and nothing else.</summary>
public sealed class EmergencyLawTests
{
    private static readonly EmergencyId Tonight = new(Id(0x70));
    private static readonly HeldEmergency OnHalden = new(Tonight, Halden, NorthgateForce, Noon, Noon.AddHours(2));
    private static readonly HeldGrant Supervises = Holding(Scope.Of(NorthgateForce), Role.Supervisor);
    private static readonly Rights Opened = RightsOf(Jules, Supervises) with { Emergencies = [OnHalden] };

    private static readonly Label Sealed = new(Ops, Tlp.Red, Halden, null, [Theo])
    {
        Caveats = Caveats.None with { Compartments = [Deep], ReleasedTo = new([Ops], []), NotTo = new([Cfp], []), EmbargoUntil = Noon.AddDays(9) },
    };

    [Fact]
    public void It_opens_what_is_sealed_for_named_readers_embargoed_and_released_to_others()
    {
        Assert.False(AccessLaw.MayRead(RightsOf(Jules, Supervises), Sealed, Noon));
        Assert.True(AccessLaw.MayRead(Opened, Sealed, Noon));
        Assert.True(AccessLaw.MayRead(Opened, (Sealed with { Readers = [Maya] }).Under(Sealed), Noon));
    }

    [Fact]
    public void It_begins_and_ends_on_the_instant()
    {
        Assert.False(AccessLaw.MayRead(Opened, Sealed, Noon.AddTicks(-10)));
        Assert.True(AccessLaw.MayRead(Opened, Sealed, Noon.AddHours(2).AddTicks(-10)));
        Assert.False(AccessLaw.MayRead(Opened, Sealed, Noon.AddHours(2)));
        Assert.Equal(Noon.AddHours(2), AccessLaw.NextChange(Opened, Noon));
        Assert.Equal(Noon, AccessLaw.NextChange(Opened, Noon.AddDays(-1)));
    }

    [Fact]
    public void It_ends_with_the_role_that_allowed_it_and_with_the_service()
    {
        Assert.False(AccessLaw.MayRead(Opened with { Grants = [Holding(Scope.Of(NorthgateForce), Role.Observer)] }, Sealed, Noon));
        Assert.False(AccessLaw.MayRead(Opened with { Grants = [Supervises with { Until = Noon }] }, Sealed, Noon));
        Assert.False(AccessLaw.MayRead(Opened with { Grants = [Supervises with { Scope = Scope.Of(Halden) }] }, Sealed, Noon));
        Assert.False(AccessLaw.MayRead(Opened with { Registered = false }, Sealed, Noon));
    }

    [Fact]
    public void What_belongs_to_another_case_or_to_an_operation_as_well_stays_as_it_was()
    {
        Assert.False(AccessLaw.MayRead(Opened, Sealed with { Case = OtherCase }, Noon));
        Assert.False(AccessLaw.MayRead(Opened, Sealed.Join(Sealed with { Case = OtherCase }), Noon));
        Assert.False(AccessLaw.MayRead(Opened, Sealed with { Operation = Granite }, Noon));
        Assert.False(AccessLaw.MayRead(Opened, Sealed with { Case = null }, Noon));
        Assert.False(AccessLaw.MayRead(Opened, Sealed with { Tlp = (Tlp)99 }, Noon));
        Assert.True(AccessLaw.MayRead(Opened, Sealed.Join(new Label(Cfp, Tlp.Amber, null, NorthgateForce, [])), Noon));
    }

    [Fact]
    public void It_allows_no_act_and_enters_no_compartment()
    {
        Assert.All(Enum.GetValues<Permission>(), p => Assert.Equal(
            AccessLaw.May(Opened.ByRolesAlone(), Scope.Of(Halden), null, p, Noon), AccessLaw.May(Opened, Scope.Of(Halden), null, p, Noon)));
        Assert.False(AccessLaw.MayEnter(Opened, Deep, Noon));
        Assert.Empty(Opened.ByRolesAlone().Emergencies);
    }

    [Theory]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.TeamCommander, true)]
    [InlineData(Role.PrimaryInvestigator, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Member, false)]
    public void Who_commands_the_task_force_of_a_case_may_and_for_one_of_the_own_agency_whoever_commands_any(Role role, bool may)
    {
        var rights = RightsOf(Jules, Holding(Scope.Of(NorthgateForce), role));
        TaskForceId? force = may ? NorthgateForce : null;
        Assert.Equal(force, AccessLaw.MayBreakGlass(rights, Ops, NorthgateForce, Noon));
        Assert.Equal(force, AccessLaw.MayBreakGlass(rights, Cfp, null, Noon));
        Assert.Null(AccessLaw.MayBreakGlass(rights, Ops, null, Noon));
        Assert.Null(AccessLaw.MayBreakGlass(rights, Ops, new TaskForceId(Id(0x21)), Noon));
        Assert.Null(AccessLaw.MayBreakGlass(rights with { Registered = false }, Ops, NorthgateForce, Noon));
        Assert.Null(AccessLaw.MayBreakGlass(RightsOf(Jules, Holding(Scope.Of(Halden), role)), Ops, NorthgateForce, Noon));
    }

    [Fact]
    public void It_widens_nothing_but_its_case_and_only_in_its_time()
    {
        var (opened, same) = (0, 0);
        Gen.Select(Callers, Labels, Labels, Gen.Int[-3, 5]).Sample(
            (rights, one, other, hours) =>
            {
                var (at, label) = (Noon.AddHours(hours), one.Join(other));
                var (before, after) = (AccessLaw.MayRead(rights, label, at), AccessLaw.MayRead(rights with { Emergencies = [OnHalden] }, label, at));
                if (before && !after)
                    return false;
                if (before == after)
                {
                    Interlocked.Increment(ref same);
                    return true;
                }
                Interlocked.Increment(ref opened);
                var rest = label.Parts().Where(part => part is not { Case: { } file, Operation: null } || file != Halden);
                return OnHalden.ActiveAt(at) && rights.Registered && AccessLaw.MayBreakGlass(rights, Nlfi, NorthgateForce, at) is not null
                    && rest.All(part => AccessLaw.MayRead(rights, part, at)) && label.Parts().Any(part => part.Case == Halden);
            },
            iter: Scale.Of(100_000));
        Assert.True(opened > Scale.Of(1_000) && same > opened, $"opened {opened} same {same}");
    }

    [Fact]
    public void What_was_read_by_it_alone_is_told_apart()
    {
        Assert.Equal(Tonight, LogLaw.ReadUnder(Opened, Sealed));
        Assert.Equal(Tonight, LogLaw.ReadUnder(Opened, Sealed.Join(Label.Community(Cfp))));
        Assert.Null(LogLaw.ReadUnder(Opened, Sealed with { Case = OtherCase }));
        Assert.Null(LogLaw.ReadUnder(Opened.ByRolesAlone(), Sealed));
    }

    [Fact]
    public void The_rights_of_a_day_hold_it_in_its_time_alone()
    {
        (Guid, IFact, DateTimeOffset)[] facts =
        [
            (Jules.Value, new OfficerRegistered(Jules, Cfp, "sub-3", "Jules Bédard", null), Noon.AddDays(-20)),
            (NorthgateForce.Value, new TaskForceEstablished(NorthgateForce, "NG", "N", "P", "A", Cfp, Noon.AddDays(-9)), Noon.AddDays(-9)),
            (NorthgateForce.Value, new AgencyJoinedTaskForce(Cfp, Noon.AddDays(-9), null), Noon.AddDays(-9)),
            (Id(0x98), new GrantGiven(Scope.Of(NorthgateForce), Jules, Role.Supervisor, Noon.AddDays(-8), null, "r"), Noon.AddDays(-8)),
            (Tonight.Value, new GlassBroken(Tonight, Jules, Cfp, NorthgateForce, Halden, "r", Noon, Noon.AddHours(2)), Noon),
            (Tonight.Value, new GlassMended(Jules, Jules, null, Noon.AddHours(1)), Noon.AddHours(1)),
        ];
        bool ReadThen(DateTimeOffset at) => AccessLaw.MayRead(PastRights.At(at, Jules, Cfp, false, facts.Where(f => f.Item3 <= at)), Sealed, at);
        Assert.False(ReadThen(Noon.AddMinutes(-1)));
        Assert.True(ReadThen(Noon));
        Assert.True(ReadThen(Noon.AddMinutes(59)));
        Assert.False(ReadThen(Noon.AddMinutes(60)));
    }

    private static readonly Gen<Rights> Callers =
        Gen.Select(Gen.Int[0, 14].Select(role => (Role)role), Gen.Int[0, 14].Select(role => (Role)role), Gen.Bool.Array[4], Gen.Int[0, 9])
            .Select((onForce, onCase, held, registered) => new Rights(Jules, Cfp, registered > 0,
            [
                .. new[]
                {
                    Supervises, Holding(Scope.Of(NorthgateForce), onForce), Holding(Scope.Of(OtherCase), onCase), Holding(Scope.Of(Granite), onCase),
                }.Where((_, i) => held[i]),
            ]));

    private static readonly Gen<Label> Labels =
        Gen.Select(Gen.Bool, Gen.Int[0, 5].Select(tlp => (Tlp)tlp), Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool).Select((own, tlp, of, restricted, named) => new Label(
            own ? Cfp : Ops, tlp, of is 0 or 1 or 4 ? Halden : of is 2 ? OtherCase : null, of is 1 or 5 ? NorthgateForce : null, named ? [Jules] : [Theo])
        {
            Operation = of is 4 ? Granite : null,
            Caveats = restricted switch
            {
                0 => Caveats.None with { Compartments = [Deep] },
                1 => Caveats.None with { NotTo = new([Cfp], []) },
                _ => null,
            },
        });
}
