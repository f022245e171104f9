namespace CaseManager.Server.Kernel.Reading;

/// <summary>A total order over a view's rows: the asked columns, then the id. Pages follow it by key, not by counting.</summary>
internal sealed class Keyset
{
    private readonly List<(string Expression, string Type, bool Descending, RowShape.Cell? Cell)> _keys;

    public Keyset(RowShape shape, IReadOnlyList<Sorting> by)
    {
        var keys = by.Select(s => (Expression(s.Column), Type(s.Column), s.Descending, KeyText.CellOf(shape, s.Column.Sql))).ToList();
        keys.Add(("t.id", "uuid", by is [.., var last] && last.Descending, KeyText.CellOf(shape, "t.id")));
        _keys = keys;
    }

    /// <summary>How many keys the rows themselves do not hold.</summary>
    public int Apart => _keys.Count(k => k.Cell is null);

    /// <summary>Those keys as text, for cursors.</summary>
    public string Columns => string.Concat(_keys.Where(k => k.Cell is null).Select(k => $", ({k.Expression})::text"));

    /// <summary>The place of a row: what the row holds of it, and what was read beside it.</summary>
    public string[] Of(object row, string[] apart)
    {
        var next = 0;
        return [.. _keys.Select(k => k.Cell is { } cell ? KeyText.Of(cell, cell.Get(row)) : apart[next++])];
    }

    public string OrderBy(bool reversed) =>
        string.Join(", ", _keys.Select(k => k.Expression + (k.Descending != reversed ? " desc" : " asc")));

    /// <summary>Rows that come after (or, when reversed, before) the row with these keys.</summary>
    public void Beyond(Sql sql, IReadOnlyList<string> values, bool reversed)
    {
        if (_keys.All(k => k.Descending == _keys[0].Descending))
        {
            sql.Add($"({string.Join(", ", _keys.Select(k => k.Expression))}) {(_keys[0].Descending != reversed ? "<" : ">")} (");
            for (var i = 0; i < _keys.Count; i++)
                sql.Add(i > 0 ? ", " : "").Value(values[i], NpgsqlTypes.NpgsqlDbType.Text, "::" + _keys[i].Type);
            sql.Add(")");
            return;
        }
        sql.Add("(");
        for (var i = 0; i < _keys.Count; i++)
        {
            sql.Add(i > 0 ? " or (" : "(");
            for (var j = 0; j < i; j++)
                sql.Add($"{_keys[j].Expression} = ").Value(values[j], NpgsqlTypes.NpgsqlDbType.Text, "::" + _keys[j].Type).Add(" and ");
            sql.Add($"{_keys[i].Expression} {(_keys[i].Descending != reversed ? "<" : ">")} ")
                .Value(values[i], NpgsqlTypes.NpgsqlDbType.Text, "::" + _keys[i].Type).Add(")");
        }
        sql.Add(")");
    }

    // What is not known sorts as the least; choices sort in the order in which they are declared.
    private static string Expression(Column column) => column.Kind switch
    {
        ColumnKind.Choice => $"coalesce(array_position(array[{string.Join(",", Enum.GetNames(column.Clr).Select(n => $"'{n}'"))}], {column.Sql}), 0)",
        _ when !column.Nullable => column.Sql,
        ColumnKind.Time => $"coalesce({column.Sql}, '-infinity')",
        ColumnKind.Date => $"coalesce({column.Sql}, '-infinity')",
        ColumnKind.Number => $"coalesce({column.Sql}, {long.MinValue})",
        ColumnKind.Flag => $"coalesce({column.Sql}, false)",
        _ => $"coalesce({column.Sql}, '')",
    };

    private static string Type(Column column) => column.Kind switch
    {
        ColumnKind.Choice => "integer",
        ColumnKind.Time => "timestamptz",
        ColumnKind.Date => "date",
        ColumnKind.Number => "bigint",
        ColumnKind.Flag => "boolean",
        ColumnKind.Uuid => "uuid",
        _ => "text",
    };
}
