using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>Answers a request's questions from the views, in SQL that the database filters by the caller's labels.</summary>
public sealed partial class Reader(
    NpgsqlDataSource database, Standings standings, PastReading past, Labels labels, FactCatalog catalog, Cursors cursors, Caller caller, Trail trail) : IReader, IAsyncDisposable
{
    private readonly ReadSession _session = new(database, standings, caller);
    private readonly Dictionary<object, object> _open = [];

    public int RoundTrips => _session.RoundTrips;

    /// <summary>Whoever reads rows by <see cref="Ask"/> says here which of them are shown.</summary>
    internal Trail Trail => trail;

    public void Last() => _session.Last();

    public ValueTask GiveBack() => _session.GiveBack();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    public Loaded<TRow?> Load<TRow>(Guid id) where TRow : class
    {
        var together = Together<Guid, TRow?>(typeof(TRow), LoadAll<TRow>);
        return together.Ask(id);
    }

    public async Task<Page<TRow>> Page<TRow>(
        Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, CancellationToken cancel, DateTimeOffset? asOf = null)
        where TRow : class
    {
        var list = new RowList<TRow>(ViewOf<TRow>(), scope, where, order, asOf);
        var slice = list.Slice(page, cursors, caller.Officer);
        await GoBack(list, cancel);
        var sql = new Sql().Add($"select {list.View.Shape.ColumnList}{list.Keys.Columns} from {ViewTable.Name(list.View)} t where ");
        slice.Restrict(sql);
        sql.Add($" order by {list.Keys.OrderBy(slice.Backward)}").Limit(slice.Size + 1);
        var rows = await _session.Ask(sql.Command(), reader => ReadAll<TRow>(list, reader, 0, cancel), cancel);
        return Shown(list.View, slice.Page(rows, count => Count(list, null, count)));
    }

    public Loaded<Page<TRow>> PageOf<TRow>(
        string parentColumn, Guid parent, Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, DateTimeOffset? asOf = null)
        where TRow : class
    {
        var view = ViewOf<TRow>();
        var column = view[parentColumn];
        var list = new RowList<TRow>(view, scope, where, order, asOf);
        var slice = list.Slice(page, cursors, caller.Officer, parentColumn, parent);
        return Together<Guid, Page<TRow>>(slice.Identity, (parents, cancel) => PagesOf(list, slice, column, parents, cancel)).Ask(parent);
    }

    public async Task<IReadOnlyList<Figure>> Figures<TRow>(Column by, Where<TRow>? where, CancellationToken cancel) where TRow : class
    {
        var list = new RowList<TRow>(ViewOf<TRow>(), null, where, null, null);
        var sql = new Sql().Add($"select ({by.Sql})::text, count(*)::int from {ViewTable.Name(list.View)} t where ");
        list.Restrict(sql);
        sql.Add(" group by 1 order by 1");
        return await _session.Ask(sql.Command(), async reader =>
        {
            var figures = new List<Figure>();
            while (await reader.ReadAsync(cancel))
                figures.Add(new Figure(reader.IsDBNull(0) ? null : InWords(by, reader.GetString(0)), reader.GetInt32(1)));
            return figures;
        }, cancel);
    }

    public Loaded<IReadOnlyList<CountedSpan>> HistogramOf<TRow>(
        string parentColumn, Guid parent, Column time, Where<TRow>? where, int? spans, DateTimeOffset? asOf = null) where TRow : class
    {
        var list = new RowList<TRow>(ViewOf<TRow>(), null, where, null, asOf);
        var (of, most) = (list.View[parentColumn], Histogram.Check(spans));
        var identity = Histogram.Of(list, ViewTable.Name(list.View), of, [], time, most).Fingerprint();
        return Together<Guid, IReadOnlyList<CountedSpan>>(identity, (parents, cancel) => HistogramsOf(list, of, parents, time, most, cancel)).Ask(parent);
    }

    public async Task<Label?> LabelOf(AnyRecord record, CancellationToken cancel)
    {
        var view = catalog.Projections.Select(p => p.View).First(v => v.Row == record.Type || v.Shape.Cells.Any(c => c.Name == "id" && c.Clr == record.Type));
        var sql = new Sql().Add($"select t.label from {ViewTable.Name(view)} t where t.id = ").Value(record.Key, NpgsqlDbType.Uuid)
            .Add(view.Temporal ? " and t.superseded_at is null" : "");
        var number = await _session.Ask(sql.Command(), async reader => await reader.ReadAsync(cancel) ? reader.GetInt32(0) : 0, cancel);
        return number > 0 ? await labels.Of(number, cancel) : null;
    }

    public async Task<IReadOnlyList<Change>> History(Guid record, CancellationToken cancel)
    {
        var sql = new Sql().Add($"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.stream_id = ").Value(record, NpgsqlDbType.Uuid)
            .Add(" and not e.is_archived order by e.version");
        var facts = await _session.Ask(sql.Command(), async reader =>
        {
            var facts = new List<StoredFact<IFact>>();
            while (await reader.ReadAsync(cancel))
                facts.Add(FactRows.Read(reader, catalog));
            return facts;
        }, cancel);
        if (facts.Count > 0 && catalog.ProjectionOf(facts[0].Fact) is { } projection)
            foreach (var fact in facts)
                trail.Show(new Seen(projection.View.Table, record, fact.Label));
        return Histories.Tell(catalog, facts);
    }

    // Each row is on the trail with the page it is shown on, and not when it is read: one more is read than shown.
    private Page<TRow> Shown<TRow>(IView view, Page<TRow> page) where TRow : class
    {
        foreach (var row in page.Rows)
            trail.Show(view, row);
        return page;
    }

    private async Task<IReadOnlyDictionary<Guid, TRow?>> LoadAll<TRow>(IReadOnlyList<Guid> ids, CancellationToken cancel) where TRow : class
    {
        var view = ViewOf<TRow>();
        var sql = new Sql().Add($"select {view.Shape.ColumnList} from {ViewTable.Name(view)} t where t.id = any(")
            .Value(ids.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid).Add(view.Temporal ? ") and t.superseded_at is null" : ")");
        return await _session.Ask(sql.Command(), async reader =>
        {
            var found = ids.ToDictionary(id => id, _ => (TRow?)null);
            while (await reader.ReadAsync(cancel))
            {
                var row = view.Shape.Read(reader);
                found[((IRow)row).Key] = (TRow)row;
                trail.Show(view, row);
            }
            return found;
        }, cancel);
    }

    private async Task<IReadOnlyDictionary<Guid, Page<TRow>>> PagesOf<TRow>(
        RowList<TRow> list, RowList<TRow>.Part slice, Column parent, IReadOnlyList<Guid> parents, CancellationToken cancel) where TRow : class
    {
        await GoBack(list, cancel);
        var sql = new Sql().Add("select p.id, r.* from unnest(").Value(parents.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)
            .Add($") with ordinality p(id, n) cross join lateral (select {list.View.Shape.ColumnList}{list.Keys.Columns} from {ViewTable.Name(list.View)} t where ({parent.Sql} = p.id{(parent.Or is { } or ? $" or {or} = p.id" : "")}) and ");
        slice.Restrict(sql);
        sql.Add($" order by {list.Keys.OrderBy(slice.Backward)}").Limit(slice.Size + 1).Add(") r order by p.n");
        var pages = await _session.Ask(sql.Command(), async reader =>
        {
            var found = parents.ToDictionary(id => id, _ => new List<(TRow, string[])>());
            while (await reader.ReadAsync(cancel))
                found[reader.GetGuid(0)].Add(ReadOne(list, reader, 1));
            return found;
        }, cancel);
        return pages.ToDictionary(p => p.Key, p => Shown(list.View, slice.Page(p.Value, count => Count(list, (parent, p.Key), count), p.Key)));
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CountedSpan>>> HistogramsOf<TRow>(
        RowList<TRow> list, Column parent, IReadOnlyList<Guid> parents, Column time, int spans, CancellationToken cancel) where TRow : class
    {
        await GoBack(list, cancel);
        var sql = Histogram.Of(list, ViewTable.Name(list.View), parent, parents, time, spans);
        var found = await _session.Ask(sql.Command(), async reader =>
        {
            var rows = parents.ToDictionary(id => id, _ => new List<(long, long, long, int)>());
            while (await reader.ReadAsync(cancel))
                rows[reader.GetGuid(0)].Add((reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt32(4)));
            return rows;
        }, cancel);
        return found.ToDictionary(f => f.Key, f => Histogram.Whole(f.Value));
    }

    // What is asked as of a time is answered with the rights of then as well: who came later learns nothing of what was known before.
    private async Task GoBack<TRow>(RowList<TRow> list, CancellationToken cancel) where TRow : class
    {
        if (list.AsOf is { } at)
            list.ReadableThen = await past.ReadableAt(at, caller, cancel);
    }

    private async Task<int> Count<TRow>(RowList<TRow> list, (Column Column, Guid Id)? parent, CancellationToken cancel) where TRow : class
    {
        var sql = new Sql().Add($"select count(*)::int from {ViewTable.Name(list.View)} t where ");
        if (parent is { } of)
            sql.Where(Names(of.Column, of.Id)).Add(" and ");
        list.Restrict(sql);
        return await _session.Ask(sql.Command(), async reader =>
        {
            await reader.ReadAsync(cancel);
            return reader.GetInt32(0);
        }, cancel);
    }

    private static async Task<List<(TRow, string[])>> ReadAll<TRow>(RowList<TRow> list, NpgsqlDataReader reader, int from, CancellationToken cancel)
        where TRow : class
    {
        var rows = new List<(TRow, string[])>();
        while (await reader.ReadAsync(cancel))
            rows.Add(ReadOne(list, reader, from));
        return rows;
    }

    private static (TRow, string[]) ReadOne<TRow>(RowList<TRow> list, NpgsqlDataReader reader, int from)
        where TRow : class
    {
        var shape = list.View.Shape;
        string[] apart = list.Keys.Apart is > 0 and var count ? new string[count] : [];
        for (var i = 0; i < apart.Length; i++)
            apart[i] = reader.GetString(from + shape.Cells.Count + i);
        return ((TRow)shape.Read(reader, from), apart);
    }

    private static Condition Names(Column parent, Guid id)
    {
        var test = new Condition.Test(parent, Operator.Eq, id);
        return parent.Or is { } or ? new Condition.Or([test, test with { Column = parent with { Sql = or } }]) : test;
    }

    private static string InWords(Column column, string value) => column.Kind == ColumnKind.Choice ? Choices.Name(value) : value;

    private View<TRow> ViewOf<TRow>() where TRow : class =>
        (View<TRow>)catalog.Projections.First(p => p.View.Row == typeof(TRow)).View;

    private Together<TKey, TValue> Together<TKey, TValue>(
        object identity, Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> fetch) where TKey : notnull
    {
        if (_open.TryGetValue(identity, out var open) && open is Together<TKey, TValue> { Started: false } waiting)
            return waiting;
        var fresh = new Together<TKey, TValue>(fetch);
        _open[identity] = fresh;
        return fresh;
    }
}
