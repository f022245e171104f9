using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>
/// Puts what exists under other labels, in the transaction of the act that decided so: rows of all views in all their versions, the facts behind
/// them, what is told of them, and the links between them. A case takes along all that stands under it (ADR 0020).
/// </summary>
/// <remarks>
/// The act holds the case alone, so that nothing is put under it or linked meanwhile. An act on a record of the case that is under way is waited
/// for; one that has only looked at it finds at its commit that the label is another (<c>cm.keep_label</c>), and looks again.
/// </remarks>
public sealed class Relabelling(FactCatalog catalog, Labels labels, RightsQuery rights)
{
    private readonly IProjected[] _views = [.. catalog.Projections.Where(p => catalog.JoinedBy(p) is null)];

    internal async Task Move(NpgsqlConnection connection, Grounds ground, Relabelled what, CancellationToken cancel)
    {
        // As every act does first, before it touches a view: a rebuild that is under way keeps both waiting.
        await Run(connection, $"lock table {Schemas.Events}.mt_events in row exclusive mode", cancel);
        var moves = what.OfWholeCase ? await WithCase(connection, what, cancel) : await OfRecord(ground, what, cancel);
        await Put(connection, moves, ground.By.At, cancel);
        foreach (var joined in catalog.Joined)
            await Put(connection, await Joins(connection, joined, [.. moves.Select(m => m.Id).Distinct()], cancel), ground.By.At, cancel);
        await Run(connection, $"insert into cm.officer_epoch (officer_id, epoch) select o.id, 1 from ({rights.Holders}) o(id) order by o.id "
            + "on conflict (officer_id) do update set epoch = cm.officer_epoch.epoch + 1", cancel, what.Was.Scopes().Concat(what.Is.Scopes()).Distinct().ToArray());
    }

    private async Task<List<Moved>> OfRecord(Grounds ground, Relabelled what, CancellationToken cancel)
    {
        var facts = ground.Facts(what.Record);
        var view = catalog.ProjectionOf(facts[0].Fact)!;
        var (was, number, shown) = (await labels.Number(what.Was, cancel), await labels.Number(what.Is, cancel), what.Is.Shown());
        var own = what.Own is { } said ? await labels.Number(said, cancel) : (int?)null;
        return [
            new Moved(view, what.Record, was, number, shown, own),
            .. catalog.Tellings.Where(t => t.Of == view).SelectMany(t => facts.Select(fact => new Moved(t.In, Telling.IdOf(fact), was, number, shown, own))),
        ];
    }

    private async Task<List<Moved>> WithCase(NpgsqlConnection connection, Relabelled what, CancellationToken cancel)
    {
        var rows = await UnderCase(connection, what.Record, cancel);
        await Run(connection, $"select from {Schemas.Events}.mt_streams where id = any($1) and not is_archived order by id for no key update", cancel,
            rows.Select(r => r.Id).Distinct().ToArray());
        var moves = new List<Moved>();
        foreach (var alike in rows.GroupBy(row => (row.Label, row.Moved, row.Own)))
        {
            var label = await labels.Of(alike.Key.Label, cancel);
            var own = !alike.Key.Moved ? label.Beside(what.Was) : alike.Key.Own is { } said ? await labels.Of(said, cancel) : null;
            var now = LabelOrder.With(own, what.Is);
            var (number, remembered) = (await labels.Number(now, cancel), own is null ? (int?)null : await labels.Number(own, cancel));
            moves.AddRange(alike.Select(row => new Moved(row.View, row.Id, row.Label, number, now.Shown(), remembered)));
        }
        return moves;
    }

    // What a row tells of another record says of itself what that record says.
    private async Task<List<(IProjected View, Guid Id, int Label, bool Moved, int? Own)>> UnderCase(NpgsqlConnection connection, Guid onCase, CancellationToken cancel)
    {
        const string ofCase = "select id from cm.label where body ->> 'case' = $1::text or exists (select from jsonb_array_elements(body -> 'also') p where p ->> 'case' = $1::text)";
        var numbers = await Read(connection, ofCase, row => row.GetInt32(0), cancel, onCase.ToString());
        var question = string.Join(" union all ", _views.Select((p, i) =>
            $"select distinct {i}, t.id, t.label, m.record is not null, m.own from {ViewTable.Name(p.View)} t left join cm.relabelled m on m.record = {Record(p)} "
            + $"where t.label = any($1){(HasCase(p.View) ? " and t.\"case\" = $2" : "")}"));
        return await Read(connection, question, row => (
            _views[row.GetInt32(0)], row.GetGuid(1), row.GetInt32(2), row.GetBoolean(3), row.IsDBNull(4) ? (int?)null : row.GetInt32(4)), cancel, numbers.ToArray(), onCase);
    }

    private string Record(IProjected projection) => catalog.ToldOf(projection) is { } told ? $"coalesce(t.{told}, t.id)" : "t.id";

    private static bool HasCase(IView view) => view.Shape.Cells.Any(cell => cell.Clr == typeof(CaseId) && cell.Name == "case");

    private async Task<List<Moved>> Joins(NpgsqlConnection connection, JoinedView joined, Guid[] moved, CancellationToken cancel)
    {
        var question = $"select t.id, t.label, {RelabelledTable.Of("t." + joined.One)}, {RelabelledTable.Of("t." + joined.Other)} "
            + $"from {ViewTable.Name(joined.Projection.View)} t where t.{joined.One} = any($1) or t.{joined.Other} = any($1)";
        var rows = await Read(connection, question, row => (Id: row.GetGuid(0), Label: row.GetInt32(1), One: row.GetInt32(2), Other: row.GetInt32(3)), cancel, moved);
        var moves = new List<Moved>();
        foreach (var row in rows)
        {
            var now = (await labels.Of(row.One, cancel)).Join(await labels.Of(row.Other, cancel));
            if (await labels.Number(now, cancel) is var number && number != row.Label)
                moves.Add(new Moved(joined.Projection, row.Id, row.Label, number, now.Shown(), null));
        }
        return moves;
    }

    private static async Task Put(NpgsqlConnection connection, IReadOnlyList<Moved> moves, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var view in moves.GroupBy(move => move.View))
        {
            var marks = view.Key.View.Shape.Cells.Any(cell => cell.Sql == "tlp") ? ", tlp = m.tlp" : "";
            await Put(connection, [.. view], $"update {ViewTable.Name(view.Key.View)} t set label = m.label{marks}, {ViewTable.WrittenIn} = pg_current_xact_id() "
                + "from unnest($1::uuid[], $2::int[], $3::text[], $4::int[]) m(id, label, tlp) where t.id = m.id and t.label <> m.label", cancel);
        }
        if (moves.Count == 0)
            return;
        Moved[] records = [.. moves.DistinctBy(move => move.Id)];
        await Put(connection, records, RelabelledTable.Put, cancel);
        await Run(connection, RelabelledTable.Tell, cancel, records.Select(m => m.Id).ToArray(), records.Select(m => m.Was).ToArray(), records.Select(m => m.Number).ToArray(), at.ToUniversalTime());
    }

    private static Task Put(NpgsqlConnection connection, IReadOnlyList<Moved> moves, string sql, CancellationToken cancel) => Run(
        connection, sql, cancel, moves.Select(m => m.Id).ToArray(), moves.Select(m => m.Number).ToArray(), moves.Select(m => m.Shown.ToString()).ToArray(),
        moves.Select(m => m.Own).ToArray());

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<T>> Read<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel))
            found.Add(read(rows));
        return found;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private sealed record Moved(IProjected View, Guid Id, int Was, int Number, Tlp Shown, int? Own);
}

/// <summary>A record that goes from one label to another; with a case all that stands under it.</summary>
/// <param name="Own">What the record says itself, beside its case; null when it goes with the case.</param>
internal sealed record Relabelled(Guid Record, Label Was, Label Is, Label? Own)
{
    public bool OfWholeCase => Is.Case?.Value == Record;
}
