using System.Collections.Concurrent;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Store;

/// <summary>Who lost the connection and comes back with the point of the last event gets what changed meanwhile: all of it, and once.</summary>
public sealed class CatchingUpTests(ITestOutputHelper output)
{
    private const int Writers = 4;
    private const int Listeners = 4;
    private const string LastWord = "That is all.";
    private static readonly int Entries = 15 * Scale.Of;

    [Fact]
    public async Task Listeners_that_break_off_all_the_time_miss_nothing_and_hear_nothing_twice()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var lead = await a.Arrives(Node.Registrar("lead"));
        var onCase = await a.OpenedCase(lead);
        var start = await b.Now(lead);

        var states = new ConcurrentBag<State>();
        var following = Enumerable.Range(0, Listeners).Select(n => new Restless([b, a], lead, onCase, start, new Random(n)).Follow(LastWord)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Write(writer % 2 == 0 ? a : b, lead, onCase, writer, states)));
        await a.Record(lead, onCase, LastWord);
        var followed = await Task.WhenAll(following).WaitAsync(TimeSpan.FromSeconds(60));

        var last = states.GroupBy(s => s.Entry).Select(entry => entry.MaxBy(s => s.Version)!).ToArray();
        var gaps = followed.Sum(f => last.Except(f.Heard).Count());
        var doubles = followed.Sum(f => f.Heard.Count - f.Heard.Distinct().Count());
        var reconnects = followed.Sum(f => f.Reconnects);
        output.WriteLine($"figure catching-up reconnects={reconnects} facts={states.Count} listeners={Listeners} gap={gaps} double={doubles}");
        Assert.Equal((0, 0, 0), (gaps, doubles, followed.Sum(f => f.Heard.Except(states).Count())));
        Assert.True(reconnects > 10, "They hardly ever broke off.");
    }

    [Fact]
    public async Task An_act_that_commits_after_a_later_one_is_not_passed_over()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        var start = await node.Now(lead);
        await Query.Run(database, """
            create function public.wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(7); return new; end $$;
            create trigger wait before insert on rm.timeline_entry for each row when (new.text = 'slow') execute function public.wait();
            """);

        await using var hold = await Query.Open(database);
        await Query.Texts(hold, "select pg_advisory_lock(7)::text");
        var slow = node.Record(lead, onCase, "slow");
        await Until.True(async () => await Query.Count(database, "pg_locks where locktype = 'advisory' and not granted and objid = 7") == 1, "It does not wait.");
        Acts.Done(await node.Record(lead, onCase, "quick"));
        var first = await node.Next(lead, onCase, start);
        await Query.Texts(hold, "select pg_advisory_unlock(7)::text");
        Acts.Done(await slow);

        var second = await node.Next(lead, onCase, first.Point);
        Assert.Equal(("quick", "slow"), (first.What.Text, second.What.Text));
        Assert.True(second.What.ChangedAt < first.What.ChangedAt);
    }

    [Fact]
    public async Task What_broke_off_between_acts_that_came_together_goes_on_with_the_next_of_them()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        var point = await node.Now(lead);
        var first = Acts.Done(await node.Record(lead, onCase, "one"));
        foreach (var text in new[] { "two", "three" })
            Acts.Done(await node.Record(lead, onCase, text));

        var heard = new List<string>();
        foreach (var meanwhile in new Func<Task>[]
        {
            async () => Acts.Done(await node.Correct(lead, first, 1, "one, misheard")), () => Task.CompletedTask, () => Task.CompletedTask, () => Task.CompletedTask,
        })
        {
            var told = await node.Next(lead, onCase, point);
            heard.Add(told.What.Text);
            point = told.Point;
            await meanwhile();
        }
        Assert.Equal(["one", "two", "three", "one, misheard"], heard);
    }

    [Fact]
    public async Task A_point_serves_the_one_it_was_given_to_and_tells_nobody_else_anything()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var guest = await node.Arrives(Node.Officer("guest"));
        var onCase = await node.OpenedCase(lead);
        Acts.Done(await node.Grant(lead, onCase, guest));
        var (mine, again, theirs) = (await node.Now(lead), await node.Now(lead), await node.Now(guest));
        Assert.NotEqual(mine, again);
        Assert.Equal(mine.Length, again.Length);
        Acts.Done(await node.Record(lead, onCase, "meanwhile"));

        foreach (var bad in new[] { mine, mine[1..], "", "point" })
            await Assert.ThrowsAsync<BadCursorException>(() => node.Next(guest, onCase, bad));
        Acts.Done(await node.Withdraw(lead, onCase, guest));
        using var moment = new CancellationTokenSource();
        var silent = node.Follow(guest, onCase, theirs, moment.Token).GetAsyncEnumerator();
        var told = silent.MoveNextAsync().AsTask();
        Assert.Equal("meanwhile", (await node.Next(lead, onCase, mine)).What.Text);
        Assert.False(told.IsCompleted);
        await moment.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => told);
    }

    [Fact]
    public async Task Where_it_cannot_be_told_any_more_what_came_after_a_point_that_is_said()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        Acts.Done(await node.Record(lead, onCase, "before"));
        var before = await node.Now(lead);
        await node.Services.GetRequiredService<ViewRebuild>().All("timeline_entry", CancellationToken.None);
        await Assert.ThrowsAsync<PointTooOldException>(() => node.Next(lead, onCase, before));

        var point = await node.Now(lead);
        Acts.Done(await node.Record(lead, onCase, "after"));
        Assert.Equal("after", (await node.Next(lead, onCase, point)).What.Text);
        var columns = string.Join(", ", EntryColumns());
        await Query.Run(database, $"""
            insert into rm.timeline_entry (id, {columns}) select gen_random_uuid(), {columns} from rm.timeline_entry, generate_series(1, 1000) where text = 'after'
            """);
        await Assert.ThrowsAsync<PointTooOldException>(() => node.Next(lead, onCase, point));
    }

    private static IEnumerable<string> EntryColumns() => Server.Cases.EntryRow.View.Shape.Cells.Select(c => c.Sql).Where(c => c != "id");

    private static async Task Write(Node node, Caller lead, Guid onCase, int writer, ConcurrentBag<State> states)
    {
        for (var i = 0; i < Entries; i++)
        {
            var entry = Acts.Done(await node.Record(lead, onCase, $"{writer}.{i}"));
            states.Add(new State(entry, 1));
            if (i % 3 != 0)
                continue;
            Acts.Done(await node.Correct(lead, entry, 1, $"{writer}.{i}, misheard"));
            states.Add(new State(entry, 2));
        }
    }
}
