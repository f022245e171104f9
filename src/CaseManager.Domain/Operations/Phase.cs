using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>A part of the plan by its minutes before (negative) or after H-hour, so that all move together.</summary>
public sealed record Phase(string Name, int Minutes)
{
    public static readonly Refusal TooMany = new("operation.too-many-phases", "Too many phases.");
    public static readonly Refusal Repeated = new("operation.phase-repeats", "Two phases have the same name.");
    public static readonly Refusal TooFar = new("operation.phase-too-far", "A phase lies within a week of H-hour.");

    public static Refusal? Check(Items<Phase> phases, string field)
    {
        if (phases.Count > OperationLimits.Phases)
            return TooMany.At(field);
        foreach (var phase in phases)
        {
            if (Text.Check(phase.Name, OperationLimits.PhaseName, field) is { } badName)
                return badName;
            if (phase.Minutes is < -OperationLimits.PhaseMinutes or > OperationLimits.PhaseMinutes)
                return TooFar.At(field);
        }
        return phases.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == phases.Count ? null : Repeated.At(field);
    }

    public DateTimeOffset At(DateTimeOffset hHour) => hHour.AddMinutes(Minutes);
}
