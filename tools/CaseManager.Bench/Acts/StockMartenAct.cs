using CaseManager.Bench.World;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;

namespace CaseManager.Bench.Acts;

/// <summary>
/// The library as its guide shows it: FetchForWriting, append, SaveChanges, an inline snapshot. It does less than the ledger: nobody's
/// right is checked, no command is remembered, and no entry can be asked for.
/// </summary>
internal sealed class StockMartenAct : IAsyncDisposable
{
    private const int StreamsEach = 100;
    private static readonly DateTimeOffset Occurred = new(2026, 4, 18, 20, 0, 0, TimeSpan.Zero);

    private readonly DocumentStore _store;
    private readonly Guid[][] _streams;

    private StockMartenAct(DocumentStore store, Guid[][] streams) => (_store, _streams) = (store, streams);

    public static async Task<StockMartenAct> Open(string connectionString, int callers)
    {
        var plain = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 0, NoResetOnClose = false, MaxPoolSize = callers + 2 };
        var store = DocumentStore.For(options =>
        {
            options.Connection(plain.ConnectionString);
            options.DatabaseSchemaName = "stock";
            options.Events.DatabaseSchemaName = "stock_events";
            options.UseSystemTextJsonForSerialization(configure: json => Server.Kernel.Facts.FactJson.Configure(json));
            options.Projections.Snapshot<StockCase>(SnapshotLifecycle.Inline);
            options.DisableNpgsqlLogging = true;
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        var streams = Enumerable.Range(0, callers).Select(_ => Enumerable.Range(0, StreamsEach).Select(_ => Guid.NewGuid()).ToArray()).ToArray();
        await using var session = store.LightweightSession();
        foreach (var id in streams.SelectMany(s => s))
            session.Events.StartStream<StockCase>(id, new CaseOpened(new CaseId(id), new CaseNumber("S-1"), "Stock", "", Priority.Normal,
                new AgencyId(Seeded.Agency), Seeded.Officer(0), null, Audience.CaseTeam, Tlp.Amber, []));
        await session.SaveChangesAsync();
        return new(store, streams);
    }

    public async Task Once(int caller)
    {
        var id = _streams[caller][Random.Shared.Next(StreamsEach)];
        await using var session = _store.LightweightSession();
        var stream = await session.Events.FetchForWriting<StockCase>(id);
        if (stream.Aggregate is null)
            throw new InvalidOperationException("No such case.");
        stream.AppendOne(new EntryRecorded(
            new EntryId(Guid.NewGuid()), new CaseId(id), LedgerAct.Text, new Occurrence(Precision.Instant, "America/Toronto", Occurred, Occurred, null, null),
            new EntrySource(SourceKind.OfficerReport, "R-1"), null, ["surveillance"], new AgencyId(Seeded.Agency), Tlp.Amber, null, []));
        await session.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
