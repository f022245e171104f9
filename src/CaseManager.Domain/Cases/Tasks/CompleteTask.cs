using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Says that a task is done, and what came of it. A small one need not be started first.</summary>
public sealed record CompleteTask(string Outcome)
{
    /// <param name="other">The task it depends on.</param>
    public static Decision<ITaskFact> Decide(Acting by, CompleteTask command, CaseTask task, CaseFile file, CaseTask? other)
    {
        if (Text.Check(command.Outcome, CaseLimits.TaskOutcome, "outcome") is { } badOutcome)
            return badOutcome;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (task.Progress == TaskProgress.Completed && task.Outcome == command.Outcome)
            return Decision<ITaskFact>.Nothing;
        if ((task.MustBeOpen() ?? task.MustNotWait(other)) is { } not)
            return not;

        return Decision<ITaskFact>.Accept(new TaskCompleted(by.Officer, command.Outcome));
    }
}
