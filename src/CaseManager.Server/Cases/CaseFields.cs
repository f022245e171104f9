using CaseManager.Domain.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>Further fields of a case.</summary>
public static class CaseFields
{
    /// <summary>What happened, by either clock.</summary>
    /// <param name="asOf">As recorded at that time: entries with the text they had then.</param>
    public static Loaded<Page<EntryRow>> Timeline(
        CaseRow file, Where<EntryRow>? where, Order<EntryRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader) =>
        reader.PageOf("case", file.Key, null, where, order, page, asOf);

    /// <summary>
    /// The timeline's entries counted over equal spans of time by when they happened, from the span of the first to that of the last:
    /// a whole number of hours each, or of days of UTC. Empty when there is no entry.
    /// </summary>
    /// <param name="buckets">How many spans at most, from 1 to 200; 60 when absent.</param>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Loaded<IReadOnlyList<CountedSpan>> TimelineHistogram(CaseRow file, Where<EntryRow>? where, int? buckets, DateTimeOffset? asOf, IReader reader) =>
        reader.HistogramOf("case", file.Key, EntryRow.View["occurredAt"], where, buckets, asOf);

    /// <summary>Entries that others recorded or changed since the caller last marked the case as visited; all of them before the first visit.</summary>
    public static async Task<Page<EntryRow>> ChangedSinceMyLastVisit(CaseRow file, PageArgs page, Caller caller, IReader reader, CancellationToken cancel)
    {
        var visit = await reader.Load<VisitRow>(VisitRow.KeyOf(file.Id, caller.Officer)).Get(cancel);
        var tests = new List<Condition>
        {
            new Condition.Test(EntryRow.View["case"], Operator.Eq, file.Key),
            new Condition.Test(EntryRow.View["changedBy"], Operator.Neq, caller.Officer),
        };
        if (visit is not null)
            tests.Add(new Condition.Test(EntryRow.View["changedAt"], Operator.Gt, visit.Last));
        var order = new Order<EntryRow>([new Sorting(EntryRow.View["changedAt"], Descending: true)]);
        return await reader.Page(new Condition.And(tests), null, order, page, cancel);
    }

    /// <summary>When the caller last marked the case as visited.</summary>
    public static async Task<DateTimeOffset?> MyLastVisit(CaseRow file, Caller caller, IReader reader, CancellationToken cancel) =>
        (await reader.Load<VisitRow>(VisitRow.KeyOf(file.Id, caller.Officer)).Get(cancel))?.Last;

    /// <summary>All that happened to the case's own record, with old and new values, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(CaseRow file, IReader reader, CancellationToken cancel) => reader.History(file.Key, cancel);

    /// <summary>Stages to which the case may move from here.</summary>
    public static IReadOnlyList<Stage> NextStages(CaseRow file) => Stages.After(file.Stage);
}

/// <summary>Further fields of an entry.</summary>
public static class EntryFields
{
    /// <summary>What the entry tells of, when nobody wrote it.</summary>
    public static Derivation? Derivation(EntryRow entry, FactCatalog facts) => entry is { ToldFact: { } fact, ToldView: { } view, ToldOf: { } record }
        ? new Derivation(fact, new AnyRecord(facts.Projections.Single(p => p.View.Table == view).View.Row, record))
        : null;

    /// <summary>All that happened to the entry, with old and new values, who did it, for whom and why. One that is derived has none of its own.</summary>
    public static Task<IReadOnlyList<Change>> History(EntryRow entry, IReader reader, CancellationToken cancel) => reader.History(entry.Key, cancel);
}

/// <summary>Where an entry comes from that nobody wrote.</summary>
/// <param name="Fact">What happened, under its stored name, such as <c>exhibit.seized.v1</c>.</param>
/// <param name="Record">What it happened to.</param>
public sealed record Derivation(string Fact, AnyRecord Record);
