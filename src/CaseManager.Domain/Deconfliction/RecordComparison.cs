using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Puts on record that an event, as it stood after so many moves, was compared: once for each, however often it is done.</summary>
public sealed record RecordComparison(int Move, int Conflicts)
{
    public static Decision<IDeconflictionEventFact> Decide(RecordComparison command, DeconflictionEvent state) =>
        state.Closed || state.Moves != command.Move || state.Compared >= command.Move
            ? Decision<IDeconflictionEventFact>.Nothing
            : Decision<IDeconflictionEventFact>.Accept(new DeconflictionEventCompared(command.Move, command.Conflicts));
}
