using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Something planned that others must not run into.</summary>
public readonly record struct DeconflictionEventId(Guid Value) : IId<DeconflictionEventId>
{
    public static DeconflictionEventId Of(Guid value) => new(value);
}

/// <summary>What is planned.</summary>
public enum DeconflictionClass
{
    EnforcementAction,
    Surveillance,
    Undercover,
    ControlledDelivery,
    BuyBust,
    Search,
    Arrest,
    Other,
}

/// <summary>How soon the other side is to be spoken with.</summary>
public enum DeconflictionUrgency
{
    Routine,
    High,
    Immediate,
}

/// <summary>How an event came to its end.</summary>
public enum DeconflictionEnd
{
    Done,
    Cancelled,
}

/// <summary>What the rules need to know of a registered event.</summary>
/// <param name="Moves">How often it was moved; <paramref name="Compared"/> is the last of them that was compared with all others, absent before the first.</param>
public sealed record DeconflictionEvent(
    OfficerId Officer, AgencyId Agency, DeconflictionClass Class, DeconflictionUrgency Urgency, EventExtent Extent, string Contact, int Moves, int? Compared, bool Closed)
    : IState<DeconflictionEvent, IDeconflictionEventFact>
{
    public static readonly Refusal AlreadyClosed = new("deconfliction-event.closed", "The event was closed.");

    public static DeconflictionEvent Evolve(DeconflictionEvent? state, IDeconflictionEventFact fact) => fact switch
    {
        DeconflictionEventRegistered e => new DeconflictionEvent(e.Officer, e.Agency, e.Class, e.Urgency, e.Extent, e.Contact, 0, null, false),
        DeconflictionEventMoved e => state! with { Extent = e.Is, Moves = state.Moves + 1 },
        DeconflictionEventCompared e => state! with { Compared = e.Move },
        DeconflictionEventClosed => state! with { Closed = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>Where and when one acts undercover is nobody's to know but theirs, and of the colleagues they name.</summary>
    public static Label LabelOf(Acting by, Items<OfficerId> colleagues) => new(by.Agency, Tlp.Red, null, null, colleagues.And(by.Officer));
}
