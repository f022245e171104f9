using CaseManager.Server.Kernel.Facts;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Whether the views hold the newest facts. They are written in the facts' own transaction: any lag at all is a fault.</summary>
public sealed class ViewLag(NpgsqlDataSource database, FactCatalog catalog)
{
    private const int Looked = 200;

    /// <summary>The first view found behind; null when none is.</summary>
    public async Task<string?> Problem(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        foreach (var projection in catalog.Projections)
        {
            var names = catalog.Types.Where(t => projection.Folds(t.Value)).Select(t => t.Key).ToArray();
            await using var command = new NpgsqlCommand(
                $"""
                select count(*) from (
                    select stream_id, version, type from {Schemas.Events}.mt_events order by seq_id desc limit {Looked}) f
                where f.type = any($1) and not exists (select 1 from {ViewTable.Name(projection.View)} t where t.id = f.stream_id and t.version >= f.version)
                """, connection)
            {
                Parameters = { new() { Value = names } },
            };
            if ((long)(await command.ExecuteScalarAsync(cancel))! is > 0 and var behind)
                return $"{projection.View.Table} is behind by {behind} of the newest {Looked} facts";
        }
        return null;
    }
}
