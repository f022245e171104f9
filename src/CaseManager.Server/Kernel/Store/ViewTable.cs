using System.Globalization;
using System.Text;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Store;

/// <summary>The SQL of a view's table: creation with its security, and the writing of one row.</summary>
public static class ViewTable
{
    /// <summary>The transaction that wrote the row as it stands: what is new to whom is told by it, for times are taken before the commit.</summary>
    public const string WrittenIn = "written_in";

    public static string Name(IView view) => $"{Schemas.Views}.{view.Table}";

    /// <summary>The table under <paramref name="name"/> with key, indexes and policies; visible to readers only through their labels.</summary>
    public static string Create(IView view, string name)
    {
        var table = $"{Schemas.Views}.{name}";
        var sql = new StringBuilder($"create table {table} (");
        foreach (var cell in view.Shape.Cells)
            sql.Append(cell.Sql).Append(' ').Append(cell.PgType).Append(cell.Nullable ? ", " : " not null, ");
        sql.Append(SearchTable.Column(view)).Append(WrittenIn).Append(" xid8 not null default pg_current_xact_id(), ");
        if (view.Temporal)
            sql.Append("superseded_at timestamptz, primary key (id, version));");
        else
            sql.Append("primary key (id));");
        if (view.Temporal)
            sql.Append("create unique index ").Append(name).Append("_now on ").Append(table).Append(" (id) where superseded_at is null;");
        for (var i = 0; i < view.Indexes.Count; i++)
        {
            var index = string.Create(CultureInfo.InvariantCulture, $"index {name}_{i} on {table}");
            sql.Append("create ").Append(view.Indexes[i].Replace("index on", index, StringComparison.Ordinal)).Append(';');
        }
        return sql.Append(SearchTable.Indexes(view, name)).ToString();
    }

    public static string Secure(IView view) =>
        $"""
        alter table {Name(view)} enable row level security;
        alter table {Name(view)} force row level security;
        create policy cm_readers on {Name(view)} for select to cm_read
            using ({ReadableLabels.Has("label")});
        do $$ begin execute format('create policy cm_writers on {Name(view)} to %I using (true) with check (true)', current_user); end $$;
        grant select on {Name(view)} to cm_read;
        {SearchTable.Function(view)}
        """;

    /// <summary>
    /// The row takes the place of the record's former one, which a temporal view keeps as past: superseded at the first value, where the
    /// second is its key. To put takes the cells in order; to put and show gives them back as stored.
    /// </summary>
    public static (string? Supersede, string Put, string PutAndShow) Write(IView view)
    {
        var columns = view.Shape.Cells.Select(c => c.Sql).ToArray();
        var values = string.Join(", ", columns.Select(_ => "?"));
        string[] written = view.Searched is null ? columns : [.. columns, "words"];
        var put = $"insert into {Name(view)} as t ({string.Join(", ", written)}) " + (view.Searched is { } searched
            ? $"select {SearchTable.Row}.*, {searched.Words(view.Shape, SearchTable.Row)} from (values ({values})) {SearchTable.Row}({string.Join(", ", columns)})"
            : $"values ({values})");
        if (!view.Temporal)
            put += $" on conflict (id) do update set {string.Join(", ", written.Where(c => c != "id").Append(WrittenIn).Select(c => $"{c} = excluded.{c}"))}";
        var past = view.Searched is null ? "" : ", words = null";
        var supersede = view.Temporal ? $"update {Name(view)} set superseded_at = ?{past} where id = ? and superseded_at is null" : null;
        return (supersede, put, $"{put} returning {view.Shape.ColumnList}");
    }
}
