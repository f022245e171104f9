using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Facts of one officer's visits to one case. Stored for ever: add, never edit.</summary>
public interface IVisitFact : IFact;

/// <summary>The officer has seen the case as it stood then.</summary>
public sealed record CaseVisited(CaseId Case, OfficerId Officer, DateTimeOffset At) : IVisitFact;

/// <summary>Up to when an officer has seen a case.</summary>
public sealed record Visits(CaseId Case, OfficerId Officer, DateTimeOffset Last) : IState<Visits, IVisitFact>
{
    public static Visits Evolve(Visits? state, IVisitFact fact) => fact switch
    {
        CaseVisited e => new Visits(e.Case, e.Officer, e.At),
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>Notes that the acting officer has seen the case up to now.</summary>
public sealed record MarkVisited(CaseId Case)
{
    /// <summary>Visits closer together than this count as one.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    public static Decision<IVisitFact> Decide(Acting by, MarkVisited command, Visits? visits) =>
        visits is not null && by.At - visits.Last < Apart
            ? Decision<IVisitFact>.Nothing
            : Decision<IVisitFact>.Accept(new CaseVisited(command.Case, by.Officer, by.At));
}
