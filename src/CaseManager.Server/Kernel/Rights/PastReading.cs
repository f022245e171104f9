using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>Which labels somebody could read at a time: what is asked "as of" then is answered with the rights of then, within those of now.</summary>
/// <remarks>On few connections of its own: requests ask while they hold one of the pool, and would wait for each other.</remarks>
public sealed class PastReading(string connectionString, Labels labels, RightsQuery query, FactCatalog catalog) : IDisposable
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

    public void Dispose() => _own.Dispose();
}
