using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>What has happened to the task that the stories begin with.</summary>
internal static class TaskPast
{
    public static readonly Assignee ByTheo = new(Theo, Ops);
    public static readonly Assignee ByMaya = new(Maya, Cfp);

    /// <summary>17:00 in Toronto, nine hours after noon UTC.</summary>
    public static readonly Due AtFive = new(Noon.AddHours(9), "America/Toronto");

    public static readonly Due AtSix = AtFive with { At = Noon.AddHours(10) };

    public static readonly TaskCreated Created = new(
        Task(1), Halden, "Watch the warehouse", "From the east side", ByTheo, AtFive, Mandatory: false, DependsOn: null);

    public static readonly TaskCreated Mandatory = Created with { Mandatory = true };

    /// <summary>Waits for the laboratory's result, which is task 2.</summary>
    public static readonly TaskCreated Waiting = Created with { DependsOn = Task(2) };

    public static readonly TaskCreated LabResult = Created with { Task = Task(2), Title = "Lab result L-2" };

    public static readonly TaskCompleted Completed = new(Theo, "Two deliveries seen");
    public static readonly TaskCancelled Cancelled = new(Maya, "Warehouse is empty");
    public static readonly TaskFellOverdue Overdue = new(AtFive.At);

    public static TaskId Task(int number) => new(Id(0x200 + number));

    public static CaseTask Of(params ITaskFact[] facts) => Fold.Of<CaseTask, ITaskFact>(facts)!;

    public static DueGiven Given(Due due) => new(due.Zone, Moment.At(due.At));
}
