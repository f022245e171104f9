using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>
/// Facts of one link between two entries. It has a stream of its own: who may not read one of the entries must not see on the other
/// that they are linked. Stored for ever: add, never edit.
/// </summary>
public interface ILinkFact : IFact;

/// <param name="From">The entry that points, <paramref name="To"/> the one it points at.</param>
public sealed record EntriesLinked(EntryId From, EntryId To, LinkKind Kind, string? Reason) : ILinkFact;

public sealed record EntriesUnlinked(string Reason) : ILinkFact;
