using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Asks an officer on a case for something, by a time.</summary>
public sealed record CreateTask(TaskId Task, string Title, string? Details, DueGiven Due, bool Mandatory)
{
    public static readonly Refusal OtherCase = new("task.depends-across-cases", "Both tasks must be of one case.");
    public static readonly Refusal Forlorn = new("task.depends-on-cancelled", "A task does not wait for one that was cancelled.");

    /// <param name="assignee">Null when the officer asked could not do it.</param>
    /// <param name="other">The task that must be completed before.</param>
    public static Decision<ITaskFact> Decide(Acting by, CreateTask command, CaseFile file, Assignee? assignee, CaseTask? other)
    {
        var badText = Text.Check(command.Title, CaseLimits.TaskTitle, "title")
            ?? Text.CheckOptional(command.Details, CaseLimits.TaskDetails, "details");
        if (badText is not null)
            return badText;
        if (!command.Due.TryResolve(by.At, "due", out var due, out var badDue))
            return badDue;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (assignee is null)
            return CaseTask.AssigneeNotOnCase.At("assignee");
        if (other is not null && other.Case != file.Id)
            return OtherCase.At("dependsOn");
        if (other?.Progress == TaskProgress.Cancelled)
            return Forlorn.At("dependsOn");

        return Decision<ITaskFact>.Accept(new TaskCreated(
            command.Task, file.Id, command.Title, command.Details, assignee, due, command.Mandatory, other?.Id));
    }
}
