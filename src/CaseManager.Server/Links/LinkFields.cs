using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Links;

/// <summary>Further fields of a link.</summary>
public static class LinkFields
{
    /// <summary>All that happened to the link, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(LinkRow link, IReader reader, CancellationToken cancel) => reader.History(link.Key, cancel);
}

/// <summary>What an entry shows of its links.</summary>
public static class LinksOfEntry
{
    /// <summary>Links from the entry and to it, those whose other end the caller may see as well.</summary>
    public static Loaded<Page<RecordLink>> Links(EntryId entry, Where<LinkRow>? where, Order<LinkRow>? order, PageArgs page, IReader reader) =>
        RecordLink.Of(LinkEnd.Of(entry), where, order, page, reader);
}

/// <summary>What an exhibit shows of its links.</summary>
public static class LinksOfExhibit
{
    /// <summary>Links from the exhibit and to it, those whose other end the caller may see as well.</summary>
    public static Loaded<Page<RecordLink>> Links(ExhibitId exhibit, Where<LinkRow>? where, Order<LinkRow>? order, PageArgs page, IReader reader) =>
        RecordLink.Of(LinkEnd.Of(exhibit), where, order, page, reader);
}

/// <summary>What an operation shows of its links.</summary>
public static class LinksOfOperation
{
    /// <summary>Links from the operation and to it, those whose other end the caller may see as well.</summary>
    public static Loaded<Page<RecordLink>> Links(OperationId operation, Where<LinkRow>? where, Order<LinkRow>? order, PageArgs page, IReader reader) =>
        RecordLink.Of(LinkEnd.Of(operation), where, order, page, reader);
}

/// <summary>What a site shows of its links.</summary>
public static class LinksOfSite
{
    /// <summary>What was taken there, as far as the caller may see it.</summary>
    public static Loaded<Page<RecordLink>> Links(SiteId site, Where<LinkRow>? where, Order<LinkRow>? order, PageArgs page, IReader reader) =>
        RecordLink.Of(LinkEnd.Of(site), where, order, page, reader);
}
