using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>Which labels somebody could read at a time: what is asked "as of" then is answered with the rights of then, within those of now.</summary>
/// <remarks>On few connections of its own: requests ask while they hold one of the pool, and would wait for each other.</remarks>
public sealed class PastReading(string connectionString, Labels labels, RightsQuery query, HoldersQuery holders, FactCatalog catalog) : IDisposable
{
    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = 2 });

    /// <summary>The numbers as an array of the database; null when the time has not come, since nothing is known of rights to come.</summary>
    public async Task<string?> ReadableAt(DateTimeOffset at, Caller caller, CancellationToken cancel)
    {
        await using var connection = await _own.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select coalesce(max(id), 0), $1 >= clock_timestamp() from cm.label") { Parameters = { new() { Value = at.ToUniversalTime() } } },
                new($"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.stream_id = any(array({query.Streams})) and e.timestamp <= $2 order by e.stream_id, e.version")
                {
                    Parameters = { new() { Value = caller.Officer.Value }, new() { Value = at.ToUniversalTime() } },
                },
            },
        };
        var facts = new List<(Guid, IFact, DateTimeOffset)>();
        int highest;
        await using (var rows = await batch.ExecuteReaderAsync(cancel))
        {
            await rows.ReadAsync(cancel);
            highest = rows.GetInt32(0);
            if (rows.GetBoolean(1))
                return null;
            await rows.NextResultAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                var fact = FactRows.Read(rows, catalog);
                facts.Add((fact.Stream, fact.Fact, fact.RecordedAt));
            }
        }
        var rights = PastRights.At(at, caller.Officer, caller.Agency, caller.AppRoles.Contains(Caller.Registrar), facts);
        var readable = (await labels.Between(0, highest, cancel)).Where(l => AccessLaw.MayRead(rights, l.Label, at));
        return $"{{{string.Join(',', readable.Select(l => l.Number.ToString(CultureInfo.InvariantCulture)))}}}";
    }

    /// <summary>Who could read what stood under these labels, when between two moments and by which roles; nobody is in it who never could.</summary>
    /// <param name="borne">Each names a case, a task force or an operation: only who held something there is looked at.</param>
    public async Task<IReadOnlyList<(OfficerId Officer, AgencyId Agency, IReadOnlyList<Reach> Spans)>> Reached(
        IReadOnlyList<Borne> borne, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        await using var connection = await _own.OpenConnectionAsync(cancel);
        var held = await Holders(connection, Scopes(borne), cancel);
        var facts = await Facts(connection, [.. held.SelectMany(h => h.Value).Distinct()], until, cancel);
        var reached = new List<(OfficerId, AgencyId, IReadOnlyList<Reach>)>();
        foreach (var ((officer, agency), streams) in held)
        {
            var theirs = streams.SelectMany(stream => facts[stream]).Select(f => (f.Stream, f.Fact, f.RecordedAt)).ToList();
            if (Exposure.Of(officer, agency, theirs, borne, from, until) is { Count: > 0 } spans)
                reached.Add((officer, agency, spans));
        }
        return reached;
    }

    /// <summary>Who can read what stands under the label at a moment that has come, and by which roles.</summary>
    public async Task<IReadOnlyDictionary<OfficerId, Items<Role>>> Readers(Label label, DateTimeOffset at, CancellationToken cancel) =>
        (await Reached([new Borne(label, at)], at, at.AddMicroseconds(1), cancel)).ToDictionary(r => r.Officer, r => r.Spans[0].Roles);

    /// <summary>The officers of an agency who hold or held something on the case by name.</summary>
    public async Task<IReadOnlyList<OfficerId>> HeldOn(CaseId onCase, AgencyId agency, CancellationToken cancel)
    {
        await using var connection = await _own.OpenConnectionAsync(cancel);
        return [.. (await Holders(connection, [onCase.Value], cancel)).Keys.Where(holder => holder.Item2 == agency).Select(holder => holder.Item1)];
    }

    public void Dispose() => _own.Dispose();

    private static Guid[] Scopes(IReadOnlyList<Borne> borne) =>
    [
        .. borne.SelectMany(b => b.Label.Parts()).SelectMany(part => new[] { part.Case?.Value, part.TaskForce?.Value, part.Operation?.Value }).OfType<Guid>().Distinct(),
    ];

    private async Task<Dictionary<(OfficerId, AgencyId), HashSet<Guid>>> Holders(NpgsqlConnection connection, Guid[] scopes, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(holders.Sql, connection) { Parameters = { new() { Value = scopes } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var held = new Dictionary<(OfficerId, AgencyId), HashSet<Guid>>();
        while (await rows.ReadAsync(cancel))
        {
            var officer = (new OfficerId(rows.GetGuid(0)), new AgencyId(rows.GetString(1)));
            if (!held.TryGetValue(officer, out var streams))
                held.Add(officer, streams = []);
            streams.Add(rows.GetGuid(2));
        }
        return held;
    }

    private async Task<ILookup<Guid, StoredFact<IFact>>> Facts(NpgsqlConnection connection, Guid[] streams, DateTimeOffset until, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.stream_id = any($1) and e.timestamp <= $2 order by e.stream_id, e.version", connection)
        {
            Parameters = { new() { Value = streams }, new() { Value = until.ToUniversalTime() } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var facts = new List<StoredFact<IFact>>();
        while (await rows.ReadAsync(cancel))
            facts.Add(FactRows.Read(rows, catalog));
        return facts.ToLookup(fact => fact.Stream);
    }
}
