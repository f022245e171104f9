using System.Security.Cryptography;
using System.Text;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using Marten;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// The database around Marten's tables: labels, command log, read log, rights epochs, the views with their row-level security, and the guards on
/// stored facts. Applied at start; doing it twice changes nothing.
/// </summary>
public sealed class KernelSchema(IDocumentStore store, NpgsqlDataSource database, FactCatalog catalog, ViewRebuild rebuild)
{
    public async Task Apply(CancellationToken cancel)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await using var connection = await database.OpenConnectionAsync(cancel);
        // Two nodes that start at once take turns.
        await Run(connection, "select pg_advisory_lock(72190001)", cancel);
        try
        {
            await Run(connection, Sql, cancel);
            await Run(connection, RelabelledTable.Sql, cancel);
            await Run(connection, Facts, cancel);
            await Run(connection, ReadLogSchema.Sql, cancel);
            foreach (var projection in catalog.Projections)
                await Ensure(connection, projection, cancel);
        }
        finally
        {
            await Run(connection, "select pg_advisory_unlock(72190001)", CancellationToken.None);
        }
    }

    /// <summary>What keeps the schema from being the one this program needs; null when nothing does.</summary>
    public async Task<string?> Problem(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("select name, shape from cm.view_state", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var shapes = new Dictionary<string, string>();
        while (await rows.ReadAsync(cancel))
            shapes.Add(rows.GetString(0), rows.GetString(1));
        return catalog.Projections.FirstOrDefault(p => shapes.GetValueOrDefault(p.View.Table) != Fingerprint(catalog, p))?.View.Table is { } table
            ? $"view {table} is not built for this version"
            : null;
    }

    private async Task Ensure(NpgsqlConnection connection, IProjected projection, CancellationToken cancel)
    {
        var view = projection.View;
        var fingerprint = Fingerprint(catalog, projection);
        await using (var known = new NpgsqlCommand("select 1 from cm.view_state where name = $1 and shape = $2", connection)
        {
            Parameters = { new() { Value = view.Table }, new() { Value = fingerprint } },
        })
        {
            if (await known.ExecuteScalarAsync(cancel) is not null)
                return;
        }
        await rebuild.Run(connection, projection, fingerprint, cancel);
    }

    internal static string Fingerprint(FactCatalog catalog, IProjected projection)
    {
        var view = projection.View;
        var told = string.Concat(catalog.TellingsIn(projection).Select(t => " " + t.Of.View.Table));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            ViewTable.Create(view, view.Table) + SearchTable.Fill(view) + ViewTable.Secure(view) + view.Revision + told)));
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 }; // A node that starts waits for another's rebuild.
        await command.ExecuteNonQueryAsync(cancel);
    }

    private const string Sql = $$"""
        create schema if not exists cm;
        create schema if not exists rm;
        do $$ begin
            if not exists (select 1 from pg_roles where rolname = 'cm_read') then
                create role cm_read nologin;
            end if;
            if not pg_has_role(current_user, 'cm_read', 'member') then
                execute format('grant cm_read to %I', current_user);
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        create table if not exists cm.label (
            id integer generated always as identity primary key,
            hash bytea not null unique,
            body jsonb not null);
        create table if not exists cm.officer_epoch (officer_id uuid primary key, epoch bigint not null);
        create table if not exists cm.command (
            officer_id uuid not null,
            key text not null,
            fingerprint bytea not null,
            outcome jsonb not null,
            recorded_at timestamptz not null default now(),
            primary key (officer_id, key));
        create table if not exists cm.view_state (
            name text primary key, shape text not null, built_at timestamptz not null default now(), built_in xid8 not null default pg_current_xact_id());
        alter table cm.view_state add column if not exists built_in xid8 not null default pg_current_xact_id();
        create table if not exists cm.secret (name text primary key, value bytea not null);
        grant usage on schema rm, cm to cm_read;
        grant usage on schema {{Schemas.Events}} to cm_read;
        grant select on {{Schemas.Events}}.mt_events to cm_read;
        grant select on cm.view_state to cm_read;

        -- Application code never sets the time of a fact: whoever writes it, the database says when, rising within a stream.
        create or replace function cm.stamp_fact() returns trigger language plpgsql as $$
        declare before timestamptz;
        begin
            if new.version > 1 then
                select e.timestamp into before from {{Schemas.Events}}.mt_events e
                where e.stream_id = new.stream_id and e.version = new.version - 1;
            end if;
            -- The time at which the act held all that it stands on, if it said so; never one that has not come, nor one before it began.
            new.timestamp := greatest(
                now(), least(clock_timestamp(), nullif(current_setting('cm.at', true), '')::timestamptz), before + interval '1 microsecond');
            return new;
        end $$;
        create or replace trigger cm_stamp_fact before insert on {{Schemas.Events}}.mt_events for each row execute function cm.stamp_fact();

        -- Facts are corrected by further facts, never edited and never removed.
        create or replace function cm.keep_facts() returns trigger language plpgsql as $$
        begin
            raise exception 'stored facts are kept as they are' using errcode = 'restrict_violation';
        end $$;
        create or replace trigger cm_keep_facts before update or delete on {{Schemas.Events}}.mt_events for each row execute function cm.keep_facts();
        -- Emptying a partition alone does not ask its parent's guard.
        do $$ declare part regclass; begin
            for part in select '{{Schemas.Events}}.mt_events'::regclass union all select inhrelid from pg_inherits where inhparent = '{{Schemas.Events}}.mt_events'::regclass loop
                execute format('create or replace trigger cm_keep_all_facts before truncate on %s for each statement execute function cm.keep_facts()', part);
            end loop;
        end $$;
        -- Nor are the answers given: without its row a repeated command would be done again.
        create or replace trigger cm_keep_command before update or delete on cm.command for each row execute function cm.keep_facts();
        create or replace trigger cm_keep_all_commands before truncate on cm.command for each statement execute function cm.keep_facts();
        """;

    private static readonly string Facts = $$"""
        -- Whoever reads for a caller sees the facts under a label that is in the caller's set; an absent set is an empty one.
        alter table {{Schemas.Events}}.mt_events enable row level security;
        alter table {{Schemas.Events}}.mt_events force row level security;
        do $$ begin
            if not exists (select 1 from pg_policies where schemaname = '{{Schemas.Events}}' and tablename = 'mt_events' and qual like '%bit varying%') then
                drop policy if exists cm_readers on {{Schemas.Events}}.mt_events;
                create policy cm_readers on {{Schemas.Events}}.mt_events for select to cm_read
                    using ({{ReadableLabels.Has(RelabelledTable.OfEvent)}});
            end if;
            if not exists (select 1 from pg_policies where schemaname = '{{Schemas.Events}}' and tablename = 'mt_events' and policyname = 'cm_writers') then
                execute format('create policy cm_writers on {{Schemas.Events}}.mt_events to %I using (true) with check (true)', current_user);
            end if;
        end $$;
        """;
}

/// <summary>Names of the database's schemas: facts, documents and messages are the libraries', the rest is ours.</summary>
public static class Schemas
{
    public const string Events = "es";
    public const string Documents = "doc";
    public const string Messages = "wolverine";
    public const string Views = "rm";
}
