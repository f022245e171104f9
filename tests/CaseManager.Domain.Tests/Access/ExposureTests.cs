using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

/// <summary>When somebody could read a record, by all that is on record of their rights.</summary>
public sealed class ExposureTests
{
    private static readonly DateTimeOffset From = Noon.AddDays(-10);
    private static readonly Label OfHalden = new(Cfp, Tlp.Amber, Halden, null, []);
    private static readonly (Guid, IFact, DateTimeOffset) TheoEntered = (Theo.Value, new OfficerRegistered(Theo, Ops, "sub-2", "Theo Lang", null), Noon.AddDays(-20));

    [Fact]
    public void Who_held_nothing_there_could_not() => Assert.Empty(Spans([Borne(OfHalden)], TheoEntered));

    [Fact]
    public void A_role_is_a_span_from_when_it_was_given_to_when_it_was_withdrawn() =>
        Assert.Equal(
            [new Reach(Noon.AddDays(-5), Noon.AddDays(-2), [Role.Investigator], Named: false)],
            Spans([Borne(OfHalden)], TheoEntered, Given(-5), Withdrawn(-2)));

    [Fact]
    public void Two_roles_and_a_gap_are_told_apart() =>
        Assert.Equal(
            [
                new Reach(Noon.AddDays(-9), Noon.AddDays(-8), [Role.Investigator], Named: false),
                new Reach(Noon.AddDays(-6), Noon.AddDays(-5), [Role.Observer], Named: false),
                new Reach(Noon.AddDays(-5), Noon, [Role.Investigator, Role.Observer], Named: false),
            ],
            Spans([Borne(OfHalden)], TheoEntered, Given(-9), Withdrawn(-8), Given(-6, Role.Observer, Id(0x96)), Given(-5)));

    [Fact]
    public void A_departure_ends_it_and_a_fact_recorded_later_does_not_reach_back() =>
        Assert.Equal(
            [new Reach(Noon.AddDays(-5), Noon.AddDays(-1), [Role.Investigator], Named: false)],
            Spans([Borne(OfHalden)], TheoEntered, Given(-5), (Theo.Value, new OfficerDeparted(Noon.AddDays(-1), "Retired"), Noon.AddDays(-3))));

    [Fact]
    public void What_only_an_emergency_opened_is_told_as_that()
    {
        var (force, emergency) = (new TaskForceId(Id(0x97)), new EmergencyId(Id(0x98)));
        (Guid, IFact, DateTimeOffset)[] commander =
        [
            (force.Value, new TaskForceEstablished(force, "NG", "Northgate", "One purpose", "v1", Ops, Noon.AddDays(-15)), Noon.AddDays(-15)),
            (force.Value, new AgencyJoinedTaskForce(Ops, Noon.AddDays(-15), null), Noon.AddDays(-15)),
            (Id(0x99), new GrantGiven(Scope.Of(force), Theo, Role.Supervisor, Noon.AddDays(-14), null, "Leads"), Noon.AddDays(-14)),
            (emergency.Value, new GlassBroken(emergency, Theo, Ops, force, Halden, "A life is at risk", Noon.AddDays(-3), Noon.AddDays(-3).AddHours(2)), Noon.AddDays(-3)),
        ];

        Assert.Equal(
            [new Reach(Noon.AddDays(-3), Noon.AddDays(-3).AddHours(2), [], Named: false) { Emergency = true }],
            Spans([Borne(OfHalden)], [TheoEntered, .. commander]));
    }

    [Fact]
    public void Before_the_record_was_there_nobody_could_and_an_embargo_ends_by_the_clock()
    {
        var later = OfHalden with { Caveats = Caveats.None with { EmbargoUntil = Noon.AddDays(-2) } };
        Assert.Equal([Noon.AddDays(-4)], Spans([Borne(OfHalden, -4)], TheoEntered, Given(-8)).Select(r => r.From));
        Assert.Equal([Noon.AddDays(-2)], Spans([Borne(later)], TheoEntered, Given(-8)).Select(r => r.From));
    }

    [Fact]
    public void For_named_readers_only_those_who_are_named_could_and_it_is_said()
    {
        Assert.Empty(Spans([Borne(OfHalden with { Tlp = Tlp.Red, Readers = [Maya] })], TheoEntered, Given(-8)));
        Assert.Equal([true], Spans([Borne(OfHalden with { Tlp = Tlp.Red, Readers = [Theo] })], TheoEntered, Given(-8)).Select(r => r.Named));
    }

    [Fact]
    public void What_it_was_before_could_be_read_by_whoever_could_read_that() =>
        Assert.Equal([(Noon.AddDays(-8), Noon)], Spans([Borne(OfHalden, -9), Borne(OfHalden with { Tlp = Tlp.Red, Readers = [Maya] }, -3)], TheoEntered, Given(-8)).Select(r => (r.From, r.Until)));

    [Fact]
    public void What_was_put_under_another_label_is_under_the_former_no_more_not_even_as_it_was()
    {
        var named = new Borne(OfHalden with { Tlp = Tlp.Red, Readers = [Maya] }, Noon.AddDays(-9), Noon.AddDays(-3));
        Assert.Equal([(Noon.AddDays(-3), Noon)], Spans([named, Borne(OfHalden, -3)], TheoEntered, Given(-8)).Select(r => (r.From, r.Until)));
        Assert.Equal([(Noon.AddDays(-8), Noon.AddDays(-3))], Spans([new Borne(OfHalden, Noon.AddDays(-9), Noon.AddDays(-3)), named with { Since = Noon.AddDays(-3), Until = null }], TheoEntered, Given(-8))
            .Select(r => (r.From, r.Until)));
    }

    [Fact]
    public void On_any_history_the_spans_are_what_the_law_says_moment_by_moment() =>
        Gen.Select(Histories, Labels, Gen.Int[0, 40].Array[1, 8]).Sample(
            (facts, labels, hours) =>
            {
                var spans = Exposure.Of(Theo, Ops, facts, labels, From, Noon);
                foreach (var at in hours.Select(h => From.AddHours((h * 6) + 0.5)).Where(at => at < Noon))
                {
                    var rights = PastRights.At(at, Theo, Ops, false, facts.Where(f => f.RecordedAt <= at));
                    var could = labels.Any(l => l.Since <= at && !(l.Until <= at) && AccessLaw.MayRead(rights, l.Label, at));
                    Assert.Equal(could ? 1 : 0, spans.Count(s => s.From <= at && at < s.Until));
                }
                Assert.All(spans, s => Assert.True(s.From < s.Until && s.From >= From && s.Until <= Noon));
            },
            iter: Scale.Of(2_000));

    private static readonly Gen<(Guid Stream, IFact Fact, DateTimeOffset RecordedAt)[]> Histories =
        Gen.Select(Gen.Int[-9 * 24, -1], Gen.Int[-9 * 24, 24], Gen.Int[1, 96], Gen.Int[0, 5]).Array[0, 8].Select(steps => steps.OrderBy(s => s.Item1)
            .Select((s, n) => Happened(n, Noon.AddHours(s.Item1), Noon.AddHours(s.Item2), s.Item3, s.Item4)).Prepend(TheoEntered).ToArray());

    private static readonly Gen<Borne[]> Labels =
        Gen.Select(Gen.Int[-9, 0], Gen.Int[0, 4], Gen.Int[1, 12]).Array[1, 3].Select(all => all.Select(l => Borne(
            l.Item2 switch
            {
                0 => OfHalden,
                1 => OfHalden with { TaskForce = NorthgateForce },
                2 => OfHalden with { Tlp = Tlp.Red, Readers = [Theo] },
                3 => OfHalden with { Caveats = Caveats.None with { EmbargoUntil = Noon.AddDays(-4) } },
                _ => OfHalden with { Tlp = Tlp.AmberStrict },
            }, l.Item1) with { Until = l.Item3 > 8 ? null : Noon.AddDays(l.Item1 + l.Item3) }).ToArray());

    // Each on a stream of its own: what no ledger would refuse is not this test's to say.
    private static (Guid, IFact, DateTimeOffset) Happened(int n, DateTimeOffset recorded, DateTimeOffset from, int hours, int kind) => kind switch
    {
        0 => (Theo.Value, new OfficerDeparted(from, "r"), recorded),
        1 => (Id(0x200 + n), new GrantGiven(Scope.Of(Halden), Theo, Role.ExhibitCustodian, from, null, "r"), recorded),
        _ => (Id(0x200 + n), new GrantGiven(Scope.Of(Halden), Theo, (Role)(kind + 1), from, from.AddHours(hours), "r"), recorded),
    };

    private static IReadOnlyList<Reach> Spans(Borne[] labels, params (Guid, IFact, DateTimeOffset)[] facts) => Exposure.Of(Theo, Ops, facts, labels, From, Noon);

    private static Borne Borne(Label label, int days = -30) => new(label, Noon.AddDays(days));

    private static (Guid, IFact, DateTimeOffset) Given(int days, Role role = Role.Investigator, Guid? stream = null) =>
        (stream ?? (days == -9 ? Id(0x95) : Id(0x97)), new GrantGiven(Scope.Of(Halden), Theo, role, Noon.AddDays(days), null, "r"), Noon.AddDays(days));

    private static (Guid, IFact, DateTimeOffset) Withdrawn(int days) =>
        (days == -8 ? Id(0x95) : Id(0x97), new GrantWithdrawn(Scope.Of(Halden), Theo, Role.Investigator, Noon.AddDays(days), "r"), Noon.AddDays(days));
}
