using CaseManager.Server.Kernel.Store;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>
/// The read log's table. A row is what one operation was shown of one view under one label, or what it asked for in vain; the records stand
/// in it together, for a row and two index entries for each of fifty would cost more than the page they were read for.
/// </summary>
internal static class ReadLogSchema
{
    public static readonly string Sql =
        $$"""
        create table if not exists cm.read_log (
            id bigint generated always as identity primary key,
            at timestamptz not null,
            officer uuid not null,
            agency text not null,
            kind text not null,
            operation text,
            document text,
            decision text not null,
            view text,
            label integer not null,
            also integer[] not null,
            records uuid[] not null,
            total integer not null);
        alter table cm.read_log add column if not exists emergency uuid;
        create index if not exists read_log_at on cm.read_log (at, id);
        create index if not exists read_log_officer on cm.read_log (officer, at, id);
        create index if not exists read_log_in_vain on cm.read_log (officer, at) where decision <> 'Shown';
        create index if not exists read_log_emergency on cm.read_log (emergency, at, id) where emergency is not null;
        -- What waits to be sorted in is looked through by each question and sorted in by one unlucky write: little of it (kB).
        create index if not exists read_log_records on cm.read_log using gin (records) with (gin_pending_list_limit = 256);

        -- Whoever writes it, the database says when; and a line that stands is never another.
        create or replace function cm.stamp_read() returns trigger language plpgsql as $$
        begin
            new.at := clock_timestamp();
            return new;
        end $$;
        create or replace trigger cm_stamp_read before insert on cm.read_log for each row execute function cm.stamp_read();
        create or replace trigger cm_keep_read before update or delete on cm.read_log for each row execute function cm.keep_facts();
        create or replace trigger cm_keep_all_reads before truncate on cm.read_log for each statement execute function cm.keep_facts();

        -- A line is seen under the label of what was read, like that itself, also when that stands under another by now; which of these labels the caller oversees is the reader's to say.
        alter table cm.read_log enable row level security;
        alter table cm.read_log force row level security;
        do $$ begin
            if not exists (select 1 from pg_policies where schemaname = 'cm' and tablename = 'read_log' and qual like '%bit varying%') then
                drop policy if exists cm_readers on cm.read_log;
                create policy cm_readers on cm.read_log for select to cm_read
                    using (case when also <> '{}' or records = '{}'
                        then {{ReadableLabels.Has("label")}}
                            or exists (select from unnest(also) a(label) where {{ReadableLabels.Has("a.label")}})
                        else exists (select from unnest(records) x(id) left join cm.relabelled m on m.record = x.id
                            where {{ReadableLabels.Has("coalesce(m.label, read_log.label)")}}) end);
            end if;
            if not exists (select 1 from pg_policies where schemaname = 'cm' and tablename = 'read_log' and policyname = 'cm_writers') then
                execute format('create policy cm_writers on cm.read_log to %I using (true) with check (true)', current_user);
            end if;
        end $$;
        grant select on cm.read_log to cm_read;

        -- A reader's own statement could not use the index (ADR 0012): this looks as the table's owner, within the same labels. Few rows are
        -- promised, so that the plan begins here and not with the latest line of all.
        create or replace function cm.reads_of(asked uuid) returns table (id bigint)
            language sql stable rows 10 security definer set search_path = pg_catalog, pg_temp as $f$
            select r.id from cm.read_log r where r.records @> array[asked]
                and ({{ReadableLabels.Has("coalesce((select m.label from cm.relabelled m where m.record = asked and r.also = '{}'), r.label)")}}
                    or exists (select from unnest(r.also) a(label) where {{ReadableLabels.Has("a.label")}}))
        $f$;
        revoke all on function cm.reads_of(uuid) from public;
        grant execute on function cm.reads_of(uuid) to cm_read;
        """;
}
