using CaseManager.Server.Tests.Store;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Access;

/// <summary>T2: two worlds that differ only in what somebody may not see are the same to them, byte for byte.</summary>
public sealed class PairTests(ITestOutputHelper output)
{
    private const int Watchers = 8;

    /// <summary>So often more is hidden in both, and all are asked again: each time they are another pair.</summary>
    private const int Rounds = 4;

    private static int Made => Scale.Of == 1 ? 1 : 10 * Scale.Of;

    [Fact]
    public async Task Who_sees_nothing_of_it_cannot_tell_one_world_from_another()
    {
        await using var one = await OracleHost.Start();
        await using var other = await OracleHost.Start();
        var (differing, requests, teeth) = (new List<string>(), 0, new List<(string Name, bool Found)>());
        for (var seed = 1; seed <= Made; seed++)
        {
            var both = await Task.WhenAll(Side.Make(one, seed, 1), Side.Make(other, seed, 2));
            for (var round = 1; round <= Rounds; round++)
            {
                if (round > 1)
                    await Task.WhenAll(both.Select(side => side.Aside.Act(side.World)));
                var told = await Task.WhenAll(both.Select(side => side.Tell(Transcript.Honest, Watchers)));
                requests += told.Sum(side => side.Sum(t => t.Count));
                differing.AddRange(told[0].Zip(told[1]).Select(pair => Difference(pair.First, pair.Second)).OfType<string>().Select(what => $"pair {seed}.{round}: {what}"));
            }
            // A transport that babbles must be told from one that does not.
            foreach (var (name, babble) in seed == 1 ? Transcript.Babblers : new Dictionary<string, Transcript.Babble>())
            {
                var babbled = await Task.WhenAll(both.Select(side => side.Tell(babble, 2)));
                teeth.Add((name, babbled[0].Zip(babbled[1]).Any(pair => Difference(pair.First, pair.Second) is not null)));
            }
        }
        foreach (var difference in differing.Take(20))
            output.WriteLine(difference);
        output.WriteLine($"figure T2 pairs={Made * Rounds} differing={differing.Count} worlds-made={2 * Made} people={Watchers} requests={requests} teeth-found={teeth.Count(t => t.Found)}/{teeth.Count}");
        Assert.Empty(differing);
        Assert.Equal(Transcript.Babblers.Count, teeth.Count(t => t.Found));
    }

    /// <summary>One world of a pair, and those who watch it.</summary>
    private sealed record Side(OracleHost Host, World World, Aside Aside)
    {
        public static async Task<Side> Make(OracleHost host, int seed, int variant)
        {
            var aside = new Aside(host, seed, variant);
            return new Side(host, await WorldMaker.Make(host, seed, between: null, aside.Act), aside);
        }

        public async Task<IReadOnlyList<Transcript>> Tell(Transcript.Babble babble, int watchers) =>
            await Task.WhenAll(World.People.TakeLast(Watchers).Take(watchers).Select(who => Transcript.Of(Host, babble, World, who, Aside)));
    }

    private static string? Difference(Transcript a, Transcript b)
    {
        if (a.Count != b.Count)
            return $"{a.Count} answers and {b.Count}";
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] != b[i])
            {
                var at = a[i].Zip(b[i]).TakeWhile(c => c.First == c.Second).Count();
                return $"answer {i} at {at}: {Around(a[i], at)} | {Around(b[i], at)}";
            }
        }
        return null;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)];
}
