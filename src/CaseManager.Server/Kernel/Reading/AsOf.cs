namespace CaseManager.Server.Kernel.Reading;

/// <summary>One record, as it is or as it was.</summary>
public static class AsOf
{
    /// <param name="asOf">As recorded at that time, and if the caller could read it then; now when absent.</param>
    public static async Task<TRow?> Record<TRow>(this IReader reader, View<TRow> view, Guid id, DateTimeOffset? asOf, CancellationToken cancel) where TRow : class
    {
        if (asOf is null)
            return await reader.Load<TRow>(id).Get(cancel);
        var page = await reader.Page<TRow>(new Condition.Test(view["id"], Operator.Eq, id), null, null, new PageArgs(1, null, null, null), cancel, asOf);
        return page.Rows is [var only] ? only : null;
    }
}
