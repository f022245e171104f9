using CaseManager.Domain.Kernel;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>A list as asked for: its view, restrictions, order and time. Knows its own identity, to which cursors are bound.</summary>
internal sealed class RowList<TRow>(View<TRow> view, Condition? scope, Where<TRow>? where, Order<TRow>? order, DateTimeOffset? asOf) where TRow : class
{
    public View<TRow> View => view;

    public Keyset Keys { get; } = new(view.Shape, order?.By is { Count: > 0 } by
        ? by
        : [.. view.DefaultOrder.Select(o => new Sorting(view[o.Column], o.Descending))]);

    /// <summary>The time as of which is asked, when it is not now.</summary>
    public DateTimeOffset? AsOf => view.Temporal ? asOf : null;

    /// <summary>What the caller could read at <see cref="AsOf"/>, as an array of the database; null: as now.</summary>
    public string? ReadableThen { get; set; }

    /// <summary>Adds the condition on rows: the time first, then what the graph and the caller restrict.</summary>
    public void Restrict(Sql sql)
    {
        if (!view.Temporal)
            sql.Add("true");
        else if (asOf is { } at)
            sql.Add("t.changed_at <= ").Value(at.ToUniversalTime(), NpgsqlDbType.TimestampTz)
                .Add(" and (t.superseded_at is null or t.superseded_at > ").Value(at.ToUniversalTime(), NpgsqlDbType.TimestampTz).Add(")");
        else
            sql.Add("t.superseded_at is null");
        if (ReadableThen is { } then)
            sql.Add(" and t.label = any(").Value(then, NpgsqlDbType.Text, "::int[]").Add(")");
        if (scope is not null)
            sql.Add(" and ").Where(scope);
        if (where is not null)
            sql.Add(" and ").Where(where.Condition);
    }

    /// <param name="of">The parent whose list it is: its siblings have lists of their own, though all are asked for together.</param>
    public Part Slice(PageArgs page, Cursors cursors, OfficerId officer, string parent = "", Guid? of = null)
    {
        var sql = new Sql().Add(view.Table).Add(parent).Add(Keys.OrderBy(false));
        Restrict(sql);
        var list = sql.Fingerprint();
        var backward = page.Last is not null;
        var after = page.After is { } a ? cursors.Open(list + of, officer, a) : null;
        var before = page.Before is { } b ? cursors.Open(list + of, officer, b) : null;
        return new Part(this, backward, page.Last ?? page.First ?? PageArgs.Default, after, before, (of, keys) => cursors.Seal(list + of, officer, keys))
        {
            Identity = $"{list}|{backward}|{page.Last ?? page.First}|{page.After}|{page.Before}",
        };
    }

    /// <summary>The part of the list between two places.</summary>
    internal sealed class Part(
        RowList<TRow> list, bool backward, int size, IReadOnlyList<string>? after, IReadOnlyList<string>? before,
        Func<Guid?, IReadOnlyList<string>, string> seal)
    {
        public required string Identity { get; init; }

        public bool Backward => backward;

        public int Size => size;

        public void Restrict(Sql sql)
        {
            list.Restrict(sql);
            if (after is not null)
                list.Keys.Beyond(sql.Add(" and "), after, reversed: false);
            if (before is not null)
                list.Keys.Beyond(sql.Add(" and "), before, reversed: true);
        }

        /// <summary>Rows come in reading direction, one more than asked for when there are more.</summary>
        public Page<TRow> Page(IReadOnlyList<(TRow Row, string[] Apart)> rows, Func<CancellationToken, Task<int>> count, Guid? of = null)
        {
            var more = rows.Count > size;
            var shown = rows.Take(size);
            if (backward)
                shown = shown.Reverse();
            var page = shown.ToArray();
            return new Page<TRow>(
                [.. page.Select(r => r.Row)],
                HasNextPage: backward ? before is not null : more,
                HasPreviousPage: backward ? more : after is not null,
                Cursor: row => seal(of, list.Keys.Of(row, page.First(r => ReferenceEquals(r.Row, row)).Apart)),
                TotalCount: count);
        }
    }
}
