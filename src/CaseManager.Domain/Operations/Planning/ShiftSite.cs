using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Lets one site enter some minutes before or after H-hour, within the simultaneity window.</summary>
public sealed record ShiftSite(int Minutes, string Reason)
{
    public static readonly Refusal OutsideWindow = new("site.outside-window", "That breaks the operation's simultaneity window.");

    public static Decision<ISiteFact> Decide(Acting by, ShiftSite command, Site site, Operation operation)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (site.MustTakePart(operation) is { } no)
            return no;
        if (site.Shift == command.Minutes)
            return Decision<ISiteFact>.Nothing;
        if (command.Minutes < -operation.Window || command.Minutes > operation.Window)
            return OutsideWindow.At("minutes");

        return site.And(new SiteShifted(site.Shift, command.Minutes, command.Reason), LapseCause.SiteShifted);
    }
}
