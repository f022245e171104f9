using CaseManager.Server.Kernel.Facts;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Whether the views hold the newest facts. They are written in the facts' own transaction: any lag at all is a fault.</summary>
public sealed class ViewLag(NpgsqlDataSource database, FactCatalog catalog)
{
    private const int Looked = 200;

    /// <summary>The first view found behind; null when none is.</summary>
    public async Task<string?> Problem(CancellationToken cancel) =>
        (await Behind(cancel)).FirstOrDefault(view => view.Value > 0) is { Key: { } table, Value: var behind }
            ? $"{table} is behind by {behind} of the newest {Looked} facts"
            : null;

    /// <summary>For each view how many of the newest 200 facts it ought to hold and does not.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Behind(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var behind = new Dictionary<string, int>();
        foreach (var projection in catalog.Projections)
        {
            var names = catalog.Types.Where(t => projection.Folds(t.Value)).Select(t => t.Key).ToArray();
            await using var command = new NpgsqlCommand(
                $"""
                select count(*)::int from (
                    select stream_id, version, type from {Schemas.Events}.mt_events order by seq_id desc limit {Looked}) f
                where f.type = any($1) and not exists (select 1 from {ViewTable.Name(projection.View)} t where t.id = f.stream_id and t.version >= f.version)
                """, connection)
            {
                Parameters = { new() { Value = names } },
            };
            behind.Add(projection.View.Table, (int)(await command.ExecuteScalarAsync(cancel))!);
        }
        return behind;
    }
}
