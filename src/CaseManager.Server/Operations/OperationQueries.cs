using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Operations;

/// <summary>Finding operations and their sites.</summary>
public static class OperationQueries
{
    /// <summary>One operation, now or as it was recorded at a time and the caller could read it then.</summary>
    public static Task<OperationRow?> Operation(OperationId id, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        reader.Record(OperationRow.View, id.Value, asOf, cancel);

    /// <summary>The operations the caller takes part in.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Task<Page<OperationRow>> Operations(
        Where<OperationRow>? where, Order<OperationRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel, asOf);

    /// <summary>One site in full.</summary>
    public static Loaded<SiteRow?> Site(SiteId id, IReader reader) => reader.Load<SiteRow>(id.Value);
}
