using System.Globalization;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>All that waits for somebody with these rights at that time, as one list <c>i</c> over the views of all sources.</summary>
internal sealed class InboxUnion(IReadOnlyList<InboxSource> sources, Domain.Access.Rights rights, DateTimeOffset at)
{
    private const string Nothing =
        "select 0 as source, null::uuid as id, null::uuid as \"case\", now() as since, null::timestamptz as due, false as overdue, 0 as label where false";

    public Sql AddTo(Sql sql, InboxFilter filter)
    {
        sql.Add(" from (");
        var asked = Enumerable.Range(0, sources.Count).Where(n => filter.Kinds?.Contains(sources[n].Kind) != false).ToArray();
        if (asked.Length == 0)
            sql.Add(Nothing);
        foreach (var n in asked)
            Add(sql.Add(n == asked[0] ? "" : " union all "), n, filter);
        sql.Add(") i where true");
        if (filter.Overdue is { } overdue)
            sql.Add(" and i.overdue = ").Value(overdue, NpgsqlDbType.Boolean);
        return sql;
    }

    private void Add(Sql sql, int n, InboxFilter filter)
    {
        var source = sources[n];
        sql.Add(string.Create(CultureInfo.InvariantCulture, $"select {n} as source, t.id, {source.Case?.Sql ?? "null::uuid"} as \"case\", {source.Since.Sql} as since, "))
            .Add($"{source.Due?.Sql ?? "null::timestamptz"} as due, {source.Overdue?.Sql ?? "false"} as overdue, t.label from {ViewTable.Name(source.View)} t where ")
            .Add(source.View.Temporal ? "t.superseded_at is null and " : "")
            .Where(source.Waits(rights, at));
        if (filter.Case is { } only)
            sql.Add($" and {source.Case?.Sql ?? "null::uuid"} = ").Value(only.Value, NpgsqlDbType.Uuid);
    }
}
