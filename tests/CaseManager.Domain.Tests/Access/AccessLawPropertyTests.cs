using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

/// <summary>What must hold of the law whatever it says: on random callers, labels and moments.</summary>
public sealed class AccessLawPropertyTests
{
    private static readonly Gen<OfficerId> Officers = Gen.OneOf(Gen.Const(Maya), Gen.Const(Theo), Gen.Const(Jules));
    private static readonly Gen<AgencyId> Agencies = Gen.OneOf(Gen.Const(Cfp), Gen.Const(Ops));
    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[-5, 5].Select(days => Noon.AddDays(days));
    private static readonly Gen<CaseId?> Cases = Gen.Int[0, 2].Select(i => i switch { 0 => Halden, 1 => OtherCase, _ => (CaseId?)null });
    private static readonly Gen<OperationId?> Operations = Gen.Int[0, 3].Select(i => i switch { 0 => Granite, 1 => OtherOperation, _ => (OperationId?)null });
    private static readonly Gen<TaskForceId?> Forces = Gen.Bool.Select(any => any ? NorthgateForce : (TaskForceId?)null);

    private static readonly Gen<HeldGrant> Grants =
        Gen.Select(
            Gen.OneOf(Gen.Const(Scope.Of(Halden)), Gen.Const(Scope.Of(OtherCase)), Gen.Const(Scope.Of(NorthgateForce)), Gen.Const(Scope.Of(Granite))),
            Gen.Int[0, 16].Select(role => (Role)role), // two beyond the list
            Moments,
            Gen.Select(Gen.Bool, Moments).Select((ends, m) => ends ? m : (DateTimeOffset?)null))
        .Select((scope, role, from, until) => new HeldGrant(scope, role, from, until));

    private static readonly Gen<Rights> Callers =
        Gen.Select(Officers, Agencies, Gen.Int[0, 9].Select(i => i > 0), Grants.Array[0, 4])
            .Select((officer, agency, registered, grants) => new Rights(officer, agency, registered, [.. grants]));

    private static readonly Gen<Label> Labels =
        Gen.Select(Agencies, Gen.Int[0, 5].Select(tlp => (Tlp)tlp), Cases, Forces, Officers.Array[0, 2], Operations)
            .Select((originator, tlp, onCase, onForce, readers, operation) => new Label(originator, tlp, onCase, onForce, [.. readers]) { Operation = operation });

    [Fact]
    public void Nobody_who_is_not_registered_reads_anything() =>
        Check((rights, label, at) => !AccessLaw.MayRead(rights with { Registered = false }, label, at));

    [Fact]
    public void Without_a_grant_nothing_that_needs_one_is_read() =>
        Check((rights, label, at) => (label.Case is null && label.TaskForce is null && label.Operation is null) || !AccessLaw.MayRead(rights with { Grants = [] }, label, at));

    [Fact]
    public void Who_read_it_is_told_to_nobody_who_may_not_read_it() =>
        Check((rights, label, at) => !LogLaw.MayReadLog(rights, label, at) || AccessLaw.MayRead(rights, label, at));

    [Fact]
    public void A_marking_that_is_not_listed_is_read_by_nobody() =>
        Check((rights, label, at) => !AccessLaw.MayRead(rights, label with { Tlp = (Tlp)99 }, at));

    private static readonly Gen<Caveats?> Restricted =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 3], Moments).Select((which, released, not, until) => which < 5 ? null : (Caveats.None with
        {
            Compartments = which == 5 ? [Deep] : which == 6 ? [Deep, Deeper] : [],
            ReleasedTo = which != 7 ? Recipients.None : released switch { 0 => new([Ops], []), 1 => new([Nlfi], []), 2 => new([], ["CA"]), _ => new([], ["CA-ON", "US"]) },
            NotTo = which != 8 ? Recipients.None : not switch { 0 => new([Ops], []), 1 => new([], ["CA"]), 2 => new([], ["CA-QC"]), _ => new([Nlfi], ["US"]) },
            EmbargoUntil = which == 9 ? until : null,
        }).OrNothing());

    // The grants of random callers seldom meet the needs of two random labels at once: here people are on this and that, and labels of it.
    private static readonly Gen<Rights> Involved =
        Gen.Select(Officers, Agencies, Gen.Int[0, 12].Select(role => (Role)role).Array[4], Gen.Bool.Array[6], Gen.Int[0, 2])
            .Select((officer, agency, roles, held, country) => new Rights(officer, agency, true,
            [
                .. new[] { Scope.Of(Halden), Scope.Of(NorthgateForce), Scope.Of(Granite), Scope.Of(OtherOperation) }
                    .Select((scope, i) => Holding(scope, roles[i])).Where((_, i) => held[i]),
                .. new[] { Holding(Scope.Of(Deep), Role.Insider), Holding(Scope.Of(Deeper), Role.ControlOfficer) }.Where((_, i) => held[4 + i]),
            ])
            { Country = country switch { 0 => "CA", 1 => "CA-ON", _ => null } });

    private static readonly Gen<Label> Meeting =
        Gen.Select(Agencies, Gen.Int[0, 5].Select(tlp => (Tlp)tlp), Gen.Int[0, 5], Officers.Array[0, 3]).Select((originator, tlp, of, readers) => new Label(
            originator, tlp, of is 0 or 1 or 4 ? Halden : null, of is 1 or 5 ? NorthgateForce : null, [.. readers])
        {
            Operation = of is 2 or 4 ? Granite : of is 5 ? OtherOperation : null,
        }).Select(Restricted, (label, caveats) => label with { Caveats = caveats });

    /// <summary>One more, of each kind.</summary>
    private static readonly Gen<Func<Caveats, Caveats>> Restrictions = Gen.Int[0, 4].Select<int, Func<Caveats, Caveats>>(kind => kind switch
    {
        0 => c => c with { Compartments = c.Compartments.With(Deep) },
        1 => c => c with { NotTo = c.NotTo with { Agencies = c.NotTo.Agencies.With(Ops) } },
        2 => c => c with { NotTo = c.NotTo with { Countries = c.NotTo.Countries.With("CA") } },
        3 => c => c with { ReleasedTo = c.ReleasedTo.NamesNobody() ? new([Nlfi], ["US"]) : c.ReleasedTo },
        _ => c => c with { EmbargoUntil = Noon.AddDays(9) },
    });

    [Fact]
    public void What_is_said_about_two_records_is_read_by_nobody_who_may_not_read_both()
    {
        Gen.Select(Callers, Labels, Labels, Moments).Sample(ReadsBothIfJoined, iter: Scale.Of(100_000));
        var read = 0;
        Gen.Select(Involved, Meeting, Meeting, Moments).Sample(
            (rights, one, other, at) =>
            {
                if (AccessLaw.MayRead(rights, one.Join(other), at))
                    Interlocked.Increment(ref read);
                return ReadsBothIfJoined(rights, one, other, at);
            },
            iter: Scale.Of(200_000));
        Assert.InRange(read, Scale.Of(2_000), Scale.Of(100_000));
    }

    [Fact]
    public void Who_may_read_both_reads_what_is_made_from_them() =>
        Gen.Select(Involved, Meeting, Meeting, Moments).Sample(
            (rights, one, other, at) =>
                AccessLaw.MayRead(rights, one.Join(other), at) == (AccessLaw.MayRead(rights, one, at) && AccessLaw.MayRead(rights, other, at)),
            iter: Scale.Of(100_000));

    [Fact]
    public void Joining_knows_no_order_no_brackets_and_no_repetition()
    {
        var joined = 0;
        Gen.Select(Meeting, Meeting, Meeting).Sample(
            (one, other, third) =>
            {
                Interlocked.Add(ref joined, one.Join(other).Parts().Count() - 1);
                return one.Join(other) == other.Join(one)
                    && one.Join(other).Join(third) == one.Join(other.Join(third))
                    && one.Join(one) == one.InOrder()
                    && one.Join(other).Join(other) == one.Join(other);
            },
            iter: Scale.Of(200_000));
        Assert.True(joined > Scale.Of(100_000), $"joined {joined}");
    }

    [Fact]
    public void Each_further_restriction_keeps_more_people_out_and_lets_nobody_in()
    {
        var kept = 0;
        Gen.Select(Involved, Meeting, Moments, Restrictions).Sample(
            (rights, label, at, more) =>
            {
                var (before, after) = (AccessLaw.MayRead(rights, label, at), AccessLaw.MayRead(rights, label with { Caveats = more(label.Caveats ?? Caveats.None) }, at));
                if (before && !after)
                    Interlocked.Increment(ref kept);
                return before || !after;
            },
            iter: Scale.Of(100_000));
        Assert.True(kept > Scale.Of(2_000), $"kept {kept}");
    }

    // Two markings of one record: what is changed is chosen, so that the one is often the stricter.
    private static readonly Gen<(Label Was, Label Is)> Remarked =
        Gen.Select(Meeting, Gen.Int[0, 4], Gen.Int[0, 4].Select(tlp => (Tlp)tlp), Officers.Array[0, 3], Restricted, Restrictions).Select((label, kind, tlp, readers, caveats, more) => (label, kind switch
        {
            0 => label with { Tlp = tlp },
            1 => label with { Tlp = Tlp.Red, Readers = [.. readers] },
            2 => label with { Caveats = caveats },
            3 => label with { Caveats = more(label.Caveats ?? Caveats.None) },
            _ => label.Join(new Label(Ops, tlp, label.Case, label.TaskForce, [.. readers]) { Operation = label.Operation, Caveats = caveats }),
        }));

    [Fact]
    public void A_marking_that_does_not_lower_lets_nobody_in()
    {
        var (raised, kept) = (0, 0);
        Gen.Select(Involved, Remarked, Moments).Sample(
            (rights, label, at) =>
            {
                if (!label.Is.IsAtLeast(label.Was))
                    return true;
                var (before, after) = (AccessLaw.MayRead(rights, label.Was, at), AccessLaw.MayRead(rights, label.Is, at));
                Interlocked.Increment(ref raised);
                Interlocked.Add(ref kept, before && !after ? 1 : 0);
                return before || !after;
            },
            iter: Scale.Of(200_000));
        Assert.True(raised > Scale.Of(40_000) && kept > Scale.Of(2_000), $"raised {raised}, kept out {kept}");
    }

    [Fact]
    public void Of_any_two_labels_the_one_that_is_at_least_the_other_lets_in_nobody_whom_the_other_keeps_out()
    {
        var told = 0;
        Gen.Select(Involved, Meeting, Meeting, Moments).Sample(
            (rights, one, other, at) =>
            {
                if (!one.IsAtLeast(other))
                    return true;
                Interlocked.Increment(ref told);
                return AccessLaw.MayRead(rights, other, at) || !AccessLaw.MayRead(rights, one, at);
            },
            iter: Scale.Of(400_000));
        Assert.True(told > Scale.Of(4_000), $"told of {told}");
    }

    [Fact]
    public void Each_marking_is_at_least_itself_and_what_is_joined_is_at_least_its_parts() =>
        Gen.Select(Meeting, Meeting, Meeting).Sample(
            (one, other, third) => one.IsAtLeast(one) && one.Join(other).IsAtLeast(one) && one.Join(other).IsAtLeast(other)
                && (!one.IsAtLeast(other) || !other.IsAtLeast(third) || one.IsAtLeast(third)),
            iter: Scale.Of(100_000));

    private static readonly Gen<(Label Own, Label Was, Label Is)> Moved =
        Gen.Select(Gen.Int[1, 4].Select(tlp => (Tlp)tlp), Gen.Int[1, 4].Select(tlp => (Tlp)tlp), Gen.Int[0, 3], Officers.Array[1, 3], Restricted, Restricted, Restricted)
            .Select((was, now, above, readers, of, then, own) =>
            {
                var onCase = new Label(Cfp, was, Halden, NorthgateForce, was == Tlp.Red ? [Maya, .. readers] : []) { Caveats = of };
                var moved = onCase with { Tlp = now, Readers = now == Tlp.Red ? [Maya, .. readers] : [], Caveats = then };
                var tlp = (Tlp)Math.Max((int)was, above);
                return (above == 3 ? onCase with { Caveats = null } : new Label(above == 0 ? Cfp : Ops, tlp, Halden, NorthgateForce, tlp == Tlp.Red ? onCase.Readers : []) { Caveats = own }, onCase, moved);
            });

    [Fact]
    public void What_stands_under_a_case_follows_it_and_keeps_what_it_says_itself()
    {
        var (followed, lost, gained) = (0, 0, 0);
        Gen.Select(Involved, Moved, Moments).Sample(
            (rights, moved, at) =>
            {
                var (own, was, now) = moved;
                var before = own.Under(was);
                var said = before.Beside(was);
                var after = LabelOrder.With(said, now);
                bool Reads(Label label) => AccessLaw.MayRead(rights, label, at);
                var asCase = own == was || own == was with { Caveats = null };
                Interlocked.Add(ref followed, asCase ? 1 : 0);
                Interlocked.Add(ref lost, Reads(before) && !Reads(after) ? 1 : 0);
                Interlocked.Add(ref gained, !Reads(before) && Reads(after) ? 1 : 0);
                return (asCase ? Reads(after) == Reads(now) : !Reads(after) || Reads(own))
                    && (!Reads(after) || Reads(now) || (now.Caveats is null && own.Tlp >= now.Tlp))
                    && (!(Reads(now) && (asCase || Reads(own))) || Reads(after))
                    && asCase == said is null
                    && (!Reads(was) || Reads(LabelOrder.With(said, was)) == Reads(before));
            },
            iter: Scale.Of(200_000));
        Assert.True(followed > Scale.Of(20_000) && lost > Scale.Of(2_000) && gained > Scale.Of(2_000), $"followed {followed}, lost {lost}, gained {gained}");
    }

    [Fact]
    public void One_more_grant_never_takes_reading_away() =>
        Gen.Select(Callers, Labels, Moments, Grants).Sample(
            (rights, label, at, grant) =>
                !AccessLaw.MayRead(rights, label, at) || AccessLaw.MayRead(rights with { Grants = rights.Grants.With(grant) }, label, at),
            iter: Scale.Of(20_000));

    [Fact]
    public void A_grant_elsewhere_gives_nothing_here() =>
        Gen.Select(Callers, Labels, Moments, Grants).Sample(
            (rights, label, at, grant) =>
            {
                var elsewhere = grant with { Scope = new Scope(grant.Scope.Kind, Id(0x777)) };
                return AccessLaw.MayRead(rights, label, at) == AccessLaw.MayRead(rights with { Grants = rights.Grants.With(elsewhere) }, label, at);
            },
            iter: Scale.Of(20_000));

    [Fact]
    public void Raising_the_marking_never_adds_a_reader() =>
        Check((rights, label, at) => label.Tlp >= Tlp.Red
            || AccessLaw.MayRead(rights, label, at)
            || !AccessLaw.MayRead(rights, label with { Tlp = label.Tlp + 1 }, at));

    [Fact]
    public void Narrowing_who_needs_to_know_never_adds_a_reader() =>
        Check((rights, label, at) => label.Case is null
            || AccessLaw.MayRead(rights, label, at)
            || !AccessLaw.MayRead(rights, label with { TaskForce = null }, at));

    [Fact]
    public void Red_is_read_by_its_readers_only() =>
        Check((rights, label, at) => label.Readers.Contains(rights.Officer) || !AccessLaw.MayRead(rights, label with { Tlp = Tlp.Red }, at));

    [Fact]
    public void Until_the_next_change_the_answer_stays() =>
        Gen.Select(Callers, Labels.Select(Restricted, (label, caveats) => label with { Caveats = caveats }), Moments, Gen.Int[0, 14 * 24]).Sample(
            (rights, label, at, hours) =>
            {
                var later = at.AddHours(hours);
                if (AccessLaw.NextChange(rights, at) is { } change && later >= change)
                    return true;
                if (label.OpensAfter(at) is { } opens && later >= opens)
                    return true;
                return AccessLaw.MayRead(rights, label, at) == AccessLaw.MayRead(rights, label, later);
            },
            iter: Scale.Of(20_000));

    [Fact]
    public void Nobody_gives_a_role_that_may_more_than_they_do() =>
        Gen.Select(Callers, Moments, Gen.Int[0, 14].Select(role => (Role)role)).Sample(
            (rights, at, role) =>
                !AccessLaw.MayAppoint(rights, Scope.Of(Halden), null, null, role, at)
                || Enum.GetValues<Permission>().Where(p => Permissions.MeansSomething(p, ScopeKind.Case) && p != Permission.ReadLog).All(p => !Permissions.Allows(role, p) || AccessLaw.May(rights, Scope.Of(Halden), null, p, at)),
            iter: Scale.Of(20_000));

    private static bool ReadsBothIfJoined(Rights rights, Label one, Label other, DateTimeOffset at) =>
        !AccessLaw.MayRead(rights, one.Join(other), at) || (AccessLaw.MayRead(rights, one, at) && AccessLaw.MayRead(rights, other, at));

    private static void Check(Func<Rights, Label, DateTimeOffset, bool> holds) =>
        Gen.Select(Callers, Labels, Moments).Sample(holds, iter: Scale.Of(20_000));
}
