using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>What the rules need to know of a link: whether it stands.</summary>
public sealed record EntryLink(bool Stands) : IState<EntryLink, ILinkFact>
{
    public static EntryLink Evolve(EntryLink? state, ILinkFact fact) => fact switch
    {
        EntriesLinked => new EntryLink(true),
        EntriesUnlinked => new EntryLink(false),
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}
