using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Facts of one event's stream. Stored for ever: add, never edit. Of any other event nothing is among them.</summary>
public interface IDeconflictionEventFact : IFact;

/// <param name="Contact">What the other side of a conflict is told: whom to call.</param>
/// <param name="Note">For its own readers alone.</param>
public sealed record DeconflictionEventRegistered(
    OfficerId Officer, AgencyId Agency, DeconflictionClass Class, DeconflictionUrgency Urgency, EventExtent Extent, string Contact, string? Note) : IDeconflictionEventFact;

public sealed record DeconflictionEventMoved(EventExtent Was, EventExtent Is, string Reason) : IDeconflictionEventFact;

/// <summary>It was compared with all that others have registered.</summary>
/// <param name="Move">As it stood after so many moves.</param>
/// <param name="Conflicts">How many of them are in conflict with it.</param>
public sealed record DeconflictionEventCompared(int Move, int Conflicts) : IDeconflictionEventFact;

public sealed record DeconflictionEventClosed(DeconflictionEnd End, string Reason) : IDeconflictionEventFact;
