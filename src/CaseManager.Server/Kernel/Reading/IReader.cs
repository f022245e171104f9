namespace CaseManager.Server.Kernel.Reading;

/// <summary>The only door out: one transaction and one snapshot per request, under the caller's rights. Not for parallel use.</summary>
public interface IReader
{
    /// <summary>The row, or null when it is not there or not the caller's to see. Batched with its siblings.</summary>
    Loaded<TRow?> Load<TRow>(Guid id) where TRow : class;

    /// <summary>A page of the rows the caller may see.</summary>
    /// <param name="scope">What the place in the graph restricts, such as the case of a timeline.</param>
    /// <exception cref="BadCursorException">A cursor of another list, filter or order.</exception>
    Task<Page<TRow>> Page<TRow>(Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, CancellationToken cancel)
        where TRow : class;
}
