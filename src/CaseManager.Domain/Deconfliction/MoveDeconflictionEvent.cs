using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>It is to be elsewhere, at another time, or directed at others.</summary>
public sealed record MoveDeconflictionEvent(EventExtentGiven Extent, string Reason)
{
    public static Decision<IDeconflictionEventFact> Decide(Acting by, MoveDeconflictionEvent command, DeconflictionEvent state)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (command.Extent.Read(by.At, out var extent) is { } badExtent)
            return badExtent;
        if (state.Closed)
            return DeconflictionEvent.AlreadyClosed;
        if (state.Extent == extent)
            return Decision<IDeconflictionEventFact>.Nothing;

        return Decision<IDeconflictionEventFact>.Accept(new DeconflictionEventMoved(state.Extent, extent!, command.Reason));
    }
}
