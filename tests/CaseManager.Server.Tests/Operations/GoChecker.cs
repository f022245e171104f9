using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Store;
using Npgsql;

namespace CaseManager.Server.Tests.Operations;

/// <summary>
/// Reads the stored histories and nothing else, and says of each operation whether a go in it stands, or stood, on anything but the truth.
/// It knows the facts and none of the rules.
/// </summary>
internal static class GoChecker
{
    private static readonly FactCatalog Catalog = Composition.Catalog();

    /// <summary>How the history of each operation ends, and what is wrong with it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Verdict>> Judge(string database)
    {
        var facts = await Read(database);
        var sites = facts.Where(f => f.Fact is ISiteFact).GroupBy(f => f.Stream).ToDictionary(s => s.Key, s => s.ToArray());
        return facts.Where(f => f.Fact is IOperationFact).GroupBy(f => f.Stream)
            .ToDictionary(o => o.Key, o => new Verdict(End(o), [.. Wrongs([.. o], Of(o, sites))]));
    }

    private static IEnumerable<string> Wrongs(Stored[] operation, Stored[][] sites)
    {
        for (var i = 0; i < operation.Length; i++)
        {
            if (operation[i].Fact is not GoDecided go)
                continue;
            var (before, after) = (operation[..i], operation[(i + 1)..]);
            if (before.LastOrDefault(f => IsDecision(f.Fact))?.Fact is GoDecided or OperationAborted)
                yield return "a go on a go, or after an abort";
            foreach (var wrong in Unvoted(go, before, sites))
                yield return wrong;

            var end = after.FirstOrDefault(f => f.Fact is OperationHeld or OperationAborted);
            if (after.TakeWhile(f => f != end).Any(f => f.Fact is HHourMoved && !SameAct(f, end)))
                yield return "the plan changed under a go";
            foreach (var site in sites.Where(s => ((SitePlanned)s[0].Fact).Essential))
            {
                var readiness = ReadinessAt(site, operation[i].Place);
                if (readiness != Readiness.Ready)
                    yield return $"a go with an essential site {readiness}";
                if (site.FirstOrDefault(f => f.Place > operation[i].Place && Unready(f.Fact)) is { } lost && !(SameAct(lost, end) || end?.Place < lost.Place))
                    yield return "a go stands though an essential site fell away";
            }
        }
    }

    // Every agency with a site in it, and the lead: their last words before the go, all on the pin that was gone on.
    private static IEnumerable<string> Unvoted(GoDecided go, Stored[] before, Stored[][] sites)
    {
        var round = before[(Array.FindLastIndex(before, f => IsDecision(f.Fact) || f.Fact is HHourMoved or OperationSiteAdded) + 1)..];
        var last = round.Select(f => f.Fact).OfType<VoteCast>().GroupBy(v => v.Agency).Select(v => v.Last()).ToList();
        if (last.Any(v => v.Choice == VoteChoice.NoGo && v.Pin == go.Pin))
            yield return "a go against a no";
        var needed = sites.Select(s => ((SitePlanned)s[0].Fact).Agency).Append(((OperationPlanned)before[0].Fact).LeadAgency).Distinct();
        if (needed.Except(last.Where(v => v.Choice == VoteChoice.Go && v.Pin == go.Pin).Select(v => v.Agency)).Any())
            yield return "a go without a vote that it needs";
        foreach (var vote in last.Where(v => v.Pin == go.Pin))
        {
            var at = round.First(f => ReferenceEquals(f.Fact, vote)).Place;
            if (sites.SelectMany(s => s).Any(f => f.Place > at && f.Place < round[^1].Place && Unready(f.Fact)))
                yield return "a go on a vote given before a site fell away";
        }
    }

    private static Readiness ReadinessAt(Stored[] site, long place) =>
        site.Where(f => f.Place < place).Aggregate(Readiness.Awaited, (was, f) => f.Fact switch
        {
            SiteReportedReady => Readiness.Ready,
            SiteReportedNotReady => Readiness.NotReady,
            SiteReadinessLapsed => Readiness.Awaited,
            SiteWithdrawn => Readiness.Withdrawn,
            _ => was,
        });

    private static bool Unready(IFact fact) => fact is SiteReportedNotReady or SiteReadinessLapsed or SiteWithdrawn;

    private static bool IsDecision(IFact fact) => fact is GoDecided or NoGoDecided or OperationHeld or OperationAborted;

    private static bool SameAct(Stored one, Stored? other) => other is not null && one.Transaction == other.Transaction;

    private static Stored[][] Of(IEnumerable<Stored> operation, Dictionary<Guid, Stored[]> sites) =>
        [.. operation.Select(f => f.Fact).OfType<OperationSiteAdded>().Select(a => sites[a.Site.Value])];

    private static OperationStatus End(IEnumerable<Stored> operation) => operation.LastOrDefault(f => IsDecision(f.Fact))?.Fact switch
    {
        GoDecided => OperationStatus.Go,
        NoGoDecided => OperationStatus.NoGo,
        OperationHeld => OperationStatus.Hold,
        OperationAborted => OperationStatus.Aborted,
        _ => OperationStatus.Planned,
    };

    private static async Task<List<Stored>> Read(string database)
    {
        await using var connection = await Query.Open(database);
        await using var command = new NpgsqlCommand(
            $"select {FactRows.Columns}, e.seq_id as place, e.xmin::text as act from {Schemas.Events}.mt_events e where e.type <> 'tombstone' order by e.seq_id", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var facts = new List<Stored>();
        while (await rows.ReadAsync())
        {
            var fact = FactRows.Read(rows, Catalog);
            facts.Add(new Stored(fact.Stream, fact.Fact, rows.GetInt64(rows.GetOrdinal("place")), rows.GetString(rows.GetOrdinal("act"))));
        }
        return facts;
    }

    /// <param name="Place">In the order of all facts; acts on one operation never mingle in it.</param>
    private sealed record Stored(Guid Stream, IFact Fact, long Place, string Transaction);
}

/// <param name="Wrong">Nothing when every go in the history stood on the truth.</param>
internal sealed record Verdict(OperationStatus End, IReadOnlyList<string> Wrong);
