using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record ChangePriority(Priority Priority, string Reason)
{
    public static Decision<ICaseFact> Decide(Acting by, ChangePriority command, CaseFile file)
    {
        if ((Choice.Check(command.Priority, "priority") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (file.Priority == command.Priority)
            return Decision<ICaseFact>.Nothing;

        return Decision<ICaseFact>.Accept(new CasePriorityChanged(file.Priority, command.Priority, command.Reason));
    }
}
