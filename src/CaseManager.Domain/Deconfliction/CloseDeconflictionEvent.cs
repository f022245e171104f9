using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>It is over, or will not be.</summary>
public sealed record CloseDeconflictionEvent(DeconflictionEnd End, string Reason)
{
    public static Decision<IDeconflictionEventFact> Decide(CloseDeconflictionEvent command, DeconflictionEvent state)
    {
        var badInput = Choice.Check(command.End, "end") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;

        return state.Closed ? Decision<IDeconflictionEventFact>.Nothing : Decision<IDeconflictionEventFact>.Accept(new DeconflictionEventClosed(command.End, command.Reason));
    }
}
