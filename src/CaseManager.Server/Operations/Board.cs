using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Operations;

/// <summary>An operation at a glance, from one snapshot: what a decision may be taken on.</summary>
/// <param name="Pin">Names this state of plan and readiness; votes and go carry it, and it changes with either.</param>
/// <param name="Order">The last go, hold or abort.</param>
/// <param name="Votes">Since the last decision.</param>
/// <param name="Awaited">Agencies whose vote for going is missing, as far as the caller sees whose sites there are.</param>
public sealed record Board(
    Pin Pin, OperationStatus Status, DateTimeOffset HHour, OperationDecision? Order, Items<BoardLine> Lines, Items<BoardVote> Votes, Items<AgencyId> Awaited)
{
    /// <summary>Null when there is no such operation for the caller, or was none then.</summary>
    public static async Task<Board?> Of(OperationId id, IReader reader, TimeProvider clock, CancellationToken cancel, DateTimeOffset? asOf = null) =>
        await reader.Record(OperationRow.View, id.Value, asOf, cancel) is { } operation ? await Of(operation, reader, clock, cancel, asOf) : null;

    public static async Task<Board> Of(OperationRow operation, IReader reader, TimeProvider clock, CancellationToken cancel, DateTimeOffset? asOf = null)
    {
        var order = operation.Decisions.LastOrDefault(d => d.Kind != DecisionKind.NoGo);
        var all = new PageArgs(OperationLimits.Sites, null, null, null);
        var partners = reader.PageOf<PartnerSiteRow>("operation", operation.Key, null, null, null, all, asOf);
        var sites = reader.PageOf<SiteRow>("operation", operation.Key, null, null, null, all, asOf);
        // One is given once and stands under the operation's label: whoever could read the operation then could read those there were.
        var given = reader.PageOf<AcknowledgementRow>(
            "operation", operation.Key, new Condition.Test(AcknowledgementRow.View["order"], Operator.Eq, order?.Number ?? 0), null, null, all);
        var known = (await sites.Get(cancel)).Rows.ToDictionary(s => s.Id);
        var seen = (await partners.Get(cancel)).Rows;
        var heard = (await given.Get(cancel)).Rows.Where(a => asOf is null || a.AcknowledgedAt <= asOf).ToDictionary(a => a.Site, a => a.AcknowledgedAt);

        var pin = Pin.Of(operation.Plan, operation.Decided, seen.Select(s => (s.Site, s.Version)));
        var now = asOf ?? clock.GetUtcNow();
        Items<BoardLine> lines = [.. seen.Select(s => BoardLine.Of(operation, s, known.GetValueOrDefault(s.Site), order, heard.TryGetValue(s.Number, out var at) ? at : null, now))];
        Items<BoardVote> votes = [.. operation.Votes.Select(v => new BoardVote(v.Agency, v.By, v.Choice, v.Reason, v.At, v.Pin == pin))];
        return new Board(pin, operation.Status, operation.HHour, order, lines, votes, Missing(operation, known.Values, votes));
    }

    private static Items<AgencyId> Missing(OperationRow operation, IEnumerable<SiteRow> sites, Items<BoardVote> votes) =>
    [
        .. sites.Where(s => s.Readiness != Readiness.Withdrawn).Select(s => s.Agency).Prepend(operation.LeadAgency).Distinct()
            .Except(votes.Where(v => v is { Counts: true, Choice: VoteChoice.Go }).Select(v => v.Agency)).OrderBy(a => a.Code, StringComparer.Ordinal),
    ];
}

/// <param name="Counts">It was given on the state that stands.</param>
public sealed record BoardVote(AgencyId Agency, OfficerId By, VoteChoice Choice, string? Reason, DateTimeOffset At, bool Counts);
