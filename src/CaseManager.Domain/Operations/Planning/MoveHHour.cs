using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Moves H-hour for all sites at once: phases follow, readiness lapses, and a go that stood on the old time is held.</summary>
public sealed record MoveHHour(Moment HHour, string? Zone, string Reason)
{
    public static Decision<IOperationFact> Decide(Acting by, MoveHHour command, Operation operation)
    {
        if (LocalTime.Resolve(command.HHour, command.Zone, "hHour.at", "hHour.zone", out var hHour) is { } badTime)
            return badTime;
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (operation.MustGoOn() is { } over)
            return over;
        if (operation.HHour == hHour)
            return Decision<IOperationFact>.Nothing;

        var moved = new HHourMoved(operation.HHour, hHour, command.Reason);
        return Decision<IOperationFact>.Accept([moved, .. HoldOnChange.Of(by, operation, HoldCause.HHourMoved, null)]);
    }

    /// <summary>What it means for a site: ready for the old time is not ready for the new one.</summary>
    public static Decision<ISiteFact> Lapse(Site site) => site.LapseOf(LapseCause.HHourMoved);
}
