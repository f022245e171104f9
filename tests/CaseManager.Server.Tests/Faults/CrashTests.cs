using System.Diagnostics;
using CaseManager.Server.Tests.Store;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Faults;

/// <summary>Server and database are killed at random moments while eight people write.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly int Cycles = Math.Min(4 * Scale.Of, 20 * Math.Max(1, Scale.Of / 5));

    private const int Most = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_done_twice_when_the_server_is_killed()
    {
        await using var stage = await Stage.Set();
        await Crash(stage, "api", async () =>
        {
            await stage.Server.Kill();
            await stage.Server.Start();
        });
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_done_twice_when_the_database_is_killed()
    {
        await using var stage = await Stage.Set();
        await Crash(stage, "postgres", stage.KillPostgres);
    }

    [Theory]
    [InlineData("alter table cm.command disable trigger user; delete from cm.command where key = 'planted'; alter table cm.command enable trigger user", "torn")]
    [InlineData("alter table es.mt_events disable trigger user; delete from es.mt_events where headers ->> 'command' = 'planted'; alter table es.mt_events enable trigger user", "lost")]
    [InlineData("delete from rm.timeline_entry", "views")]
    public async Task What_a_broken_store_would_leave_behind_is_found(string fault, string finding)
    {
        await using var stage = await Stage.Set();
        await stage.Must("recordTimelineEntry", "entry", new
        {
            @case = stage.Case, text = "mark-whole-", occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" }, clientMutationId = "planted",
        });
        Assert.True((await Findings.Of(stage.Database, [new("planted", "mark-whole-", 1)])).AllWell);
        await Query.Run(stage.Database, fault);
        var found = await Findings.Of(stage.Database, [new("planted", "mark-whole-", 1)]);
        Assert.False(found.AllWell);
        Assert.True(finding switch { "torn" => found.Torn > 0, "lost" => found.Lost > 0, _ => found.Views.Count > 0 });
    }

    private async Task Crash(Stage stage, string victim, Func<Task> kill)
    {
        var seed = Environment.TickCount & 0xFFFF;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var writers = new Writers(stage, seed, (mark, _) => mark);
        writers.Start();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            // Much is told in each cycle, on a slow machine at least something; then the blow falls anywhere within the next half second.
            var (before, writing) = (writers.Done.Count, Stopwatch.StartNew());
            await Until.True(() => Task.FromResult(writers.Done.Count - before > (writing.Elapsed < Longest ? Most : 20)), "The writers do not get on: " + string.Join('\n', stage.Server.Output), 60);
            using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(1 + random.Next(500)));
            await moment.WaitForNextTickAsync();
            await kill();
        }
        await Until.True(stage.Server.IsReady, "The server did not recover.");
        await writers.Stop();

        var found = await Findings.Of(stage.Database, writers.Done);
        output.WriteLine($"unknown outcomes {writers.Unknown}, {string.Join('\n', found.Views.Take(10))}");
        Assert.True(writers.Wrong.IsEmpty, string.Join('\n', writers.Wrong.Concat(stage.Server.Faults)));
        Assert.True(writers.Unknown > 0, "No outcome was ever unknown: nothing was put to the test.");
        output.WriteLine($"figure T11 victim={victim} cycles={Cycles} acked={found.Acked} lost={found.Lost} doubled={found.Doubled} torn={found.Torn}");
        Assert.True(found.AllWell, string.Join('\n', found.Views.Take(10)));
    }
}
