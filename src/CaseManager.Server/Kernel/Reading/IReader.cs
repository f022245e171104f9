using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>The only door out: one transaction and one snapshot per request, under the caller's rights. Not for parallel use.</summary>
public interface IReader
{
    /// <summary>The next question is the request's last, and the snapshot may end with it.</summary>
    void Last()
    {
    }

    /// <summary>All was asked: what the answers came over is given back, for others to ask over.</summary>
    ValueTask GiveBack() => ValueTask.CompletedTask;

    /// <summary>The row, or null when it is not there or not the caller's to see. Batched with its siblings.</summary>
    Loaded<TRow?> Load<TRow>(Guid id) where TRow : class;

    /// <summary>A page of the rows the caller may see.</summary>
    /// <param name="scope">What the place in the graph restricts, such as the case of a timeline.</param>
    /// <param name="asOf">The list as it was recorded at that time; temporal views only.</param>
    /// <exception cref="BadCursorException">A cursor of another list, filter or order.</exception>
    Task<Page<TRow>> Page<TRow>(
        Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, CancellationToken cancel, DateTimeOffset? asOf = null)
        where TRow : class;

    /// <summary>The page of one parent, fetched together with the same page of its siblings.</summary>
    Loaded<Page<TRow>> PageOf<TRow>(
        string parentColumn, Guid parent, Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, DateTimeOffset? asOf = null)
        where TRow : class;

    /// <summary>How many of the rows the caller may see, by the values of a column.</summary>
    Task<IReadOnlyList<Figure>> Figures<TRow>(Column by, Where<TRow>? where, CancellationToken cancel) where TRow : class;

    /// <summary>One parent's rows counted over equal spans of time, fetched together with the same of its siblings.</summary>
    /// <param name="time">A column of the kind that holds a moment; never null.</param>
    /// <param name="spans">How many spans at most.</param>
    /// <exception cref="BadSpansException">So many spans are not counted.</exception>
    Loaded<IReadOnlyList<CountedSpan>> HistogramOf<TRow>(
        string parentColumn, Guid parent, Column time, Where<TRow>? where, int? spans, DateTimeOffset? asOf = null) where TRow : class;

    /// <summary>The label that a record of that type stands under now; null when it is not there or not the caller's to see.</summary>
    Task<Label?> LabelOf(AnyRecord record, CancellationToken cancel);

    /// <summary>All that happened to a record, with old and new values; empty when it is not there or not the caller's to see.</summary>
    Task<IReadOnlyList<Change>> History(Guid record, CancellationToken cancel);
}

/// <summary>One number: how many rows share a value.</summary>
public sealed record Figure(string? Key, int Count);
