using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;
using Npgsql;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>Which part of the inbox is asked for.</summary>
public sealed record InboxFilter(CaseId? Case, IReadOnlyList<string>? Kinds, bool? Overdue);

/// <summary>Asks all sources in one question, under the caller's labels and by the caller's roles of that moment.</summary>
public sealed class InboxReader(Reader reader, InboxSources sources, Standings standings, Cursors cursors, TimeProvider clock, Caller caller)
{
    private const int MostTries = 3;

    private const string Summary =
        "select count(*)::int, (count(*) filter (where i.overdue))::int, "
        + "coalesce(md5(string_agg(concat_ws(' ', i.source, i.id, i.overdue, i.due), ',' order by i.source, i.id)), '')";

    public async Task<Page<InboxItem>> Page(InboxFilter filter, PageArgs page, CancellationToken cancel)
    {
        var part = new InboxPart(filter, page, cursors, caller.Officer);
        var rows = await Ask(waiting => part.Rows(waiting), Read, cancel);
        return part.Page(rows, reader.Trail, count => Ask(waiting => part.Count(waiting), Number, count));
    }

    /// <summary>How much waits, and a mark that is another when anything came, went or changed its time.</summary>
    internal Task<(InboxState State, string Mark)> State(CancellationToken cancel) => Ask(
        waiting => waiting.AddTo(new Sql().Add(Summary), new InboxFilter(null, null, null)),
        async (rows, stop) =>
        {
            await rows.ReadAsync(stop);
            return (new InboxState(rows.GetInt32(0), rows.GetInt32(1)), rows.GetString(2));
        }, cancel);

    // What waits follows from roles, and the question may find that those kept were old: then it is asked by the new ones. Where they
    // change faster than one can ask, the labels of the snapshot still say what is read at all.
    private async Task<T> Ask<T>(Func<InboxUnion, Sql> question, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var standing = await standings.Latest(caller, cancel);
            var waiting = new InboxUnion(sources.All, standing.Rights, clock.GetUtcNow());
            var answer = await reader.Ask(question(waiting), rows => read(rows, cancel), cancel);
            if (attempt == MostTries || ReferenceEquals(standing, await standings.Latest(caller, cancel)))
                return answer;
        }
    }

    private static async Task<int> Number(NpgsqlDataReader rows, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel);
        return rows.GetInt32(0);
    }

    private async Task<IReadOnlyList<(InboxItem, string[], Seen)>> Read(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var items = new List<(InboxItem, string[], Seen)>();
        while (await rows.ReadAsync(cancel))
        {
            var (source, id) = (sources.All[rows.GetInt32(0)], rows.GetGuid(1));
            var item = new InboxItem(
                source.Kind, rows.GetFieldValue<DateTimeOffset>(3), rows.IsDBNull(4) ? null : rows.GetFieldValue<DateTimeOffset>(4),
                rows.GetBoolean(5), rows.IsDBNull(2) ? null : new CaseId(rows.GetGuid(2)), new AnyRecord(source.View.Row, id));
            string[] place = [rows.GetString(7), rows.GetString(8), rows.GetString(9), id.ToString(), rows.GetInt32(0).ToString(CultureInfo.InvariantCulture)];
            items.Add((item, place, new Seen(source.View.Table, id, rows.GetInt32(6))));
        }
        return items;
    }
}
