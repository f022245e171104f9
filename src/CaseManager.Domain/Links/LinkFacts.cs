using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

/// <summary>
/// Facts of one link between two records. It has a stream of its own: who may not read one of the records must not see on the other
/// that they are linked. Stored for ever: add, never edit.
/// </summary>
public interface ILinkFact : IFact;

/// <param name="From">The record that points, <paramref name="To"/> the one it points at.</param>
public sealed record LinkMade(LinkEnd From, LinkEnd To, LinkKind Kind, string? Reason) : ILinkFact;

public sealed record LinkRemoved(string Reason) : ILinkFact;

/// <summary>As it was stored when only entries were linked; read, and no longer written.</summary>
public sealed record EntriesLinked(EntryId From, EntryId To, LinkKind Kind, string? Reason) : ILinkFact
{
    public LinkMade Now() => new(LinkEnd.Of(From), LinkEnd.Of(To), Kind, Reason);
}

/// <summary>As it was stored when only entries were linked; read, and no longer written.</summary>
public sealed record EntriesUnlinked(string Reason) : ILinkFact;
