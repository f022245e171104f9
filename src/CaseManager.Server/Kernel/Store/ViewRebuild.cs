using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// Builds a view from zero beside the old one and puts it in its place in one transaction: all facts stream out in stream order,
/// are folded, and stream into the new table. Readers go on meanwhile; writers wait.
/// </summary>
public sealed class ViewRebuild(NpgsqlDataSource database, FactCatalog catalog)
{
    /// <summary>Rebuilds every view, or the one of that table. Returns how many facts were folded.</summary>
    public async Task<long> All(string? only, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var facts = 0L;
        foreach (var projection in catalog.Projections.Where(p => only is null || p.View.Table == only))
            facts += await Run(connection, projection, KernelSchema.Fingerprint(catalog, projection), cancel);
        return facts;
    }

    internal async Task<long> Run(NpgsqlConnection connection, IProjected projection, string fingerprint, CancellationToken cancel)
    {
        var view = projection.View;
        var fresh = view.Table + "_new";
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Run(connection, $"set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0; set local maintenance_work_mem = '256MB'; lock table {Schemas.Events}.mt_events in share row exclusive mode;", cancel);
        await Run(connection, $"drop table if exists {Schemas.Views}.{fresh};" + SearchTable.Fill(view) + Bare(view, fresh), cancel);
        var facts = await new ViewFill(database, catalog, projection, catalog.TellingsIn(projection)).Into(connection, fresh, cancel);
        await Run(connection, Finish(view, fresh), cancel);
        await using var state = new NpgsqlCommand(
            "insert into cm.view_state (name, shape) values ($1, $2) on conflict (name) do update set shape = excluded.shape, built_at = now(), built_in = excluded.built_in", connection)
        {
            Parameters = { new() { Value = view.Table }, new() { Value = fingerprint } },
        };
        await state.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return facts;
    }

    // The keys come after the rows: one sort is cheaper than a million insertions.
    private static string Bare(IView view, string table)
    {
        var create = ViewTable.Create(view, table);
        return create[..(create.IndexOf(", primary key", StringComparison.Ordinal))] + ");";
    }

    private static string Finish(IView view, string fresh)
    {
        var create = ViewTable.Create(view, view.Table);
        var key = view.Temporal ? "(id, version)" : "(id)";
        var indexes = create[(create.IndexOf(");", StringComparison.Ordinal) + 2)..];
        return $"""
            drop table if exists {ViewTable.Name(view)};
            alter table {Schemas.Views}.{fresh} rename to {view.Table};
            {SearchTable.Filled(view)}
            alter table {ViewTable.Name(view)} add constraint {view.Table}_pkey primary key {key};
            {indexes}
            {ViewTable.Secure(view)}
            """;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        // The lock may be long in coming, and the indexes of a large view long in building.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
