using System.Globalization;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>Asks all that can be searched in one question, in the request's snapshot and under its labels.</summary>
public sealed class SearchReader(Reader reader, SearchSources sources, Cursors cursors, Caller caller)
{
    // Letters for private use: nobody's text has them, and if it had, only its own excerpt would be marked oddly.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private static readonly (string Key, string Type)[] Order = [("h.rank", "real"), ("h.changed_at", "timestamptz"), ("h.id", "uuid")];

    public async Task<Page<SearchHit>> Page(SearchTerms terms, IReadOnlyList<string>? types, PageArgs page, CancellationToken cancel)
    {
        var asked = sources.All.Index().Where(s => types?.Contains(s.Item.Type) != false).ToArray();
        if (!terms.Any || asked.Length == 0)
            return Page<SearchHit>.Empty;
        var list = $"search|{terms.Text}|{terms.Tag}|{terms.Person?.Value}|{string.Join(',', asked.Select(s => s.Item.Type))}";
        var after = page.After is { } a ? cursors.Open(list, caller.Officer, a) : null;
        var before = page.Before is { } b ? cursors.Open(list, caller.Officer, b) : null;
        var backward = page.Last is not null;
        var size = page.Last ?? page.First ?? PageArgs.Default;

        var sql = Shown(new Sql(), asked);
        // Without words all weigh the same, and the latest of each kind are the first page.
        var most = terms.HasWords || backward || after is not null ? SearchTable.MostWeighed : Math.Min(size + 1, SearchTable.MostWeighed);
        Matches(sql.Add(" from ("), terms, asked, "h.source, h.id, h.changed_at, h.rank, h.asked", most);
        Beyond(sql, after, "<");
        Beyond(sql, before, ">");
        sql.Add(Ordered("h", backward)).Limit(size + 1).Add(") p").Add(Ordered("p", backward));
        var found = await reader.Ask(sql, rows => Read(rows, cancel), cancel);

        var shown = found.Take(size).ToList();
        if (backward)
            shown.Reverse();
        foreach (var (_, _, seen) in shown)
            reader.Trail.Show(seen);
        return new Page<SearchHit>(
            [.. shown.Select(f => f.Hit)],
            HasNextPage: backward ? before is not null : found.Count > size,
            HasPreviousPage: backward ? found.Count > size : after is not null,
            Cursor: hit => cursors.Seal(list, caller.Officer, shown.First(f => ReferenceEquals(f.Hit, hit)).Place),
            TotalCount: count => Count(terms, asked, count));
    }

    private Task<int> Count(SearchTerms terms, (int, SearchSource)[] asked, CancellationToken cancel) =>
        reader.Ask(Matches(new Sql(), terms, asked, "count(*)::int", SearchTable.MostWeighed), async rows =>
        {
            await rows.ReadAsync(cancel);
            return rows.GetInt32(0);
        }, cancel);

    private static Sql Matches(Sql sql, SearchTerms terms, (int Index, SearchSource Source)[] asked, string columns, int most)
    {
        terms.AddTo(sql.Add("with q as materialized (select ")).Add($" as asked) select {columns} from (");
        for (var i = 0; i < asked.Length; i++)
            sql.Add(string.Create(CultureInfo.InvariantCulture,
                $"{(i > 0 ? " union all " : "")}select {asked[i].Index} as source, m.id, m.rank, m.changed_at, q.asked from q, {asked[i].Source.Matches}(q.asked, {most}) m"));
        return sql.Add(") h where true");
    }

    // Excerpts are made for the page's own rows only, and from rows that the policy lets through.
    private static Sql Shown(Sql sql, (int Index, SearchSource Source)[] asked)
    {
        sql.Add("select p.source, p.id, p.changed_at, p.rank::text, p.changed_at::text, case p.source");
        foreach (var (index, source) in asked)
            sql.Add(string.Create(CultureInfo.InvariantCulture, $" when {index} then (select t.label from {ViewTable.Name(source.View)} t "))
                .Add($"where t.id = p.id{(source.View.Temporal ? " and t.superseded_at is null" : "")})");
        sql.Add(" end, case p.source");
        foreach (var (index, source) in asked)
            sql.Add(string.Create(CultureInfo.InvariantCulture, $" when {index} then (select ts_headline("))
                .Add($"case when to_tsvector('english', x.prose) @@ p.asked then 'english'::regconfig else 'french'::regconfig end, x.prose, p.asked, ")
                .Add($"'StartSel={Open}, StopSel={Close}, MaxWords=30, MinWords=12') from (select {source.Excerpt} as prose from {ViewTable.Name(source.View)} t ")
                .Add($"where t.id = p.id{(source.View.Temporal ? " and t.superseded_at is null" : "")}) x)");
        return sql.Add(" end");
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

    private static string Ordered(string rows, bool backward)
    {
        var direction = backward ? "asc" : "desc";
        return $" order by {rows}.rank {direction}, {rows}.changed_at {direction}, {rows}.id {direction}";
    }

    private async Task<IReadOnlyList<(SearchHit Hit, string[] Place, Seen Seen)>> Read(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var found = new List<(SearchHit, string[], Seen)>();
        while (await rows.ReadAsync(cancel))
        {
            var (source, id) = (sources.All[rows.GetInt32(0)], rows.GetGuid(1));
            var excerpt = rows.IsDBNull(6) ? [] : Pieces(rows.GetString(6)).ToArray();
            found.Add((new SearchHit(new AnyRecord(source.View.Row, id), excerpt, rows.GetFieldValue<DateTimeOffset>(2)),
                [rows.GetString(3), rows.GetString(4), id.ToString()], new Seen(source.View.Table, id, rows.GetInt32(5))));
        }
        return found;
    }

    private static IEnumerable<ExcerptPiece> Pieces(string marked)
    {
        foreach (var piece in marked.Split(Open))
        {
            var end = piece.IndexOf(Close, StringComparison.Ordinal);
            if (end > 0)
                yield return new ExcerptPiece(piece[..end], true);
            if (piece[(end + 1)..] is { Length: > 0 } rest)
                yield return new ExcerptPiece(rest, false);
        }
    }
}
