using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>A row is found by the same words, whether an act wrote it or a rebuild.</summary>
public sealed class WordsTests
{
    private static readonly IView[] Searched = [.. Composition.Catalog().Projections.Select(p => p.View).Where(v => v.Searched is not null)];

    [Fact]
    public async Task Acts_and_both_rebuilds_give_a_row_the_same_words()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        var by = await node.Arrives(Node.Registrar("a"));
        var onCase = await node.OpenedCase(by, "CFP-2026-0001");
        var entry = Acts.Done(await node.Record(by, onCase, "Rien dans l'entrepôt, says O'Neill (CFP-77/1)."));
        Acts.Done(await node.Correct(by, entry, 1, "Nothing in the warehouses of Dvořák."));
        Acts.Done(await node.Ask(by, onCase, "Call the harbour", DateTimeOffset.UtcNow.AddDays(1), mandatory: true));
        Acts.Done(await node.Seize(by, onCase, "E-17"));

        var written = await Words(database);
        Assert.Contains($"timeline_entry {entry} 1", written); // what it was before is not searched
        var now = written.Single(w => w.StartsWith($"timeline_entry {entry} 2 ", StringComparison.Ordinal));
        foreach (var word in new[] { "'+port' ", $"'@{by.Officer.Value}' ", "'port':1B", "'warehous':", "'dvořák':", "'dvorak':" })
            Assert.Contains(word, now, StringComparison.Ordinal);
        Assert.Contains(written, w => w.Contains("'#cfp20260001'", StringComparison.Ordinal));
        Assert.Contains(written, w => w.Contains("'#s1'", StringComparison.Ordinal));

        await node.Services.GetRequiredService<ViewRebuild>().All(null, CancellationToken.None);
        Assert.Equal(written, await Words(database));

        using var daemon = await node.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync();
        foreach (var view in Searched)
            await daemon.RebuildProjectionAsync(view.Table, CancellationToken.None);
        Assert.Equal(written, await Words(database));
    }

    private static async Task<IReadOnlyList<string>> Words(string database)
    {
        var rows = Searched.Select(v => $"select '{v.Table}' as of, id, version, words::text as words from {ViewTable.Name(v)}");
        return await Query.Texts(database, $"select concat_ws(' ', of, id, version, words) from ({string.Join(" union all ", rows)}) r order by of, id, version");
    }
}
