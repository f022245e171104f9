using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>What must hold of an operation and its sites after any sequence of acts, by anybody, in any order.</summary>
public sealed class OperationHistoryPropertyTests
{
    private const int Acts = 16;
    private static readonly OfficerId[] Officers = [Theo, Maya, Sanne];

    // All report ready, and all vote, as often as one does: or few histories would see a go.
    private static readonly Gen<(int Act, int Site, int Choice)[]> Steps =
        Gen.Select(Gen.Int[0, Acts - 1], Gen.Int[0, 2], Gen.Int[0, 4]).Array[20, 80];

    [Fact]
    public void In_any_history_no_go_stands_on_what_it_was_not_taken_on()
    {
        var (goes, held) = (0, 0);
        Steps.Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    var before = world.Count;
                    var refusal = world.Do(step.Act, step.Site, step.Choice);
                    Assert.True(refusal is null || world.Count == before);
                    if (refusal is null)
                        AssertRepeatIsNothing(world, step);
                    AssertGoStandsOnTruth(world);
                    AssertPartnersSeeTheSame(world);
                }
                Interlocked.Add(ref goes, world.Operation.OfType<GoDecided>().Count());
                Interlocked.Add(ref held, world.Operation.OfType<OperationHeld>().Count(h => h.Cause is not HoldCause.Ordered));
            },
            iter: Scale.Of(1_000));

        // A property of a go says nothing where none was taken.
        Assert.True(goes > 200 && held > 50, $"goes {goes}, held {held}");
    }

    [Fact]
    public void Moving_H_twice_is_moving_it_once() =>
        Gen.Select(Gen.Int[-10_000, 10_000], Gen.Bool).Sample(
            (minutes, gone) =>
            {
                var operation = Planned.OperationOf(gone ? Planned.Gone : Planned.Voted);
                var command = new MoveHHour(Moment.At(Planned.HHour.AddMinutes(minutes)), null, "r");
                var once = MoveHHour.Decide(By(Jules), command, operation).Facts.Aggregate(operation, Operation.Evolve);
                var twice = MoveHHour.Decide(By(Jules), command, once).Facts.Aggregate(once, Operation.Evolve);
                return once == twice;
            },
            iter: Scale.Of(2_000));

    private static void AssertRepeatIsNothing(World world, (int Act, int Site, int Choice) step)
    {
        var before = world.Count;
        world.Do(step.Act, step.Site, step.Choice);
        Assert.Equal(before, world.Count);
    }

    // Looked for in the facts alone, so that a fault in folding cannot hide it.
    private static void AssertGoStandsOnTruth(World world)
    {
        var last = world.Operation.FindLastIndex(f => f is GoDecided);
        if (last < 0 || world.Operation.Skip(last).Any(f => f is OperationHeld or OperationAborted))
            return;
        var go = (GoDecided)world.Operation[last];
        Assert.DoesNotContain(world.Operation.Skip(last), f => f is HHourMoved or OperationSiteAdded);
        foreach (var facts in world.Sites.Where(s => ((SitePlanned)s[0]).Essential))
        {
            var site = Planned.SiteOf([.. facts]);
            Assert.Equal(Readiness.Ready, site.Readiness);
            Assert.Equal(go.Sites.Single(s => s.Site == site.Id).Turns, site.Turns);
            Assert.True(site.Authority!.Covers(go.HHour.AddMinutes(site.Shift), site.Zone));
            Assert.Contains(world.Operation.Take(last).OfType<VoteCast>(), v => v.Agency == site.Agency && v.Pin == go.Pin && v.Choice == VoteChoice.Go);
        }
    }

    private static void AssertPartnersSeeTheSame(World world)
    {
        for (var i = 0; i < world.Sites.Length; i++)
        {
            var partner = Fold.Of<PartnerSite, IPartnerSiteFact>(world.Partners[i])!;
            var site = Planned.SiteOf([.. world.Sites[i]]);
            Assert.Equal(site.Readiness, partner.Readiness);
            Assert.Equal(site.Turns, world.Partners[i].Count);
            Assert.Equal(site.Version, world.Sites[i].Count);
        }
    }

    /// <summary>All streams of one operation, with the acts as the host joins them.</summary>
    private sealed class World
    {
        public List<IOperationFact> Operation { get; } = [.. Planned.Entered];

        public List<ISiteFact>[] Sites { get; } = [[Planned.Warehouse], [Planned.Lab], [Planned.Office]];

        public List<IPartnerSiteFact>[] Partners { get; } =
            [.. new[] { Planned.Warehouse, Planned.Lab, Planned.Office }.Select(s => new List<IPartnerSiteFact>(PartnerSite.Learn(null, s).Facts))];

        public int Count => Operation.Count + Sites.Sum(s => s.Count) + Partners.Sum(p => p.Count);

        public Refusal? Do(int act, int at, int choice)
        {
            var operation = Planned.OperationOf([.. Operation]);
            Site[] sites = [.. Sites.Select(s => Planned.SiteOf([.. s]))];
            var (site, own, pin) = (sites[at], By(Officers[at]), operation.PinWith(sites));
            var lead = By(Jules);
            return act switch
            {
                0 or 1 => Each(i => AtSite(i, sites[i], operation, By(Officers[i]), ReportReady.Decide(By(Officers[i]), new ReportReady(null), sites[i], operation))),
                2 => AtSite(at, site, operation, own, ReportReady.Decide(own, new ReportReady(null), site, operation)),
                3 => choice > 2 ? null : AtSite(at, site, operation, own, ReportNotReady.Decide(own, new ReportNotReady($"r{choice}"), site, operation)),
                4 => choice > 0 ? null : AtSite(at, site, operation, own, WithdrawSite.Decide(own, new WithdrawSite("r"), site, operation)),
                5 => AtSite(at, site, operation, lead, ShiftSite.Decide(lead, new ShiftSite(choice * 3, "r"), site, operation)),
                6 => choice > 1 ? null : AtSite(at, site, operation, own, QuashAuthority.Decide(own, new QuashAuthority("r"), site, operation)),
                7 or 8 => AtSite(at, site, operation, own, RecordAuthority.Decide(own, new RecordAuthority(Given, "r"), site, operation)),
                9 => choice > 0 ? null : Move(operation, sites, lead, at),
                10 or 11 => Each(i => OnOperation(
                    CastVote.Decide(By(Officers[i]), new CastVote(By(Officers[i]).Agency, VoteChoice.Go, pin, null), operation, sites))),
                12 => OnOperation(CastVote.Decide(own, new CastVote(own.Agency, choice == 4 ? VoteChoice.NoGo : VoteChoice.Go, pin, "r"), operation, sites)),
                13 or 14 => OnOperation(DecideGo.Decide(lead, new DecideGo(choice == 4 ? operation.Votes.Select(v => v.Pin).FirstOrDefault(pin) : pin, null), operation, sites)),
                _ => choice switch
                {
                    0 => OnOperation(DecideNoGo.Decide(lead, new DecideNoGo("r"), operation)),
                    1 => OnOperation(HoldOperation.Decide(lead, new HoldOperation("r"), operation)),
                    2 when at == 0 && Operation.Count > 40 => OnOperation(AbortOperation.Decide(lead, new AbortOperation("r"), operation)),
                    3 => AtSite(at, site, operation, lead, LocateSite.Decide(lead, new LocateSite(new Coordinates(at, 0), "r"), site, operation)),
                    _ => null,
                },
            };
        }

        private static AuthorityGiven Given => new("W9", Moment.At(Planned.AnyHour.From), Moment.At(Planned.AnyHour.Until), null, null);

        // Refused only where nothing was done by anybody.
        private Refusal? Each(Func<int, Refusal?> act)
        {
            var before = Count;
            var refusals = Enumerable.Range(0, Sites.Length).Select(act).ToList();
            return Count > before ? null : refusals.FirstOrDefault(r => r is not null);
        }

        private Refusal? OnOperation(Decision<IOperationFact> decided)
        {
            Operation.AddRange(decided.Facts);
            return decided.Refusal;
        }

        private Refusal? AtSite(int at, Site site, Operation operation, Acting by, Decision<ISiteFact> decided)
        {
            Partners[at].AddRange(PartnerSite.Learn(site, decided).Facts);
            Operation.AddRange(HoldOnChange.Decide(by, operation, site, decided).Facts);
            Sites[at].AddRange(decided.Facts);
            return decided.Refusal;
        }

        private Refusal? Move(Operation operation, Site[] sites, Acting by, int at)
        {
            var moved = MoveHHour.Decide(by, new MoveHHour(Moment.At(Planned.HHour.AddMinutes(at)), null, "r"), operation);
            for (var i = 0; moved.Facts.Count > 0 && i < sites.Length; i++)
            {
                var lapsed = MoveHHour.Lapse(sites[i]);
                Partners[i].AddRange(PartnerSite.Learn(sites[i], lapsed).Facts);
                Sites[i].AddRange(lapsed.Facts);
            }
            return OnOperation(moved);
        }
    }
}
