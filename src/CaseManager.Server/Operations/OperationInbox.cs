using CaseManager.Domain.Access;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Operations;

/// <summary>What of operations waits for an officer: the agency's vote, and its sites' acknowledgements.</summary>
internal static class OperationInbox
{
    private const string Last = "select o.decisions -> -1 as d from rm.operation o where o.id = t.operation and o.superseded_at is null";
    private const string Sites = "from rm.partner_site p where p.operation = t.id and p.superseded_at is null and p.readiness <> 'Withdrawn'";

    // As Pin.Of makes it; a site's turns are the versions of what partners see of it.
    private const string Pin =
        """
        encode(sha256(convert_to(t.plan || ' ' || t.decided || coalesce((select string_agg(E'\n' || replace(p.site::text, '-', '') || ' ' || p.version, '' order by p.site)
            from rm.partner_site p where p.operation = t.id and p.superseded_at is null), ''), 'UTF8')), 'hex')
        """;

    // Voting begins when all sites are ready, or with the first vote on the state that stands.
    private static readonly Column Voting = Flag(
        $"""
        t.status not in ('Go', 'Aborted') and exists (select {Sites})
            and (not exists (select {Sites} and p.readiness <> 'Ready') or exists (select from jsonb_array_elements(t.votes) v where v ->> 'pin' = {Pin}))
        """);

    private static readonly Column Awaited = new("awaited",
        $"""
        array(select q.agency from (select t.lead_agency as agency union select s.agency from rm.site s
            where s.operation = t.id and s.superseded_at is null and s.readiness <> 'Withdrawn') q
            where not exists (select from jsonb_array_elements(t.votes) v where v ->> 'agency' = q.agency and v ->> 'pin' = {Pin}))
        """, ColumnKind.Texts, typeof(string), Nullable: false, Filterable: false, Sortable: false);

    private static readonly Column Unheard = Flag(
        $"""
        exists (select from ({Last}) l where l.d ->> 'kind' <> 'NoGo' and not exists (
            select from rm.acknowledgement a where a.operation = t.operation and a."order" = (l.d ->> 'number')::int and a.site = t.number))
        """);

    /// <summary>Operations on which one speaks for one's agency, and it has not voted on the state that stands.</summary>
    public static readonly InboxSource VotesToCast = new("operation.vote-to-cast", OperationRow.View, (rights, at) => new Condition.And(
    [
        new Condition.Test(OperationRow.View["id"], Operator.In, Allowed.In(ScopeKind.Operation, rights, Permission.VoteOnOperation, at)),
        new Condition.Test(Voting, Operator.Eq, true),
        new Condition.Test(Awaited, Operator.Some, new Condition.Test(Awaited, Operator.Eq, rights.Agency)),
    ]))
    {
        Since = Time($"coalesce((select max(p.changed_at) {Sites}), t.planned_at)"), Due = OperationRow.View["hHour"], Overdue = Flag("t.h_hour < now()"),
    };

    /// <summary>Sites of one's agency where the last order is not known to have arrived.</summary>
    public static readonly InboxSource OrdersToAcknowledge = new("site.order-to-acknowledge", SiteRow.View, (rights, at) => new Condition.And(
    [
        new Condition.Test(SiteRow.View["operation"], Operator.In, Allowed.In(ScopeKind.Operation, rights, Permission.ReportSite, at)),
        new Condition.Test(SiteRow.View["agency"], Operator.Eq, rights.Agency),
        new Condition.Test(SiteRow.View["readiness"], Operator.Neq, Domain.Operations.Readiness.Withdrawn),
        new Condition.Test(Unheard, Operator.Eq, true),
    ]))
    {
        Since = Time($"(select (l.d ->> 'at')::timestamptz from ({Last}) l)"),
    };

    private static Column Flag(string sql) => new("waits", $"({sql})", ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: false, Sortable: false);

    private static Column Time(string sql) => new("since", sql, ColumnKind.Time, typeof(DateTimeOffset), Nullable: false, Filterable: false, Sortable: false);
}
