using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>Further fields of an operation.</summary>
public static class OperationFields
{
    /// <summary>Sites, readiness, votes and acknowledgements at a glance. Of an operation that is asked as of a time: with the same time.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then; null when the operation was not there for them.</param>
    public static async Task<Board?> Board(OperationRow operation, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        asOf is null ? await Operations.Board.Of(operation, reader, cancel) : await Operations.Board.Of(operation.Id, reader, cancel, asOf);

    /// <summary>The sites that the caller may see in full.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Loaded<Page<SiteRow>> Sites(
        OperationRow operation, Where<SiteRow>? where, Order<SiteRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader) =>
        reader.PageOf("operation", operation.Key, null, where, order, page, asOf);

    /// <summary>All sites as partners see them.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Loaded<Page<PartnerSiteRow>> PartnerSites(
        OperationRow operation, Where<PartnerSiteRow>? where, Order<PartnerSiteRow>? order, PageArgs page, DateTimeOffset? asOf, IReader reader) =>
        reader.PageOf("operation", operation.Key, null, where, order, page, asOf);

    /// <summary>Which order arrived where, and when.</summary>
    public static Loaded<Page<AcknowledgementRow>> Acknowledgements(
        OperationRow operation, Where<AcknowledgementRow>? where, Order<AcknowledgementRow>? order, PageArgs page, IReader reader) =>
        reader.PageOf("operation", operation.Key, null, where, order, page);

    /// <summary>All that happened to the operation's own record, with old and new values, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(OperationRow operation, IReader reader, CancellationToken cancel) =>
        reader.History(operation.Key, cancel);
}

/// <summary>Further fields of a site.</summary>
public static class SiteFields
{
    /// <summary>All that happened at the site, with old and new values, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(SiteRow site, IReader reader, CancellationToken cancel) => reader.History(site.Key, cancel);
}
