using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record StartTask
{
    /// <param name="other">The task it depends on.</param>
    public static Decision<ITaskFact> Decide(Acting by, CaseTask task, CaseFile file, CaseTask? other)
    {
        if ((file.MustBeOpen() ?? task.MustBeOpen()) is { } over)
            return over;
        if (task.Progress == TaskProgress.Started)
            return Decision<ITaskFact>.Nothing;
        if (task.MustNotWait(other) is { } waits)
            return waits;

        return Decision<ITaskFact>.Accept(new TaskStarted(by.Officer));
    }
}
