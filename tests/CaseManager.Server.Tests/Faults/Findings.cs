using CaseManager.Server.Tests.Store;

namespace CaseManager.Server.Tests.Faults;

/// <summary>What a store looks like after accidents, against what its clients were told.</summary>
internal sealed record Findings(int Acked, int Lost, int Doubled, int Torn, IReadOnlyList<string> Views)
{
    // A mark is in one fact that opens a case, records an entry, or corrects its text (there once as "is").
    private const string Marks = """
        select coalesce(data ->> 'is', data ->> 'text', data ->> 'title') from es.mt_events
        where type in ('case.opened.v1', 'entry.recorded.v1', 'entry.text-corrected.v1')
        """;

    private const string TornPieces = """
        select 'fact without its command: ' || e.id from es.mt_events e where e.headers ->> 'command' is not null
            and not exists (select 1 from cm.command c where c.key = e.headers ->> 'command' and c.officer_id::text = e.user_name)
        union all select 'command without facts: ' || c.key from cm.command c
            where not exists (select 1 from es.mt_events e where c.key = e.headers ->> 'command' and c.officer_id::text = e.user_name)
        union all select 'command with another version: ' || c.key from cm.command c
            where (c.outcome ->> 'version')::bigint > (select max(version) from es.mt_events e where e.stream_id = (c.outcome ->> 'id')::uuid)
        union all select 'gap in stream: ' || stream_id from es.mt_events where type <> 'tombstone' group by stream_id having max(version) <> count(*)
        union all select concat_ws(' ', 'stream at another version:', s.id, s.version, s.type,
            (select string_agg(e.type || e.version, ' ') from es.mt_events e where e.stream_id = s.id)) from es.mt_streams s
            where s.version is distinct from (select max(version) from es.mt_events e where e.stream_id = s.id)
            -- Marten's own stream, one for each process, marks the places of appends rolled back and stays at version 0 (TombstoneTests).
            and not (s.version = 0 and not exists (select 1 from es.mt_events e where e.stream_id = s.id and e.type <> 'tombstone'))
        """;

    public bool AllWell => Lost == 0 && Doubled == 0 && Torn == 0 && Views.Count == 0;

    public static async Task<Findings> Of(string database, IReadOnlyCollection<Acknowledged> acked)
    {
        var marks = (await Query.Texts(database, Marks)).Where(m => m.StartsWith("mark-", StringComparison.Ordinal)).GroupBy(m => m).ToDictionary(m => m.Key, m => m.Count());
        var keys = (await Query.Texts(database, "select key from cm.command")).ToHashSet();
        var lost = acked.Count(a => !keys.Contains(a.Key) || !marks.ContainsKey(a.Mark));
        var torn = await Query.Texts(database, TornPieces);
        var views = Store.Views.Differences(await Store.Views.Live(database), await Store.Views.Folded(database));
        return new(acked.Count, lost, marks.Values.Count(n => n > 1), torn.Count, [.. torn.Take(10), .. views]);
    }
}
