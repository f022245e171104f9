using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Access;

/// <summary>An officer with a role on a case or an operation.</summary>
/// <param name="Roles">Those that hold at the time asked about.</param>
/// <param name="Grant">All that the officer holds and held there.</param>
public sealed record TeamMember(OfficerId Officer, Items<TeamRole> Roles, GrantRow Grant)
{
    private static readonly Column Periods = Unasked("t.periods", ColumnKind.Json, typeof(string));
    private static readonly Column Begins = Unasked("coalesce((t.periods -> 0 ->> 'from')::timestamptz, 'infinity')", ColumnKind.Time, typeof(DateTimeOffset));
    private static readonly Column Departed = Unasked("exists (select from rm.officer o where o.id = t.officer and o.departed_on <= now())", ColumnKind.Flag, typeof(bool));
    private static readonly Column DepartedOn = Unasked("(select o.departed_on from rm.officer o where o.id = t.officer)", ColumnKind.Time, typeof(DateTimeOffset?));
    private static readonly Order<GrantRow> TheFirstFirst = new([new Sorting(Begins, Descending: false)]);

    /// <summary>The team that works on something, at a time or now.</summary>
    internal static Loaded<Page<TeamMember>> Of(Guid scope, PageArgs page, DateTimeOffset? at, TimeProvider clock, IReader reader)
    {
        var time = at ?? clock.GetUtcNow();
        return reader.PageOf(GrantRow.Scope, scope, new Condition.And([new Condition.Test(Periods, Operator.HoldsAt, at), Serves(at)]), null, TheFirstFirst, page)
            .Then(grants => new Page<TeamMember>(
                [.. grants.Rows.Select(row => SeenAt(time, row))], grants.HasNextPage, grants.HasPreviousPage, seen => grants.Cursor(seen.Grant), grants.TotalCount));
    }

    private static TeamMember SeenAt(DateTimeOffset time, GrantRow row) =>
        new(row.Officer, [.. row.Periods.Where(p => p.HoldsAt(time)).Select(p => new TeamRole(p.Role, p.From, p.Until))], row);

    // Who has left the agency's service holds nothing any more, whatever was given to them.
    private static Condition Serves(DateTimeOffset? at) => at is { } time
        ? new Condition.Or([new Condition.Test(DepartedOn, Operator.Eq, null), new Condition.Test(DepartedOn, Operator.Gt, time)])
        : new Condition.Test(Departed, Operator.Eq, false);

    private static Column Unasked(string sql, ColumnKind kind, Type clr) => new("team", sql, kind, clr, Nullable: false, Filterable: false, Sortable: false);
}

/// <summary>A role of a member of a team.</summary>
/// <param name="From">First moment it holds.</param>
/// <param name="Until">First moment it no longer holds; absent when no end is set.</param>
public sealed record TeamRole(Role Role, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>What a case shows of its team.</summary>
public static class TeamOfCase
{
    /// <summary>The officers with a role on the case itself, whoever began first. Who reads it by a role in its task force is not among them.</summary>
    /// <param name="at">With a role at that time; now when absent.</param>
    public static Loaded<Page<TeamMember>> Team(CaseId @case, PageArgs page, DateTimeOffset? at, TimeProvider clock, IReader reader) =>
        TeamMember.Of(@case.Value, page, at, clock, reader);
}

/// <summary>What an operation shows of its team.</summary>
public static class TeamOfOperation
{
    /// <summary>The officers with a role on the operation, whoever began first: those of the caller's own agency, or all for whoever may read all sites.</summary>
    /// <param name="at">With a role at that time; now when absent.</param>
    public static Loaded<Page<TeamMember>> Team(OperationId operation, PageArgs page, DateTimeOffset? at, TimeProvider clock, IReader reader) =>
        TeamMember.Of(operation.Value, page, at, clock, reader);
}
