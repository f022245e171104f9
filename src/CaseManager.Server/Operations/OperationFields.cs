using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>Further fields of an operation.</summary>
public static class OperationFields
{
    /// <summary>Sites, readiness, votes and acknowledgements at a glance. Of an operation that is asked as of a time: with the same time.</summary>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then; null when the operation was not there for them.</param>
    public static async Task<Board?> Board(OperationRow operation, DateTimeOffset? asOf, IReader reader, TimeProvider clock, CancellationToken cancel) =>
        asOf is null ? await Operations.Board.Of(operation, reader, clock, cancel) : await Operations.Board.Of(operation.Id, reader, clock, cancel, asOf);

    /// <summary>How each site that the caller may see in full would be entered if H-hour were another.</summary>
    public static async Task<IReadOnlyList<IfMoved>> IfHHour(OperationRow operation, DateTimeOffset at, IReader reader, CancellationToken cancel) =>
        [.. (await WhatIf.Of(operation, reader, cancel)).Sites.Select(site => IfMoved.Of(operation, site, at))];

    /// <summary>The first H-hour from then on at which every site that the caller may see in full is entered under an authority that holds for as long as the rules ask.</summary>
    public static async Task<EarliestH> EarliestHHour(OperationRow operation, DateTimeOffset from, IReader reader, CancellationToken cancel) =>
        (await WhatIf.Of(operation, reader, cancel)).Earliest(operation, from);

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
