using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>A slice's SQL for what officers look out for: rows of (key uuid, officer uuid, words text) that hold by the database's clock.</summary>
public sealed record StandingSearches(string Sql);

/// <summary>What somebody looks out for.</summary>
public sealed record StandingSearch(Guid Key, OfficerId Officer, string Words);

/// <summary>Where a part of it was found: one record for each case and label.</summary>
/// <param name="Part">Which part, from 0.</param>
/// <param name="Type">The record's, by its name in the schema.</param>
public sealed record Sighted(Guid Key, int Part, CaseId Case, string Type, Guid Record, int Label);

/// <summary>
/// Looks for words in all cases for the product itself, whoever may read them: nothing that it finds is anybody's answer. In the same words
/// and indexes as the search.
/// </summary>
/// <remarks>On few connections of its own: it looks for as long as it takes, and nobody's request waits for it.</remarks>
public sealed class Lookout(string connectionString, SearchSources sources, StandingSearches standing) : IDisposable
{
    // A row shows its time before its transaction is committed: what was under way then is looked at again.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(2);

    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = 2 });

    public async Task<IReadOnlyList<StandingSearch>> Open(CancellationToken cancel)
    {
        await using var command = _own.CreateCommand(standing.Sql);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var open = new List<StandingSearch>();
        while (await rows.ReadAsync(cancel))
            open.Add(new StandingSearch(rows.GetGuid(0), new OfficerId(rows.GetGuid(1)), rows.GetString(2)));
        return open;
    }

    /// <summary>The database's time: what is found now can be asked to have changed since.</summary>
    public async Task<DateTimeOffset> Now(CancellationToken cancel)
    {
        await using var command = _own.CreateCommand("select clock_timestamp()");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return rows.GetFieldValue<DateTimeOffset>(0);
    }

    /// <param name="parts">By key; all words of a part are found in one record.</param>
    /// <param name="types">Names of the types to look among, as in the schema.</param>
    /// <param name="since">Only in cases where something changed since; in all when null.</param>
    public async Task<IReadOnlyList<Sighted>> Find(
        IReadOnlyList<(Guid Key, IReadOnlyList<string> Parts)> parts, IReadOnlyList<string> types, DateTimeOffset? since, CancellationToken cancel)
    {
        var asked = parts.SelectMany(p => p.Parts.Select((part, n) => (p.Key, N: n, Part: part))).ToList();
        var among = sources.All.Where(s => types.Contains(s.Type)).ToList();
        if (asked.Count == 0 || among.Count == 0)
            return [];
        var sql = new Sql().Add("with q as materialized (select k, n, plainto_tsquery('english', w) || plainto_tsquery('french', w) || plainto_tsquery('simple', b) as asked from unnest(")
            .Value(asked.Select(a => a.Key).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid).Add(", ")
            .Value(asked.Select(a => a.N).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer).Add(", ")
            .Value(asked.Select(a => a.Part).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text).Add(", ")
            .Value(asked.Select(a => SearchTerms.Bare(a.Part)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text).Add(") u(k, n, w, b))");
        if (since is { } from)
            Changed(sql, among, from - UnderWay);
        for (var i = 0; i < among.Count; i++)
            Matches(sql.Add(i > 0 ? " union all " : " "), among[i], since is not null);
        await using var connection = await _own.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { sql.Command() } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<Sighted>();
        while (await rows.ReadAsync(cancel))
            found.Add(new Sighted(rows.GetGuid(0), rows.GetInt32(1), new CaseId(rows.GetGuid(2)), rows.GetString(3), rows.GetGuid(4), rows.GetInt32(5)));
        return found;
    }

    public void Dispose() => _own.Dispose();

    private static void Changed(Sql sql, List<SearchSource> among, DateTimeOffset from)
    {
        sql.Add(", c as materialized (");
        for (var i = 0; i < among.Count; i++)
            sql.Add(i > 0 ? " union " : "").Add($"select t.{CaseOf(among[i].View)} from {ViewTable.Name(among[i].View)} t where t.changed_at > ")
                .Value(from.ToUniversalTime(), NpgsqlDbType.TimestampTz).Add(Current(among[i].View));
        sql.Add(")");
    }

    private static void Matches(Sql sql, SearchSource among, bool changed)
    {
        var (table, onCase) = (ViewTable.Name(among.View), CaseOf(among.View));
        sql.Add($"select q.k, q.n, t.{onCase}, '{among.Type}', (array_agg(t.id order by t.changed_at, t.id))[1], t.label from q join {table} t on t.words @@ q.asked ")
            .Add($"where t.{onCase} is not null{Current(among.View)}{(changed ? $" and t.{onCase} in (select * from c)" : "")} group by 1, 2, 3, 6");
    }

    private static string CaseOf(IView view) => view.Shape.Cells.First(cell => cell.Clr == typeof(CaseId)).Sql;

    private static string Current(IView view) => view.Temporal ? " and t.superseded_at is null" : "";
}
