using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Puts beside each other who could read a record, told from rights and labels on record, and who did, by the read log.</summary>
public sealed class ExposureReader(
    Reader reader, Oversight oversight, PastReading past, Labels labels, Cursors cursors, WireModel wire, TimeProvider clock, Caller caller)
{
    private const string Number = "number";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <exception cref="BadPeriodException">An empty time, one that has not begun, or one of more than 366 days.</exception>
    /// <exception cref="BadCursorException">A cursor of another list.</exception>
    public async Task<Page<ExposedOfficer>> Page(
        AnyRecord? given, string? number, DateTimeOffset from, DateTimeOffset? until, PageArgs page, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var end = until < now ? until.Value : now;
        if (from >= end || end - from > Longest)
            throw new BadPeriodException();
        if ((given ?? await Numbered(number, cancel)) is not { } record)
            return Page<ExposedOfficer>.Empty;
        var list = string.Create(CultureInfo.InvariantCulture, $"exposure|{record.Type.Name}|{record.Key}|{from.UtcTicks}|{until?.UtcTicks}");
        var (after, before) = (Open(list, page.After), Open(list, page.Before));

        var borne = await oversight.Ask(mine => Borne(record, mine), ReadBorne, cancel);
        if (borne.Count == 0)
            return Page<ExposedOfficer>.Empty;
        reader.Trail.Show(new Seen(ReadLogReader.Log + Node(record).View.Table, record.Key, borne[^1].Number));
        var lines = await oversight.Ask(mine => Lines(record, mine, from, end), ReadLines, cancel);
        var under = new List<Borne>();
        foreach (var (label, since, gone) in borne)
            under.Add(new Borne(await labels.Of(label, cancel), since, gone));
        var could = await past.Reached(under, from, end, cancel);

        var all = Together(could, lines);
        var inside = all.SkipWhile(o => after is not null && Compare(Place(o), after) <= 0).TakeWhile(o => before is null || Compare(Place(o), before) < 0).ToList();
        var size = page.Last ?? page.First ?? PageArgs.Default;
        var shown = page.Last is null ? inside.Take(size).ToList() : inside.TakeLast(size).ToList();
        return new Page<ExposedOfficer>(
            shown,
            HasNextPage: page.Last is null ? inside.Count > size : before is not null,
            HasPreviousPage: page.Last is null ? after is not null : inside.Count > size,
            Cursor: officer => cursors.Seal(list, caller.Officer, Place(officer)),
            TotalCount: _ => Task.FromResult(all.Count));
    }

    // By number it is found without being read: which one it is goes no further than here.
    private async Task<AnyRecord?> Numbered(string? number, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(number))
            return null;
        var numbered = wire.Nodes.Where(n => n.View.Searched?.Numbers.Contains(Number) == true).ToList();
        var found = await oversight.Ask(mine =>
        {
            var sql = new Sql();
            foreach (var (n, node) in numbered.Index())
            {
                sql.Add(string.Create(CultureInfo.InvariantCulture, $"{(n > 0 ? " union all " : "")}select {n}, t.id from {ViewTable.Name(node.View)} t where t.number = "))
                    .Value(number.Trim().ToUpperInvariant(), NpgsqlDbType.Text).Add(" and t.label = any(").Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer)
                    .Add(node.View.Temporal ? ") and t.superseded_at is null" : ")");
            }
            return sql.Limit(2);
        }, async (rows, _, stop) =>
        {
            var records = new List<AnyRecord>();
            while (await rows.ReadAsync(stop))
                records.Add(new AnyRecord(numbered[rows.GetInt32(0)].Row, rows.GetGuid(1)));
            return records;
        }, cancel);
        return found is [var only] ? only : null;
    }

    private NodeType Node(AnyRecord record) => wire.Nodes.First(n => n.Row == record.Type || n.Id == record.Type);

    // Also what it was before: a list as of a time shows that, to whoever could read it then. What is told of another record has no facts of its own.
    // Once it is put under another label all of it is; what it was until then is for who oversees what it is now.
    private Sql Borne(AnyRecord record, int[] mine)
    {
        var table = ViewTable.Name(Node(record).View);
        return new Sql().Add("with moved as (select c.label, c.was, c.at, lead(c.at) over (order by c.at) as next, row_number() over (order by c.at) as place from cm.label_change c where c.record = ")
            .Value(record.Key, NpgsqlDbType.Uuid).Add("), own as (select t.label, t.changed_at as since from ").Add(table).Add(" t where t.id = ").Value(record.Key, NpgsqlDbType.Uuid)
            .Add($" union all select (e.headers ->> 'label')::int, e.timestamp from {Schemas.Events}.mt_events e where e.stream_id = ").Value(record.Key, NpgsqlDbType.Uuid)
            .Add(") select l.label, min(l.since), l.until from (select o.label, o.since, null::timestamptz as until from own o where not exists (select from moved) and o.label = any(")
            .Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer)
            .Add(") union all select m.was, (select min(o.since) from own o), m.at from moved m where m.place = 1 union all select m.label, m.at, m.next from moved m) l ")
            .Add($"where exists (select from {table} t where t.id = ").Value(record.Key, NpgsqlDbType.Uuid)
            .Add(Node(record).View.Temporal ? " and t.superseded_at is null" : "").Add(" and t.label = any(")
            .Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer).Add(")) group by l.label, l.until order by 2, 1");
    }

    private static Sql Lines(AnyRecord record, int[] mine, DateTimeOffset from, DateTimeOffset until) => new Sql()
        .Add("select r.officer, r.agency, r.kind, r.decision, count(*)::int, min(r.at), max(r.at) from cm.read_log r left join cm.relabelled m on r.also = '{}' and m.record = ")
        .Value(record.Key, NpgsqlDbType.Uuid).Add(" where (coalesce(m.label, r.label) = any(")
        .Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer).Add(") or (r.also <> '{}' and r.also && ").Value(mine, NpgsqlDbType.Array | NpgsqlDbType.Integer)
        .Add(")) and r.id in (select o.id from cm.reads_of(").Value(record.Key, NpgsqlDbType.Uuid).Add(") o) and r.at >= ")
        .Value(from.ToUniversalTime(), NpgsqlDbType.TimestampTz).Add(" and r.at < ").Value(until.ToUniversalTime(), NpgsqlDbType.TimestampTz)
        .Add(" and r.view not like ").Value(ReadLogReader.Log + "%", NpgsqlDbType.Text).Add(" group by 1, 2, 3, 4");

    private static async Task<List<(int Number, DateTimeOffset Since, DateTimeOffset? Until)>> ReadBorne(NpgsqlDataReader rows, int[] mine, CancellationToken cancel)
    {
        var borne = new List<(int, DateTimeOffset, DateTimeOffset?)>();
        while (await rows.ReadAsync(cancel))
            borne.Add((rows.GetInt32(0), rows.GetFieldValue<DateTimeOffset>(1), rows.IsDBNull(2) ? null : rows.GetFieldValue<DateTimeOffset>(2)));
        return borne;
    }

    private static async Task<List<Line>> ReadLines(NpgsqlDataReader rows, int[] mine, CancellationToken cancel)
    {
        var lines = new List<Line>();
        while (await rows.ReadAsync(cancel))
        {
            lines.Add(new Line(
                new OfficerId(rows.GetGuid(0)), new AgencyId(rows.GetString(1)), Enum.Parse<ReadDecision>(rows.GetString(3)),
                new GivenReads(Enum.Parse<ReadKind>(rows.GetString(2)), rows.GetInt32(4), rows.GetFieldValue<DateTimeOffset>(5), rows.GetFieldValue<DateTimeOffset>(6))));
        }
        return lines;
    }

    private static List<ExposedOfficer> Together(IReadOnlyList<(OfficerId Officer, AgencyId Agency, IReadOnlyList<Reach> Spans)> could, List<Line> lines)
    {
        var spans = could.ToDictionary(c => c.Officer);
        var told = lines.ToLookup(line => line.Officer);
        var all = new List<ExposedOfficer>();
        foreach (var officer in spans.Keys.Union(told.Select(t => t.Key)))
        {
            var did = told[officer].Where(line => line.Decision == ReadDecision.Shown).Select(line => line.Given).OrderBy(given => given.Kind).ToList();
            var theirs = spans.TryGetValue(officer, out var held) ? held : (officer, told[officer].First().Agency, []);
            all.Add(new ExposedOfficer(
                officer, theirs.Agency, did.Sum(d => d.Times), did.Select(d => (DateTimeOffset?)d.First).Min(), did.Select(d => (DateTimeOffset?)d.Last).Max(),
                [.. theirs.Spans.Select(r => new ReadableSpan(r.From, r.Until, [.. r.Roles], r.Named, r.Emergency))], did,
                told[officer].Where(line => line.Decision != ReadDecision.Shown).Sum(line => line.Given.Times)));
        }
        return [.. all.OrderBy(Place, Comparer<IReadOnlyList<string>>.Create(Compare))];
    }

    // Who was given it last comes first; by the text of the moment, so that a cursor is a place among these.
    private static string[] Place(ExposedOfficer officer) =>
        [(DateTimeOffset.MaxValue.UtcTicks - (officer.Last?.UtcTicks ?? 0)).ToString("D19", CultureInfo.InvariantCulture), officer.Officer.Value.ToString()];

    private static int Compare(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        string.CompareOrdinal(one[0], other[0]) is not 0 and var first ? first : string.CompareOrdinal(one[1], other[1]);

    private IReadOnlyList<string>? Open(string list, string? cursor) => cursor is null ? null : cursors.Open(list, caller.Officer, cursor);

    private sealed record Line(OfficerId Officer, AgencyId Agency, ReadDecision Decision, GivenReads Given);
}
