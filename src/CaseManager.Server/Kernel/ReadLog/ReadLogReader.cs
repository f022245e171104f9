using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Which part of the read log is asked for.</summary>
public sealed record ReadLogFilter(OfficerId? Officer, Guid? Record, DateTimeOffset? From, DateTimeOffset? Until, ReadDecision? Decision, EmergencyId? Emergency = null);

/// <summary>Reads the log in the request's snapshot, under its labels, and of these where the caller oversees.</summary>
public sealed class ReadLogReader(Reader reader, Oversight oversight, Cursors cursors, WireModel wire, Caller caller)
{
    /// <summary>Begins the name of the view where it was the log about its rows that was read.</summary>
    internal const string Log = "read_log/";

    private const string Columns =
        "r.at, r.officer, r.agency, r.kind, r.decision, r.view, x.record, r.operation, r.document, r.total, coalesce(m.label, r.label), r.also, r.emergency, r.at::text, r.id::text, coalesce(x.n, 0)::text";

    private static readonly (string Key, string Type)[] Order = [("r.at", "timestamptz"), ("r.id", "bigint"), ("coalesce(x.n, 0)", "bigint")];

    public async Task<Page<ReadLogEntry>> Page(ReadLogFilter filter, PageArgs page, CancellationToken cancel)
    {
        var list = string.Create(CultureInfo.InvariantCulture, $"read-log|{filter.Officer?.Value}|{filter.Record}|{filter.From:O}|{filter.Until:O}|{filter.Decision}|{filter.Emergency?.Value}");
        var after = page.After is { } a ? cursors.Open(list, caller.Officer, a) : null;
        var before = page.Before is { } b ? cursors.Open(list, caller.Officer, b) : null;
        var backward = page.Last is not null;
        var size = page.Last ?? page.First ?? PageArgs.Default;
        var found = await oversight.Ask(mine =>
        {
            var sql = Matching(new Sql().Add($"select {Columns}"), mine, filter);
            Beyond(sql, after, "<");
            Beyond(sql, before, ">");
            return sql.Add($" order by {string.Join(", ", Order.Select(o => o.Key + (backward ? "" : " desc")))}").Limit(size + 1);
        }, Read, cancel);
        if (found is null)
            return Page<ReadLogEntry>.Empty;

        var shown = found.Take(size).ToList();
        if (backward)
            shown.Reverse();
        foreach (var (_, _, seen) in shown)
            reader.Trail.Show(seen);
        return new Page<ReadLogEntry>(
            [.. shown.Select(f => f.Entry)],
            HasNextPage: backward ? before is not null : found.Count > size,
            HasPreviousPage: backward ? found.Count > size : after is not null,
            Cursor: entry => cursors.Seal(list, caller.Officer, shown.First(f => ReferenceEquals(f.Entry, entry)).Place),
            TotalCount: count => oversight.Ask(mine => Matching(new Sql().Add("select count(*)::int"), mine, filter), Number, count));
    }

    private static Sql Matching(Sql sql, int[] mine, ReadLogFilter filter)
    {
        sql.Add(" from cm.read_log r left join lateral unnest(r.records) with ordinality x(record, n) on true ")
            .Add("left join cm.relabelled m on m.record = x.record and r.also = '{}' where ")
            .Add(mine.Length == 0 ? "false and (" : "(").Add("coalesce(m.label, r.label) = any(")
            .Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer).Add(") or (r.also <> '{}' and r.also && ")
            .Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer).Add("))");
        if (filter.Officer is { } officer)
            sql.Add(" and r.officer = ").Value(officer.Value, NpgsqlDbType.Uuid);
        if (filter.Record is { } record)
            sql.Add(" and r.id in (select o.id from cm.reads_of(").Value(record, NpgsqlDbType.Uuid).Add(") o) and x.record = ").Value(record, NpgsqlDbType.Uuid);
        if (filter.Emergency is { } emergency)
            sql.Add(" and r.emergency = ").Value(emergency.Value, NpgsqlDbType.Uuid);
        if (filter.From is { } from)
            sql.Add(" and r.at >= ").Value(from.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        if (filter.Until is { } until)
            sql.Add(" and r.at < ").Value(until.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        if (filter.Decision is { } decision)
            sql.Add(" and r.decision = ").Value(decision.ToString(), NpgsqlDbType.Text);
        return sql;
    }

    private static void Beyond(Sql sql, IReadOnlyList<string>? place, string than)
    {
        if (place is null)
            return;
        // The whole place has no index, its time has.
        sql.Add($" and r.at {than}= ").Value(place[0], NpgsqlDbType.Text, "::timestamptz");
        sql.Add($" and ({string.Join(", ", Order.Select(o => o.Key))}) {than} (");
        for (var i = 0; i < Order.Length; i++)
            sql.Add(i > 0 ? ", " : "").Value(place[i], NpgsqlDbType.Text, "::" + Order[i].Type);
        sql.Add(")");
    }

    private static async Task<int> Number(NpgsqlDataReader rows, int[] mine, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel);
        return rows.GetInt32(0);
    }

    private async Task<List<(ReadLogEntry Entry, string[] Place, Seen Seen)>> Read(NpgsqlDataReader rows, int[] mine, CancellationToken cancel)
    {
        var found = new List<(ReadLogEntry, string[], Seen)>();
        while (await rows.ReadAsync(cancel))
        {
            var (officer, view, record) = (rows.GetGuid(1), rows.IsDBNull(5) ? "" : rows.GetString(5), rows.IsDBNull(6) ? (Guid?)null : rows.GetGuid(6));
            var ofLog = view.StartsWith(Log, StringComparison.Ordinal);
            var about = ofLog ? view[Log.Length..] : view;
            var node = wire.Nodes.FirstOrDefault(n => n.View.Table == about || n.Name == about);
            var entry = new ReadLogEntry(
                rows.GetFieldValue<DateTimeOffset>(0), new OfficerId(officer), new AgencyId(rows.GetString(2)), Enum.Parse<ReadKind>(rows.GetString(3)),
                Enum.Parse<ReadDecision>(rows.GetString(4)), node?.Name ?? (about.Length > 0 ? about : null),
                node is not null && record is { } key ? new AnyRecord(node.Row, key) : null, ofLog, record is null ? rows.GetInt32(9) : 1,
                rows.IsDBNull(12) ? null : new EmergencyId(rows.GetGuid(12)),
                rows.IsDBNull(7) ? null : rows.GetString(7), rows.IsDBNull(8) ? null : rows.GetString(8));
            var under = rows.GetFieldValue<int[]>(11).Prepend(rows.GetInt32(10)).First(mine.Contains);
            found.Add((entry, [rows.GetString(13), rows.GetString(14), rows.GetString(15)], new Seen(ofLog ? view : Log + about, record ?? officer, under)));
        }
        return found;
    }
}
