using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Plans an operation of a task force; its sites follow one by one.</summary>
/// <param name="Zone">In which a local H-hour is meant.</param>
/// <param name="Window">Minutes by which a site may differ from H-hour.</param>
public sealed record PlanOperation(
    OperationId Operation, string Name, string Aim, TaskForceId TaskForce, CaseId? Case, Moment HHour, string? Zone, Items<Phase> Phases, int Window)
{
    public static readonly Refusal BadWindow = new("operation.bad-window", "The simultaneity window is up to a day.");

    public static Decision<IOperationFact> Decide(Acting by, PlanOperation command)
    {
        var badInput = Text.Check(command.Name, OperationLimits.Name, "name")
            ?? Text.Check(command.Aim, OperationLimits.Aim, "aim")
            ?? Phase.Check(command.Phases, "phases");
        if (badInput is not null)
            return badInput;
        if (command.Window is < 0 or > OperationLimits.Window)
            return BadWindow.At("window");
        if (LocalTime.Resolve(command.HHour, command.Zone, "hHour.at", "hHour.zone", out var hHour) is { } badTime)
            return badTime;

        return Decision<IOperationFact>.Accept(new OperationPlanned(
            command.Operation, command.Name, command.Aim, command.TaskForce, command.Case, by.Agency, hHour,
            [.. command.Phases.OrderBy(p => p.Minutes)], command.Window));
    }
}
