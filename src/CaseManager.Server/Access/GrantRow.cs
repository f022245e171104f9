using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>One officer's roles on one case or in one task force.</summary>
public readonly record struct GrantId(Guid Value) : IId<GrantId>
{
    public static GrantId Of(Guid value) => new(value);
}

/// <summary>What an officer holds and held on a case or in a task force.</summary>
public sealed record GrantRow(
    GrantId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer,
    [property: Hidden] ScopeKind ScopeKind, [property: Hidden] Guid ScopeId, CaseId? Case, TaskForceId? TaskForce, Items<GrantPeriod> Periods) : IRow
{
    public static View<GrantRow> View { get; } = new("officer_grant")
    {
        Indexes = ["index on (officer)", "index on (scope_id)"],
    };

    public static Projected<IGrantFact, GrantRow> Projection { get; } = new(View, Evolve);

    /// <summary>What an officer holds, for the kernel's standings.</summary>
    public static RightsQuery Rights { get; } = new(
        """
        select o.registered, g.scope_kind, g.scope_id, g.period ->> 'role', (g.period ->> 'from')::timestamptz, (g.period ->> 'until')::timestamptz
        from (select exists (select 1 from rm.officer where id = $1 and (departed_on is null or departed_on > now())) as registered) o
        left join lateral (
            select scope_kind, scope_id, period from rm.officer_grant, jsonb_array_elements(periods) period where officer = $1) g on true
        """);

    [Hidden]
    public Guid Key => Id.Value;

    private static GrantRow Evolve(GrantRow? row, StoredFact<IGrantFact> stored)
    {
        var before = row is null ? null : new Grant(new Scope(row.ScopeKind, row.ScopeId), row.Officer, row.Periods);
        var grant = Grant.Evolve(before, stored.Fact);
        return new GrantRow(
            new GrantId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, grant.Officer, grant.Scope.Kind, grant.Scope.Id,
            grant.Scope.Kind == ScopeKind.Case ? new CaseId(grant.Scope.Id) : null,
            grant.Scope.Kind == ScopeKind.TaskForce ? new TaskForceId(grant.Scope.Id) : null,
            grant.Periods);
    }
}
