using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Store;

/// <summary>Whatever way a view came to be, it holds what the facts say, to the byte.</summary>
public sealed class ProjectionIsFoldTests(ITestOutputHelper output)
{
    private const int Writers = 6;
    private static readonly int Acts = 25 * Scale.Of;

    [Fact]
    public async Task Views_kept_under_concurrent_writing_with_rollbacks_equal_the_fold_and_both_rebuilds()
    {
        var database = await TestPostgres.NewDatabase();
        // Running, since an offer leaves a message; it is due long after the test.
        await using var node = await Node.On(database, running: true);
        var (done, refused) = await Write(node);

        var live = await Views.Live(database);
        Assert.True(done > Writers * Acts / 2 && refused > 0, $"{done} done, {refused} refused: nothing was put to the test.");
        var apart = Views.Differences(live, await Views.Folded(database));
        foreach (var row in apart.Take(20))
            output.WriteLine(row);
        Assert.Empty(apart);

        await node.Services.GetRequiredService<ViewRebuild>().All(null, CancellationToken.None);
        Assert.Empty(Views.Differences(live, await Views.Live(database)));

        await RebuildByMarten(node);
        Assert.Empty(Views.Differences(live, await Views.Live(database)));
        output.WriteLine($"figure T10 facts={await Query.Count(database, "es.mt_events")} rows={live.Count} differences=0");
    }

    [Fact]
    public async Task A_row_that_was_altered_is_reported()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var by = await node.Arrives(Node.Registrar("a"));
        var onCase = await node.OpenedCase(by);
        var entry = Tests.Store.Acts.Done(await node.Record(by, onCase, "seen"));
        await node.Correct(by, entry, 1, "heard");
        Tests.Store.Acts.Done(await node.Seize(by, onCase));
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));

        foreach (var fault in new[]
        {
            $"update rm.timeline_entry set text = 'other' where id = '{entry}' and version = 1",
            $"update rm.timeline_entry set superseded_at = superseded_at + interval '1 microsecond' where id = '{entry}' and version = 1",
            $"delete from rm.timeline_entry where id = '{entry}' and version = 2",
            "update rm.timeline_entry set text = 'other' where derived",
            "delete from rm.timeline_entry where derived",
            "insert into rm.case_visit select gen_random_uuid(), 1, 1, now(), id, id, now() from rm.case_file",
        })
        {
            await Query.Run(database, fault);
            Assert.NotEmpty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
            await node.Services.GetRequiredService<ViewRebuild>().All(null, CancellationToken.None);
            Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
        }
    }

    private static async Task RebuildByMarten(Node node)
    {
        using var daemon = await node.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync();
        foreach (var projection in Composition.Catalog().Projections)
            await daemon.RebuildProjectionAsync(projection.View.Table, CancellationToken.None);
    }

    // Few numbers and few entries for all: writers meet, and the slower one is rolled back or refused.
    private static async Task<(int Done, int Refused)> Write(Node node)
    {
        var lead = await node.Arrives(Node.Registrar("lead"));
        var store = await node.Arrives(Node.Officer("store"));
        var onCase = await node.OpenedCase(lead, "CFP-2026-0001");
        Tests.Store.Acts.Done(await node.Grant(lead, onCase, store));
        var exhibit = Tests.Store.Acts.Done(await node.Seize(lead, onCase));
        var entries = new Guid[Writers];
        var tasks = new Guid[Writers];
        for (var i = 0; i < Writers; i++)
        {
            entries[i] = Tests.Store.Acts.Done(await node.Record(lead, onCase, $"entry {i}"));
            tasks[i] = Tests.Store.Acts.Done(await node.Ask(lead, onCase, $"task {i}", DateTimeOffset.UtcNow.AddDays(1), mandatory: true));
        }
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var random = new Random(writer);
            var refused = 0;
            for (var act = 0; act < Acts; act++)
            {
                var acted = random.Next(12) switch
                {
                    6 => await node.Seize(lead, onCase, random.Next(2) == 0 ? null : $"E-{random.Next(1, Acts)}"),
                    7 => await node.Offer(random.Next(2) == 0 ? lead : store, exhibit, long.MaxValue, random.Next(2) == 0 ? lead : store),
                    8 => await node.Accept(random.Next(2) == 0 ? lead : store, exhibit, long.MaxValue),
                    9 => await node.MarkEntry(lead, entries[random.Next(Writers)], random.Next(2) == 0 ? Tlp.Amber : Tlp.AmberStrict),
                    10 => random.Next(4) == 0
                        ? await node.MarkCase(lead, onCase, random.Next(2) == 0 ? Tlp.Amber : Tlp.AmberStrict) : await node.MarkExhibit(lead, exhibit, Tlp.Red, lead, store),
                    11 => await node.Link(lead, entries[random.Next(Writers)], exhibit),
                    0 => await node.Open(lead, string.Create(CultureInfo.InvariantCulture, $"CFP-2026-{random.Next(2, 2 + Acts):0000}")),
                    1 => await node.Record(lead, onCase, $"by {writer}: {act}"),
                    2 => await node.Correct(lead, entries[random.Next(Writers)], random.Next(1, 6), $"as {writer} heard {act}"),
                    3 => await node.Ask(lead, onCase, $"of {writer}: {act}", DateTimeOffset.UtcNow.AddDays(1), mandatory: true),
                    4 => await node.Complete(lead, tasks[random.Next(Writers)], random.Next(1, 6)),
                    5 => await node.Reopen(lead, tasks[random.Next(Writers)], long.MaxValue),
                    _ => await node.Correct(lead, entries[random.Next(Writers)], long.MaxValue, $"as {writer} insists {act}"),
                };
                refused += acted.Refusal is null ? 0 : 1;
            }
            return refused;
        }));
        return (Writers * Acts - answers.Sum(), answers.Sum());
    }
}
