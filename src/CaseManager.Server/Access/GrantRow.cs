using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>One officer's roles on one case, in one task force or on one operation.</summary>
public readonly record struct GrantId(Guid Value) : IId<GrantId>
{
    public static GrantId Of(Guid value) => new(value);
}

/// <summary>What an officer holds and held on a case, in a task force or on an operation.</summary>
public sealed record GrantRow(
    GrantId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer,
    [property: Hidden] ScopeKind ScopeKind, [property: Hidden] Guid ScopeId, CaseId? Case, TaskForceId? TaskForce,
    OperationId? Operation, CompartmentId? Compartment, Items<GrantPeriod> Periods) : IRow
{
    /// <summary>The column by which a team is found, whatever it works on.</summary>
    public const string Scope = "scope";

    public static View<GrantRow> View { get; } = new("officer_grant")
    {
        Indexes = ["index on (officer)", "index on (scope_id)"],
        Computed = [new Column(Scope, "t.scope_id", ColumnKind.Uuid, typeof(Guid), Nullable: false, Filterable: false, Sortable: false) { Computed = true }],
    };

    public static Projected<IGrantFact, GrantRow> Projection { get; } = new(View, Evolve);

    /// <summary>
    /// What an officer holds, for the kernel's standings. A role in a task force holds within the membership of the officer's agency in
    /// which it was given: it ends with that membership, and a later one does not bring it back.
    /// </summary>
    public static RightsQuery Rights { get; } = new(
        """
        select o.id is not null and (o.departed_on is null or o.departed_on > clock_timestamp()), g.scope_kind, g.scope_id, g.role, g.starts, g.ends, o.departed_on,
            (select country from rm.agency where code = o.agency), g.emergency, g.task_force
        from (select) caller left join rm.officer o on o.id = $1
        left join lateral (
            select h.scope_kind, h.scope_id, h.role, h.starts, least(h.ends, m.ends) as ends, null::uuid as emergency, null::uuid as task_force
            from (select scope_kind, scope_id, p ->> 'role' as role, (p ->> 'from')::timestamptz as starts, (p ->> 'until')::timestamptz as ends
                from rm.officer_grant, jsonb_array_elements(periods) p where officer = $1) h
            left join lateral (
                select (a ->> 'from')::timestamptz as starts, (a ->> 'until')::timestamptz as ends
                from rm.task_force t, jsonb_array_elements(t.memberships) a
                where t.id = h.scope_id and a ->> 'agency' = (select agency from rm.officer where id = $1)) m
                on h.scope_kind = 'TaskForce' and m.starts <= h.starts and (m.ends is null or m.ends > h.starts)
            where h.scope_kind <> 'TaskForce' or m.starts is not null
            union all
            select 'Case', e."case", null, e."from", least(e.until, e.ended_at), e.id, e.task_force
            from rm.emergency_access e where e.officer = $1 and e.until > clock_timestamp() - interval '1 day') g on true
        """,
        """
        select $1 union all select id from rm.officer_grant where officer = $1
        union all select id from rm.emergency_access where officer = $1
        union all select scope_id from rm.officer_grant where officer = $1 and scope_kind = 'TaskForce'
        union all select a.id from rm.agency a join rm.officer o on o.agency = a.code where o.id = $1
        """,
        "select label from rm.emergency_access where id = $1",
        "select distinct officer from rm.officer_grant where scope_id = any($1)");

    /// <summary>For the kernel's read log: the task forces of an agency or an officer, and who oversees each.</summary>
    public static OverseersQuery Overseers { get; } = new(
        """
        select t.id, g.officer from rm.task_force t
        left join (
            select distinct h.scope_id, h.officer from rm.officer_grant h join rm.officer o on o.id = h.officer, jsonb_array_elements(h.periods) p
            where h.scope_kind = 'TaskForce' and p ->> 'role' = any($2) and (o.departed_on <= now()) is not true
                and (p ->> 'from')::timestamptz <= now() and ((p ->> 'until')::timestamptz <= now()) is not true) g on g.scope_id = t.id
        where exists (select from jsonb_array_elements(t.memberships) m
            where m ->> 'agency' = $1 and (m ->> 'from')::timestamptz <= now() and ((m ->> 'until')::timestamptz <= now()) is not true)
        """,
        """
        select distinct h.scope_id, h.officer from rm.officer_grant h
        join rm.officer o on o.id = h.officer join rm.task_force t on t.id = h.scope_id, jsonb_array_elements(h.periods) p
        where h.scope_kind = 'TaskForce' and h.officer <> $1 and p ->> 'role' = any($2) and (o.departed_on <= now()) is not true
            and (p ->> 'from')::timestamptz <= now() and ((p ->> 'until')::timestamptz <= now()) is not true
            and exists (select from jsonb_array_elements(t.memberships) m where m ->> 'agency' = o.agency
                and (m ->> 'from')::timestamptz <= (p ->> 'from')::timestamptz and ((m ->> 'until')::timestamptz <= now()) is not true)
            and exists (select from rm.officer_grant mine where mine.officer = $1 and mine.scope_id = h.scope_id)
        """);

    /// <summary>For the kernel's past rights: who holds or held something there.</summary>
    public static HoldersQuery Holders { get; } = new(
        """
        select h.officer, o.agency, s.id from (
            select officer from rm.officer_grant where scope_id = any($1) union select officer from rm.emergency_access where "case" = any($1)) h
        join rm.officer o on o.id = h.officer
        cross join lateral (
            select h.officer union all select a.id from rm.agency a where a.code = o.agency
            union all select g.id from rm.officer_grant g where g.officer = h.officer and (g.scope_id = any($1) or g.scope_kind in ('TaskForce', 'Compartment'))
            union all select g.scope_id from rm.officer_grant g where g.officer = h.officer and g.scope_kind = 'TaskForce'
            union all select e.id from rm.emergency_access e where e.officer = h.officer and e."case" = any($1)) s(id)
        """);

    /// <summary>Officers of an agency ($1) with roles in a task force ($2): whose rights follow its membership.</summary>
    internal const string OfAgency =
        "select g.officer from rm.officer_grant g join rm.officer o on o.id = g.officer where o.agency = ? and g.scope_id = ?";

    [Hidden]
    public Guid Key => Id.Value;

    private static GrantRow Evolve(GrantRow? row, StoredFact<IGrantFact> stored)
    {
        var before = row is null ? null : new Grant(new Domain.Access.Scope(row.ScopeKind, row.ScopeId), row.Officer, row.Periods);
        var grant = Grant.Evolve(before, stored.Fact);
        return new GrantRow(
            new GrantId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, grant.Officer, grant.Scope.Kind, grant.Scope.Id,
            grant.Scope.Kind == ScopeKind.Case ? new CaseId(grant.Scope.Id) : null,
            grant.Scope.Kind == ScopeKind.TaskForce ? new TaskForceId(grant.Scope.Id) : null,
            grant.Scope.Kind == ScopeKind.Operation ? new OperationId(grant.Scope.Id) : null,
            grant.Scope.Kind == ScopeKind.Compartment ? new CompartmentId(grant.Scope.Id) : null,
            grant.Periods);
    }
}
