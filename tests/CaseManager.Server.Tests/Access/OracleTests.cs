using System.Collections.Concurrent;
using System.Globalization;
using CaseManager.Server.Tests.Store;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Access;

/// <summary>T1: random worlds, in which everybody asks everything, against a model that was written from the design and not from the code.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    /// <summary>So many lie in one database. Of the last one nothing is asked after its faults.</summary>
    private const int Together = 20;

    private static int Worlds => Scale.Of == 1 ? FaultRun.Worlds : Together * Scale.Of;

    /// <summary>Another run asks other worlds; the same number asks the same again.</summary>
    private static int FirstSeed =>
        int.TryParse(Environment.GetEnvironmentVariable("CASEMANAGER_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20261123;

    [Fact]
    public async Task Everybody_is_answered_what_the_model_shows_and_nothing_that_it_hides()
    {
        var (findings, comparisons, refused, hidden) = (new ConcurrentBag<Finding>(), 0, 0, 0);
        output.WriteLine($"seeds from {FirstSeed}");
        var (faults, missed) = (Faults.All.Where((f, i) => Scale.Of > 1 || !f.OwnNode || i % 6 == 0).ToList(), (IReadOnlyList<string>)[]);
        foreach (var seeds in Enumerable.Range(FirstSeed, Worlds).Chunk(Together))
        {
            await using var host = await OracleHost.Start();
            var worlds = new ConcurrentBag<World>();
            await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (seed, _) => worlds.Add(await Ask(host, seed)));
            // In its own database, of which nobody asks anything afterwards.
            if (findings.IsEmpty && seeds[^1] == FirstSeed + Worlds - 1)
                missed = await FaultRun.Missed(host, faults, [.. worlds.OrderBy(w => w.Seed)], output.WriteLine);
        }
        foreach (var finding in findings.OrderBy(f => f.Seed).ThenBy(f => f.Who, StringComparer.Ordinal).Take(40))
            output.WriteLine(finding.ToString());
        var (leaks, denials) = (findings.Count(f => f.Leak), findings.Count(f => !f.Leak));
        Assert.Equal((0, 0), (leaks, denials));
        output.WriteLine($"figure T1 worlds={Worlds} comparisons={comparisons} leaks={leaks} wrong-denials={denials} faults-found={faults.Count - missed.Count}/{faults.Count} hidden={hidden} refused-acts={refused}");
        Assert.Empty(missed);

        async Task<World> Ask(OracleHost host, int seed)
        {
            var world = await WorldMaker.Make(host, seed, made => FaultRun.Knowing(host.Node, made));
            Interlocked.Add(ref refused, world.Refused);
            var askers = new List<Asker>();
            foreach (var who in world.People)
            {
                askers.Add(await Probes.All(host.Node, world, who));
                Interlocked.Add(ref hidden, world.Items.Count(i => !world.Sees(who, i)));
            }
            askers.AddRange(await Listening.All(host.Node, world));
            Interlocked.Add(ref comparisons, askers.Sum(a => a.Comparisons));
            foreach (var finding in askers.SelectMany(a => a.Findings))
                findings.Add(finding);
            return world;
        }
    }
}
