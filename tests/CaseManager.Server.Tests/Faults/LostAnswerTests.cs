using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Faults;

/// <summary>Connections between server and database are cut, also when the commit is done and nobody hears of it.</summary>
public sealed class LostAnswerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("open", Cut.Before)]
    [InlineData("open", Cut.Answer)]
    [InlineData("record", Cut.Before)]
    [InlineData("record", Cut.Answer)]
    [InlineData("correct", Cut.Before)]
    [InlineData("correct", Cut.Answer)]
    internal async Task Wherever_an_act_is_cut_off_its_repeat_gives_exactly_one(string name, Cut cut)
    {
        var database = await TestPostgres.NewDatabase();
        await using var plain = await Node.On(database);
        var lead = await plain.Arrives(Node.Registrar("lead"));
        var onCase = await plain.OpenedCase(lead);
        var entry = Store.Acts.Done(await plain.Record(lead, onCase, "seen"));
        var (relay, through) = Relay.To(database);
        await using var relaying = relay;
        await using var node = await Node.On(through, schema: false);

        var (turn, stood) = (0, 0);
        for (var wasCut = true; wasCut;)
        {
            var (key, count) = ($"{name}-{++turn}", 0);
            wasCut = false;
            relay.At = _ => ++count == turn && (wasCut = true) ? cut : Cut.No;
            var first = await Record.ExceptionAsync(() => Act(key));
            relay.At = null;
            // All of the act or nothing of it; while it connects the driver itself may try again.
            var whole = name == "open" ? 2 : 1;
            var facts = await Facts(key);
            Assert.True(facts == whole || (facts == 0 && first is not null), $"{facts} facts after a cut at turn {turn}: {first}");
            stood += first is not null && facts == whole ? 1 : 0;

            Store.Acts.Done(await Act(key));
            Assert.Equal(whole, await Facts(key));
            Assert.Equal(1, await Query.Count(database, $"cm.command where key = '{key}'"));
        }
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
        Assert.Equal(cut == Cut.Answer, stood > 0);
        output.WriteLine($"figure T22 act={name} cut={cut} places={turn - 1} stood={stood} between=0 doubled=0");

        Task<Acted> Act(string key) => name switch
        {
            "open" => node.Open(lead, $"CFP-2026-{turn + 100}", key),
            "record" => node.Record(lead, onCase, key, key),
            _ => node.Correct(lead, entry, long.MaxValue, key, key),
        };

        Task<long> Facts(string key) => Query.Count(database, $"es.mt_events where headers ->> 'command' = '{key}'");
    }

    [Fact]
    public async Task Who_keeps_the_id_does_nothing_twice_when_answers_are_lost()
    {
        var (found, writers) = await Run((mark, _) => mark);
        Assert.True(writers.Wrong.IsEmpty, string.Join('\n', writers.Wrong));
        output.WriteLine($"figure T11 victim=answers unknown={writers.Unknown} acked={found.Acked} lost={found.Lost} doubled={found.Doubled} torn={found.Torn}");
        Assert.True(found.AllWell, string.Join('\n', found.Views.Take(10)));
    }

    [Fact]
    public async Task A_client_that_takes_a_new_id_for_each_try_is_caught_doing_things_twice()
    {
        var (found, _) = await Run((mark, attempt) => $"{mark}{attempt}");
        Assert.True(found.Doubled > 0, "Nothing was done twice, though answers were lost.");
    }

    /// <summary>Eight write while the answer to every fifth commit is lost.</summary>
    private static async Task<(Findings Found, Writers Writers)> Run(Func<string, int, string> keyOf)
    {
        Relay? relay = null;
        await using var stage = await Stage.Set(database =>
        {
            (relay, var through) = Relay.To(database);
            return Task.FromResult(through);
        });
        await using var relaying = relay;
        var commits = 0;
        relay!.At = isCommit => isCommit && Interlocked.Increment(ref commits) % 5 == 0 ? Cut.Answer : Cut.No;
        var writers = new Writers(stage, 1, keyOf);
        writers.Start();
        await Until.True(() => Task.FromResult(writers.Unknown > 20 * Scale.Of), "Hardly any answer was lost: " + string.Join('\n', stage.Server.Output), 120);
        relay.At = null;
        await writers.Stop();
        return (await Findings.Of(stage.Database, writers.Done), writers);
    }
}
