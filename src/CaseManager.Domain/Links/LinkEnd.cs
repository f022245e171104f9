using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

/// <summary>What sort of record a link may join.</summary>
public enum EndKind
{
    Entry,
    Exhibit,
    Operation,

    /// <summary>Linked by a seizure alone.</summary>
    Site,
}

/// <summary>One of the two records that a link joins.</summary>
public readonly record struct LinkEnd(EndKind Kind, Guid Id)
{
    public static LinkEnd Of(EntryId id) => new(EndKind.Entry, id.Value);

    public static LinkEnd Of(ExhibitId id) => new(EndKind.Exhibit, id.Value);

    public static LinkEnd Of(OperationId id) => new(EndKind.Operation, id.Value);

    public static LinkEnd Of(SiteId id) => new(EndKind.Site, id.Value);
}
