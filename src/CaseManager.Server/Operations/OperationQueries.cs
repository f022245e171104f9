using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Operations;

/// <summary>Finding operations and their sites.</summary>
public static class OperationQueries
{
    /// <summary>One operation.</summary>
    public static Loaded<OperationRow?> Operation(OperationId id, IReader reader) => reader.Load<OperationRow>(id.Value);

    /// <summary>The operations the caller takes part in.</summary>
    /// <param name="asOf">As recorded at that time.</param>
    public static Task<Page<OperationRow>> Operations(
        Where<OperationRow>? where, Order<OperationRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel, asOf);

    /// <summary>One site in full.</summary>
    public static Loaded<SiteRow?> Site(SiteId id, IReader reader) => reader.Load<SiteRow>(id.Value);
}
