using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Rows by when their transaction was committed, in the request's own snapshot and under its labels.</summary>
public sealed class ChangeReader(Reader reader, Points points, Caller caller)
{
    /// <summary>More is asked for anew rather than told one by one.</summary>
    internal const int Most = 1_000;

    /// <summary>The sealed point of this snapshot.</summary>
    internal async Task<string> Now(CancellationToken cancel) => points.Seal(caller.Officer, await Here(cancel));

    /// <summary>The same for whoever goes on from it at once.</summary>
    internal Task<Point> Here(CancellationToken cancel) => reader.Ask(new Sql().Add("select pg_current_snapshot()::text, now()"), async rows =>
    {
        await rows.ReadAsync(cancel);
        // The transaction began before its snapshot was taken.
        return new Point(rows.GetString(0), Under: new PointRights(rows.GetFieldValue<DateTimeOffset>(1), reader.Standing.Epoch, reader.Standing.GoodUntil));
    }, cancel);

    /// <summary>The rows as they stand that were written after the point, in the order of their change. The scope's last question.</summary>
    /// <param name="about">Whoever does not see this record in that moment learns of none.</param>
    /// <exception cref="PointTooOldException">They are too many, or the view was built anew meanwhile.</exception>
    internal async Task<Changes<TRow>> After<TRow>(
        IView view, Condition of, (IView View, Guid Id) about, Point point, CancellationToken cancel) where TRow : class
    {
        reader.Last();
        var found = await reader.Ask(Question(view, of, about, point), async rows =>
        {
            await rows.ReadAsync(cancel);
            var changes = new Changes<TRow>(point.Part?.Upto ?? rows.GetString(0), []);
            if (rows.GetBoolean(1))
                return null;
            while (!rows.IsDBNull(2))
            {
                changes.Rows.Add((TRow)view.Shape.Read(rows, 3));
                if (!await rows.ReadAsync(cancel))
                    break;
            }
            return changes;
        }, cancel);
        return found is { Rows.Count: <= Most } ? found : throw new PointTooOldException();
    }

    /// <summary>Of which types the caller sees one of the records now. The scope's last question.</summary>
    internal Task<string[]> Among(IReadOnlyList<(string Type, IView View)> lists, Guid[] records, CancellationToken cancel)
    {
        reader.Last();
        var sql = new Sql().Add("with r as (select unnest(").Value(records, NpgsqlDbType.Array | NpgsqlDbType.Uuid).Add(") as id) select array_remove(array[");
        for (var i = 0; i < lists.Count; i++)
        {
            sql.Add(i > 0 ? ", " : "").Add("case when exists (select from r join ").Add(ViewTable.Name(lists[i].View)).Add(" t using (id)")
                .Add(lists[i].View.Temporal ? " where t.superseded_at is null" : "").Add(") then ").Value(lists[i].Type, NpgsqlDbType.Text).Add(" end");
        }
        return reader.Ask(sql.Add("]::text[], null)"), async rows =>
        {
            await rows.ReadAsync(cancel);
            return rows.GetFieldValue<string[]>(0);
        }, cancel);
    }

    // A point ahead of this database's transactions is one of the database that this was restored from.
    // A row may be the caller's to read while the record that the feed is about is not: an operation's entry on a case that they are not on.
    private static Sql Question(IView view, Condition of, (IView View, Guid Id) about, Point point)
    {
        var sql = new Sql().Add("with p as (select ").Value(point.Seen, NpgsqlDbType.Text, "::pg_snapshot").Add(" as seen) ")
            .Add("select pg_current_snapshot()::text, pg_snapshot_xmax(p.seen) > pg_snapshot_xmax(pg_current_snapshot()) or exists (")
            .Add($"select from cm.view_state v where v.name = '{view.Table}' and not pg_visible_in_snapshot(v.built_in, p.seen)), r.* ")
            .Add($"from p left join lateral (select true as found, {view.Shape.ColumnList} from {ViewTable.Name(view)} t where ").Where(of)
            .Add(view.Temporal ? " and t.superseded_at is null" : "")
            .Add($" and exists (select from {ViewTable.Name(about.View)} a where a.id = ").Value(about.Id, NpgsqlDbType.Uuid)
            .Add(about.View.Temporal ? " and a.superseded_at is null)" : ")")
            .Add($" and t.{ViewTable.WrittenIn} >= pg_snapshot_xmin(p.seen) and not pg_visible_in_snapshot(t.{ViewTable.WrittenIn}, p.seen)");
        if (point.Part is { } part)
            sql.Add($" and pg_visible_in_snapshot(t.{ViewTable.WrittenIn}, ").Value(part.Upto, NpgsqlDbType.Text, "::pg_snapshot")
                .Add(") and (t.changed_at, t.id) > (").Value(part.ChangedAt, NpgsqlDbType.TimestampTz).Add(", ").Value(part.Row, NpgsqlDbType.Uuid).Add(")");
        return sql.Add(" order by t.changed_at, t.id").Limit(Most + 1).Add(") r on true");
    }
}

/// <summary>Rows that changed between two snapshots.</summary>
internal sealed record Changes<TRow>(string Upto, List<TRow> Rows);
