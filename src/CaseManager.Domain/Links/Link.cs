using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

/// <summary>What the rules need to know of a link: whether it stands.</summary>
public sealed record Link(bool Stands) : IState<Link, ILinkFact>
{
    public static Link Evolve(Link? state, ILinkFact fact) => fact switch
    {
        LinkMade or EntriesLinked => new Link(true),
        LinkRemoved or EntriesUnlinked => new Link(false),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>In a case that is closed links stay as they are.</summary>
    internal static Refusal? Closed(IEnumerable<CaseBrief> under) => under.Select(brief => brief.NotOpen).FirstOrDefault(no => no is not null);
}
