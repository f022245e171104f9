using CaseManager.Domain.Cases;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>Further fields of a task.</summary>
public static class TaskFields
{
    /// <summary>Whether it waits for another that is not completed.</summary>
    public static Loaded<bool> Blocked(TaskRow task, IReader reader)
    {
        if (task.DependsOn is not { } on)
            return new(_ => Task.FromResult(false));
        var other = reader.Load<TaskRow>(on.Value);
        return new(async cancel => (await other.Get(cancel))?.Status is not (null or TaskProgress.Completed));
    }

    /// <summary>Tasks that wait for this one.</summary>
    public static Loaded<Page<TaskRow>> AwaitedBy(TaskRow task, PageArgs page, IReader reader) =>
        reader.PageOf<TaskRow>("dependsOn", task.Key, null, null, null, page);

    /// <summary>All that happened to the task, with old and new values, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(TaskRow task, IReader reader, CancellationToken cancel) => reader.History(task.Key, cancel);
}

/// <summary>What a case shows of its tasks.</summary>
public static class TasksOfCase
{
    /// <summary>What is to be done, and was; the soonest due first.</summary>
    public static Loaded<Page<TaskRow>> Tasks(CaseRow file, Where<TaskRow>? where, Order<TaskRow>? order, PageArgs page, IReader reader) =>
        reader.PageOf("case", file.Key, null, where, order, page);
}
