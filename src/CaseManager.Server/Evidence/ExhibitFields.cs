using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Evidence;

/// <summary>Further fields of an exhibit.</summary>
public static class ExhibitFields
{
    /// <summary>All hand-overs that were offered, oldest first, with what came of each.</summary>
    public static IReadOnlyList<HandOver> CustodyChain(ExhibitRow exhibit) => exhibit.HandOvers;

    /// <summary>Who held it from when until when, without a gap, oldest first.</summary>
    public static IReadOnlyList<Holding> Holdings(ExhibitRow exhibit)
    {
        var handOvers = exhibit.HandOvers.Where(h => h.Outcome == HandOverOutcome.Accepted).ToArray();
        var first = handOvers is [var given, ..] ? given.From : exhibit.Holder;
        var late = exhibit.RecordedAt - exhibit.OccurredUntil > CustodyTransfer.Prompt;
        var holdings = new List<Holding> { new(first, exhibit.OccurredAt, null, exhibit.RecordedAt, late, null) };
        foreach (var accepted in handOvers)
        {
            var since = accepted.HandedOverAt!.Value;
            holdings[^1] = holdings[^1] with { Until = since };
            holdings.Add(new(accepted.To, since, null, accepted.AnsweredAt!.Value, accepted.RecordedLate, accepted.Transfer));
        }
        return holdings;
    }

    /// <summary>Who held it at a time of the event's clock; null before it was seized.</summary>
    public static Holding? HolderAt(ExhibitRow exhibit, DateTimeOffset at) => Holdings(exhibit).LastOrDefault(h => h.Since <= at);

    /// <summary>All that happened to the exhibit, with old and new values, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(ExhibitRow exhibit, IReader reader, CancellationToken cancel) => reader.History(exhibit.Key, cancel);
}

/// <summary>A spell in one officer's hands, by the event's clock: from its start up to but without its end.</summary>
/// <param name="RecordedAt">When it was recorded; <paramref name="RecordedLate"/> that this was more than an hour after it began.</param>
/// <param name="Transfer">The hand-over by which it began; absent for the seizure.</param>
public sealed record Holding(
    OfficerId Holder, DateTimeOffset Since, DateTimeOffset? Until, DateTimeOffset RecordedAt, bool RecordedLate, int? Transfer);

/// <summary>What an exhibit's case shows of it.</summary>
public static class ExhibitsOfCase
{
    /// <summary>What was taken in evidence under the case.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Loaded<Page<ExhibitRow>> Exhibits(
        CaseId file, Where<ExhibitRow>? where, Order<ExhibitRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader) =>
        reader.PageOf("case", file.Value, null, where, order, page, asOf);
}
