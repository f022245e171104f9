using CaseManager.Server.Access;
using CaseManager.Server.Kernel.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Server.Tests.Access;

/// <summary>Something that is wrong with the law, as a mistake would make it.</summary>
/// <param name="Plant">SQL that makes it so; <paramref name="Mend"/> as it was.</param>
internal sealed record Fault(string Name, string Plant = "select 1", string Mend = "select 1")
{
    /// <summary>A service that a node has otherwise; such a fault, and one that a running node has read already, has a node of its own.</summary>
    public Action<IServiceCollection>? Service { get; init; }

    public bool OwnNode { get; init; }

    /// <summary>It is at work when rights change: it is there when those of a new world turn.</summary>
    public bool AtTurn { get; init; }
}

/// <summary>The faults that the oracle must find. None of them is in the product: they are made in a database and in nodes of their own.</summary>
internal static class Faults
{
    private static readonly string InSet = ReadableLabels.Has("label");

    private static readonly string[] Views =
    [
        "agency", "officer", "task_force", "compartment", "release_request", "officer_grant", "case_file", "timeline_entry", "exhibit", "task", "link", "operation", "partner_site", "site",
        "acknowledgement", "saved_view",
    ];

    private static readonly string[] Searched = ["officer", "case_file", "timeline_entry", "exhibit", "task", "operation", "site"];

    public static IReadOnlyList<Fault> All =>
    [
        .. Views.Select(v => Policy($"{v} is read by everybody", $"rm.{v}", "true")),
        Policy("case_file is read up to the highest label", "rm.case_file", $"label <= (select max(l) from unnest({ReadableLabels.Numbers}) l)"),
        Policy("task is read under any but the own labels", "rm.task", $"not {InSet}"),
        .. Searched.Select(Search),
        Label("an exhibit stands under its case's label", "exhibit", "update rm.exhibit t set label = c.label from rm.case_file c where c.id = t.\"case\""),
        Label("an entry stands under its case's label", "timeline_entry", "update rm.timeline_entry t set label = c.label from rm.case_file c where c.id = t.\"case\" and not t.derived"),
        Label("what is told of a record stands under the case's label", "timeline_entry", "update rm.timeline_entry t set label = c.label from rm.case_file c where c.id = t.\"case\" and t.derived"),
        Label("a site stands under its operation's label", "site", "update rm.site t set label = o.label from rm.operation o where o.id = t.operation and o.superseded_at is null"),
        Label("an operation's grants stand under its label", "officer_grant", "update rm.officer_grant t set label = o.label from rm.operation o where o.id = t.operation and o.superseded_at is null"),
        Label("a link stands under the label of the one end", "link", "update rm.link t set label = e.label from rm.timeline_entry e where e.id = t.\"from\" and e.superseded_at is null"),
        Label("tasks stand under the first task's label", "task", "update rm.task set label = (select label from rm.task order by id limit 1)"),
        new("no fact is read", "drop policy cm_readers on es.mt_events", $"create policy cm_readers on es.mt_events for select to cm_read using ({ReadableLabels.Has(RelabelledTable.OfEvent)})"),
        new("a fact stands under the label it was stored with", $"alter policy cm_readers on es.mt_events using ({ReadableLabels.Has("(headers ->> 'label')::int")})",
            $"alter policy cm_readers on es.mt_events using ({ReadableLabels.Has(RelabelledTable.OfEvent)})"),
        Label("what stands under a case does not follow it", "task", "update rm.task t set label = (e.headers ->> 'label')::int from es.mt_events e where e.stream_id = t.id and e.version = 1"),
        Body("TLP:RED is read like TLP:AMBER", "jsonb_set(jsonb_set(body, '{tlp}', '\"Amber\"'), '{readers}', '[]')", "body ->> 'tlp' = 'Red'"),
        Body("TLP:AMBER+STRICT is read like TLP:AMBER", "jsonb_set(body, '{tlp}', '\"Amber\"')", "body ->> 'tlp' = 'AmberStrict'"),
        Body("what restricts beside the TLP is not kept", "body - 'caveats'", "body ? 'caveats'"),
        Body("an embargo is over", "jsonb_set(body, '{caveats,embargoUntil}', 'null')", "body #>> '{caveats,embargoUntil}' is not null"),
        Body("a compartment is open", "jsonb_set(body, '{caveats,compartments}', '[]')", "body #> '{caveats,compartments}' <> '[]'"),
        Body("what it stands under as well is forgotten", "body - 'also'", "body ? 'also'"),
        Rights("a membership never ends", "least(h.ends, m.ends)", "h.ends"),
        Rights("a grant never ends", "(p ->> 'until')::timestamptz as ends", "null::timestamptz as ends"),
        Rights("a grant ends a day late", "(p ->> 'until')::timestamptz as ends", "(p ->> 'until')::timestamptz + interval '1 day' as ends"),
        Rights("a grant holds before it begins", "(p ->> 'from')::timestamptz as starts,", "least((p ->> 'from')::timestamptz, now() - interval '1 hour') as starts,"),
        Rights("who has left goes on", "(o.departed_on is null or o.departed_on > clock_timestamp())", "true"),
        Rights("who leaves later has left", "o.departed_on > clock_timestamp()", "false"),
        Rights("everybody with a token is registered", "o.id is not null and", "true or o.id is not null and"),
        Rights("a colleague's roles count", "rm.officer_grant, jsonb_array_elements(periods) p where officer = $1",
            "rm.officer_grant, jsonb_array_elements(periods) p where officer in (select c.id from rm.officer c where c.agency = (select agency from rm.officer where id = $1))"),
        Rights("what was given back stays open", "least(e.until, e.ended_at)", "e.until"),
        Rights("an emergency opens all cases of the agency", "select 'Case', e.\"case\", null", "select 'Case', (select c.id from rm.case_file c where c.superseded_at is null and c.lead_agency = e.agency and c.id <> e.\"case\" limit 1), null"),
        new("no epoch rises",
            "create function cm.keep_epoch() returns trigger language plpgsql as 'begin return old; end'; create trigger keep_epoch before update on cm.officer_epoch for each row execute function cm.keep_epoch()",
            "drop trigger keep_epoch on cm.officer_epoch; drop function cm.keep_epoch()") { AtTurn = true },
    ];

    private static Fault Policy(string name, string table, string reads) => new(name,
        $"alter policy cm_readers on {table} using ({reads})", $"alter policy cm_readers on {table} using ({InSet})");

    /// <summary>The function that looks for words no longer asks for the label; the one there was is kept beside it.</summary>
    private static Fault Search(string view) => new($"a search looks in all of {view}",
        $$"""
        create table kept_{{view}} as select pg_get_functiondef('cm.matches_{{view}}'::regproc) as def;
        do $$ begin execute (select regexp_replace(def, '[tm]\.label = any\(labels\)', 'true', 'g') from kept_{{view}}); end $$
        """,
        $"do $$ begin execute (select def from kept_{view}); end $$; drop table kept_{view}");

    private static Fault Label(string name, string view, string update) => new(name,
        $"create table kept_{view} as select ctid as at, * from rm.{view}; {update}",
        $"update rm.{view} t set label = k.label from kept_{view} k where k.id = t.id and k.version = t.version; drop table kept_{view}");

    // A label is under its number for good, and read once: only a node that starts later reads another.
    private static Fault Body(string name, string body, string where) => new(name,
        $"create table kept_label as select id, body from cm.label; update cm.label set body = {body} where {where}",
        "update cm.label l set body = k.body from kept_label k where k.id = l.id; drop table kept_label") { OwnNode = true };

    private static Fault Rights(string name, string was, string @is)
    {
        var wrong = GrantRow.Rights.Sql.Replace(was, @is, StringComparison.Ordinal);
        if (wrong == GrantRow.Rights.Sql)
            throw new InvalidOperationException($"{name}: the question for rights is another now.");
        return new(name) { OwnNode = true, Service = services => services.AddSingleton(GrantRow.Rights with { Sql = wrong }) };
    }
}
