using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>The part of somebody's inbox between two places, in one total order: overdue, soonest due (none last), longest waiting.</summary>
internal sealed class InboxPart
{
    private static readonly (string Key, string Type)[] Order =
    [
        ("(not i.overdue)", "boolean"), ("coalesce(i.due, 'infinity')", "timestamptz"), ("i.since", "timestamptz"), ("i.id", "uuid"), ("i.source", "integer"),
    ];

    private readonly InboxFilter _filter;
    private readonly PageArgs _page;
    private readonly IReadOnlyList<string>? _after;
    private readonly IReadOnlyList<string>? _before;
    private readonly Func<IReadOnlyList<string>, string> _seal;

    /// <exception cref="BadCursorException">A cursor of another list, filter or person.</exception>
    public InboxPart(InboxFilter filter, PageArgs page, Cursors cursors, OfficerId officer)
    {
        (_filter, _page) = (filter, page);
        var kinds = filter.Kinds is null ? "all" : string.Join('\n', filter.Kinds.Distinct().Order(StringComparer.Ordinal));
        var list = $"inbox|{filter.Case?.Value}|{filter.Overdue}|{kinds}";
        _after = page.After is { } after ? cursors.Open(list, officer, after) : null;
        _before = page.Before is { } before ? cursors.Open(list, officer, before) : null;
        _seal = keys => cursors.Seal(list, officer, keys);
    }

    private bool Backward => _page.Last is not null;

    private int Size => _page.Last ?? _page.First ?? PageArgs.Default;

    public Sql Rows(InboxUnion waiting)
    {
        var sql = new Sql().Add("select i.source, i.id, i.\"case\", i.since, i.due, i.overdue, i.label")
            .Add(string.Concat(Order.Take(3).Select(o => $", ({o.Key})::text")));
        waiting.AddTo(sql, _filter);
        Beyond(sql, _after, ">");
        Beyond(sql, _before, "<");
        return sql.Add($" order by {string.Join(", ", Order.Select(o => Backward ? o.Key + " desc" : o.Key))} limit ").Value(Size + 1, NpgsqlDbType.Integer);
    }

    public Sql Count(InboxUnion waiting) => waiting.AddTo(new Sql().Add("select count(*)::int"), _filter);

    public Page<InboxItem> Page(IReadOnlyList<(InboxItem Item, string[] Place, Seen Seen)> rows, Trail trail, Func<CancellationToken, Task<int>> count)
    {
        var more = rows.Count > Size;
        var shown = rows.Take(Size).ToArray();
        if (Backward)
            Array.Reverse(shown);
        foreach (var (_, _, seen) in shown)
            trail.Show(seen);
        return new Page<InboxItem>(
            [.. shown.Select(r => r.Item)],
            HasNextPage: Backward ? _before is not null : more,
            HasPreviousPage: Backward ? more : _after is not null,
            Cursor: item => _seal(shown.First(r => ReferenceEquals(r.Item, item)).Place),
            TotalCount: count);
    }

    private static void Beyond(Sql sql, IReadOnlyList<string>? place, string than)
    {
        if (place is null)
            return;
        sql.Add($" and ({string.Join(", ", Order.Select(o => o.Key))}) {than} (");
        for (var i = 0; i < Order.Length; i++)
            sql.Add(i > 0 ? ", " : "").Value(place[i], NpgsqlDbType.Text, "::" + Order[i].Type);
        sql.Add(")");
    }
}
