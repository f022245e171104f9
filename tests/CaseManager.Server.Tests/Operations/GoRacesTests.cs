using System.Collections.Concurrent;
using System.Diagnostics;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Operations;

/// <summary>"Go" and "we withdraw" said at the same moment on two nodes: one of two histories results, and both are true.</summary>
public sealed class GoRacesTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    // Each world is a store of its own: two officers do not take part in a thousand operations.
    private const int InOneWorld = 100;
    private static readonly int Worlds = 2 * Scale.Of;

    [Fact]
    public async Task Go_against_withdrawal_plan_change_and_no_go_has_one_outcome_and_never_a_false_one()
    {
        var watch = Stopwatch.StartNew();
        var (went, verdicts) = (0, new List<Verdict>());
        for (var world = 0; world < Worlds; world++)
        {
            var (answers, judged) = await Race(world * InOneWorld);
            Assert.Equal(InOneWorld, judged.Count);
            // What was answered is what is stored.
            Assert.All(answers, race => Assert.True(race.Value.Refusal is null || judged[race.Key].End != OperationStatus.Go));
            went += answers.Count(race => race.Value.Refusal is null);
            verdicts.AddRange(judged.Values);
        }

        var wrong = verdicts.SelectMany(v => v.Wrong).ToList();
        var races = Worlds * InOneWorld;
        var ends = string.Join(" ", verdicts.GroupBy(v => v.End).OrderBy(g => g.Key).Select(g => $"{g.Key}={g.Count()}"));
        output.WriteLine($"figure go-races races={races} wrong={wrong.Count} went={went} refused={races - went} {ends} seconds={watch.Elapsed.TotalSeconds:0}");
        Assert.Empty(wrong);
        Assert.True(went > races / 20 && races - went > races / 20, $"{went} of {races} went: nothing was put to the test.");
    }

    private static async Task<(IReadOnlyDictionary<Guid, Acted> Answers, IReadOnlyDictionary<Guid, Verdict> Verdicts)> Race(int first)
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database);
        await using var b = await Node.On(database, schema: false);
        var force = await Force.On(a);
        var races = new ConcurrentDictionary<Guid, Acted>();
        await Parallel.ForEachAsync(Enumerable.Range(first, InOneWorld), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var (here, there) = i % 2 == 0 ? (a, b) : (b, a);
            var plan = await force.Ready(here);
            var pin = (await plan.Board(here, force)).Pin;
            var rivals = Rivals(i, there, here, plan, force, pin);
            var answers = await Task.WhenAll([Task.Run(() => plan.Go(here, force, pin)), .. rivals.Select(rival => Task.Run(rival))]);
            Assert.All(answers, answer => Assert.True(answer.Refusal is null || Expected.Contains(answer.Refusal.Code), answer.Refusal?.Code));
            races[plan.Id.Value] = answers[0];
        });
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
        return (races, await GoChecker.Judge(database));
    }

    [Fact]
    public async Task Go_said_twice_at_once_is_one_go()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database);
        await using var b = await Node.On(database, schema: false);
        var force = await Force.On(a);
        for (var round = 0; round < 10 * Scale.Of; round++)
        {
            var plan = await force.Ready(a);
            var pin = (await plan.Board(a, force)).Pin;
            var answers = await Task.WhenAll(Task.Run(() => plan.Go(a, force, pin)), Task.Run(() => plan.Go(b, force, pin)), Task.Run(() => plan.Go(b, force, pin)));
            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Equal("operation.go-stands", answer.Refusal!.Code));
        }
        Assert.DoesNotContain((await GoChecker.Judge(database)).Values, v => v.Wrong.Count > 0 || v.End != OperationStatus.Go);
    }

    // Past the slice's own acts, straight at the ledger: what a fault in them would have stored.
    [Fact]
    public async Task The_checker_finds_a_planted_fault()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var force = await Force.On(node);

        var silent = await Gone(node, force);
        await Plant(node, silent, (site, deed) => deed.And<ISiteFact>(site.Id.Value, new SiteWithdrawn(force.Partner.Officer, "No staff"), site.Label));
        var moved = await Gone(node, force);
        await Plant(node, moved, (_, deed) => deed.And<IOperationFact>(moved.Id.Value, new HHourMoved(default, DateTimeOffset.UnixEpoch, "Fog"), Operation.LabelOf(moved.Id, force.Lead.Agency)));
        var unvoted = await force.Planned(node, 1);
        await unvoted.AllReady(node, force);
        await Plant(node, unvoted, (_, deed) => deed.And<IOperationFact>(unvoted.Id.Value, Going(unvoted, force), Operation.LabelOf(unvoted.Id, force.Lead.Agency)));
        var twice = await Gone(node, force);
        await Plant(node, twice, (_, deed) => deed.And<IOperationFact>(twice.Id.Value, Going(twice, force), Operation.LabelOf(twice.Id, force.Lead.Agency)));
        var sound = await Gone(node, force);
        Force.Done(await sound.Withdraw(node, 0));

        var verdicts = await GoChecker.Judge(database);
        Assert.Contains("a go stands though an essential site fell away", verdicts[silent.Id.Value].Wrong);
        Assert.Contains("the plan changed under a go", verdicts[moved.Id.Value].Wrong);
        Assert.Contains("a go without a vote that it needs", verdicts[unvoted.Id.Value].Wrong);
        Assert.Contains("a go on a go, or after an abort", verdicts[twice.Id.Value].Wrong);
        Assert.Equal((OperationStatus.Hold, 0), (verdicts[sound.Id.Value].End, verdicts[sound.Id.Value].Wrong.Count));
    }

    private static readonly string[] Expected =
    [
        "operation.stale-pin", "operation.go-stands", "operation.aborted", "operation.voted-no-go", "operation.essential-withdrawn",
        "operation.essential-not-ready", "operation.no-quorum",
    ];

    private static IReadOnlyList<Func<Task<Acted>>> Rivals(int race, Node there, Node here, Plan plan, Force force, Pin pin) => (race % 7) switch
    {
        0 or 1 => [() => plan.Withdraw(there, 0)],
        2 => [() => plan.Move(there, force)],
        3 => [() => plan.NoGo(there, force)],
        4 => [() => plan.VoteNoGo(there, force, pin)],
        5 => [() => plan.Withdraw(there, 1), () => plan.NotReady(here, 0)],
        _ => [() => plan.Withdraw(there, 0), () => plan.Move(here, force), () => plan.NoGo(there, force), () => plan.Abort(here, force)],
    };

    private static async Task<Plan> Gone(Node node, Force force)
    {
        var plan = await force.Ready(node);
        Force.Done(await plan.Go(node, force, (await plan.Board(node, force)).Pin));
        return plan;
    }

    private static GoDecided Going(Plan plan, Force force) => new(1, force.Lead.Officer, new Pin(new string('0', 64)), DateTimeOffset.UnixEpoch,
        [.. plan.Sites.Select(s => new PinnedSite(s.Site, "S", Readiness.Ready, 2, 2))], [force.Lead.Agency], null, DateTimeOffset.UnixEpoch);

    private static async Task Plant(Node node, Plan plan, Func<Site, Deed, Deed> what)
    {
        var site = plan.Sites[0].Site.Value;
        Force.Done(await node.Ledger.Act(Intent.Of($"planted {plan.Id.Value}", "test"), new Undertaking(plan.Id.Value, null, [site], [], ground =>
            what(ground.State<Site, ISiteFact>(site)!, Deed.Nothing)), default));
    }
}
