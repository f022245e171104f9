namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// Records whose label was changed after they were made: what they and all their facts stand under now, whatever the facts say themselves, for
/// these are never edited (ADR 0020). In the views the rows themselves were put under it.
/// </summary>
internal static class RelabelledTable
{
    /// <summary>Number and marking of the record whose stream <c>e</c> is a fact of; null when its label is as the facts say.</summary>
    public const string OfFact = "(select m.label || ' ' || m.tlp from cm.relabelled m where m.record = e.stream_id)";

    /// <summary>The number under which a row of the events stands, for their policy.</summary>
    public const string OfEvent = "coalesce((select m.label from cm.relabelled m where m.record = stream_id), (headers ->> 'label')::int)";

    /// <summary>The number under which the record with that id stands.</summary>
    public static string Of(string id) =>
        $"coalesce((select m.label from cm.relabelled m where m.record = {id}), (select (e.headers ->> 'label')::int "
        + $"from {Schemas.Events}.mt_events e where e.stream_id = {id} and not e.is_archived order by e.version desc limit 1))";

    public const string Put =
        "insert into cm.relabelled (record, label, tlp, own) select m.id, m.label, m.tlp, m.own from unnest($1::uuid[], $2::int[], $3::text[], $4::int[]) m(id, label, tlp, own) "
        + "on conflict (record) do update set label = excluded.label, tlp = excluded.tlp, own = excluded.own";

    public const string Tell =
        "insert into cm.label_change (record, at, was, label) select m.id, $4, m.was, m.label from unnest($1::uuid[], $2::int[], $3::int[]) m(id, was, label) where m.was <> m.label";

    public const string Sql =
        $$"""
        -- Own: what the record says itself, beside its case; null when it goes with the case.
        create table if not exists cm.relabelled (record uuid primary key, label integer not null, tlp text not null, own integer);
        grant select on cm.relabelled to cm_read;
        -- When it was put under which: who could read it then is asked for years later.
        create table if not exists cm.label_change (record uuid not null, at timestamptz not null, was integer not null, label integer not null, primary key (record, at));
        grant select on cm.label_change to cm_read;

        -- An act that began before a record was put under another label would leave rows under the former one: it must look again. Asked when the
        -- act holds the stream, since a relabelling holds it as well.
        create or replace function cm.keep_label() returns trigger language plpgsql as $$
        declare stands integer;
        begin
            select m.label into stands from cm.relabelled m where m.record = new.id;
            if stands is not null and exists (select from {{Schemas.Events}}.mt_events e
                where e.stream_id = new.id and e.version = new.version and (e.headers ->> 'label')::int <> stands) then
                raise exception 'the record stands under another label by now' using errcode = 'serialization_failure';
            end if;
            return null;
        end $$;
        create or replace trigger cm_keep_label after update on {{Schemas.Events}}.mt_streams for each row execute function cm.keep_label();
        """;
}
