using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>A view as Marten runs it, by its daemon in <c>projections rebuild</c>. The ledger writes the same rows itself.</summary>
/// <param name="tellings">What is told in the view of other records.</param>
internal sealed class ViewProjection(IProjected projection, IReadOnlyList<Telling> tellings) : IProjection
{
    private readonly ViewRows _rows = new(projection);
    private readonly ToldRows[] _told = [.. tellings.Select(t => new ToldRows(t))];

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var statements = new List<Statement>();
        var relabelled = await Relabelled(operations, [.. events.Select(e => e.StreamId).Distinct()], cancellation);
        StoredFact<IFact> Read(IEvent stored) => Fact(stored).Now(relabelled.GetValueOrDefault(stored.StreamId));
        foreach (var stream in Streams(events, projection))
            _rows.Write(await Prior(operations, stream.Key, stream.First().Version, cancellation), [.. stream.Select(Read)], statements);
        foreach (var told in _told)
        {
            foreach (var stream in Streams(events, told.Of))
            {
                var before = await operations.Events.FetchStreamAsync(stream.Key, stream.First().Version - 1, token: cancellation);
                told.Write(before.Select(Read).Aggregate((IRow?)null, told.Of.Evolve), stream.Select(Read), statements);
            }
        }
        foreach (var statement in statements)
            operations.QueueOperation(new SqlOperation(statement));
    }

    private static IEnumerable<IGrouping<Guid, IEvent>> Streams(IReadOnlyList<IEvent> events, IProjected of) =>
        events.Where(e => of.Folds(e.EventType)).GroupBy(e => e.StreamId);

    private async Task<IRow?> Prior(IDocumentOperations operations, Guid stream, long first, CancellationToken cancel)
    {
        if (first == 1)
            return null;
        var now = projection.View.Temporal ? " and t.superseded_at is null" : "";
        await using var command = new NpgsqlCommand(
            $"select {projection.Shape.ColumnList} from {ViewTable.Name(projection.View)} t where t.id = $1{now}")
        {
            Parameters = { new() { Value = stream } },
        };
        await using var rows = await operations.ExecuteReaderAsync(command, cancel);
        return await rows.ReadAsync(cancel) ? (IRow)projection.Shape.Read(rows) : null;
    }

    private static async Task<Dictionary<Guid, string>> Relabelled(IDocumentOperations operations, Guid[] streams, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select e.stream_id, {RelabelledTable.OfFact} from unnest($1) e(stream_id)")
        {
            Parameters = { new() { Value = streams } },
        };
        await using var rows = await operations.ExecuteReaderAsync(command, cancel);
        var found = new Dictionary<Guid, string>();
        while (await rows.ReadAsync(cancel))
        {
            if (!rows.IsDBNull(1))
                found.Add(rows.GetGuid(0), rows.GetString(1));
        }
        return found;
    }

    private static StoredFact<IFact> Fact(IEvent stored) => new(
        (IFact)stored.Data,
        stored.StreamId,
        stored.Version,
        stored.Timestamp,
        new OfficerId(Guid.Parse(stored.UserName!)),
        new AgencyId(stored.GetHeader(FactHeaders.Agency)!.ToString()!),
        Convert.ToInt32(stored.GetHeader(FactHeaders.Label)!.ToString(), CultureInfo.InvariantCulture),
        stored.GetHeader(FactHeaders.Reason)?.ToString());
}
