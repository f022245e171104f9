using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>What must hold of a task, and of its case's duties, after any sequence of acts, by anybody, in any order.</summary>
public sealed class TaskHistoryPropertyTests
{
    private const int Acts = 8;

    private static readonly Gen<(int Act, int Choice, int Who, int Minutes)[]> Steps =
        Gen.Select(Gen.Int[0, Acts - 1], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 200]).Array[1, 40];

    [Fact]
    public void Any_history_keeps_the_law_of_tasks()
    {
        var (overdue, settled, waited) = (0, 0, 0);
        Gen.Select(Steps, Gen.Bool, Gen.Bool).Sample(
            (steps, mandatory, waits) =>
            {
                var facts = new List<ITaskFact> { TaskPast.Created with { Mandatory = mandatory, DependsOn = waits ? TaskPast.Task(2) : null } };
                var duties = new List<IDutyFact>();
                var now = Noon;
                foreach (var step in steps)
                {
                    now = now.AddMinutes(step.Minutes);
                    var by = By(new[] { Maya, Jules, Theo }[step.Who], now);
                    var before = TaskPast.Of([.. facts]);
                    Assert.DoesNotContain(Act(step.Act, step.Choice, by, before, Past.ClosedFile).Facts, f => f is not TaskFellOverdue);

                    var decision = Act(step.Act, step.Choice, by, before, Past.OpenFile);
                    Assert.True(decision.Refusal is null || decision.Facts.Count == 0);
                    facts.AddRange(decision.Facts);
                    var after = TaskPast.Of([.. facts]);
                    Assert.Empty(Act(step.Act, step.Choice, by, after, Past.OpenFile).Facts);

                    duties.AddRange(Duties.Follow(Fold.Of<Duties, IDutyFact>(duties), after).Facts);
                    var open = Fold.Of<Duties, IDutyFact>(duties);
                    Assert.Empty(Duties.Follow(open, after).Facts);
                    Assert.Equal(mandatory && !after.Settled, Duties.MustBeDischarged(open) is not null);

                    Assert.False(after.Overdue && (after.Settled || after.Due.At > now));
                    Assert.Equal(after.Progress == TaskProgress.Completed, after.Outcome is not null);
                    if (decision.Refusal == CaseTask.Waits)
                        Interlocked.Increment(ref waited);
                }
                AssertOldValuesAreTrue(facts);
                AssertOverdueOncePerClock(facts);
                Interlocked.Add(ref overdue, facts.OfType<TaskFellOverdue>().Count());
                Interlocked.Add(ref settled, facts.Count(f => f is TaskCompleted or TaskCancelled));
            },
            iter: Scale.Of(2_000));

        Assert.True(overdue > 500 && settled > 500 && waited > 500, $"overdue {overdue}, settled {settled}, waited {waited}");
    }

    private static Decision<ITaskFact> Act(int act, int choice, Acting by, CaseTask task, CaseFile file) => act switch
    {
        0 => ReassignTask.Decide(by, new ReassignTask("r"), task, file, choice % 2 == 0 ? TaskPast.ByMaya : TaskPast.ByTheo),
        1 => RedateTask.Decide(by, new RedateTask(new DueGiven("Europe/Vienna", Moment.At(Noon.AddHours(choice * 8))), "r"), task, file),
        2 => StartTask.Decide(by, task, file, Other(choice)),
        3 => CompleteTask.Decide(by, new CompleteTask($"Outcome {choice}"), task, file, Other(choice)),
        4 => CancelTask.Decide(by, new CancelTask("r"), task, file),
        5 => ReopenTask.Decide(by, new ReopenTask("r"), task, file),
        6 => choice == 0 ? ReleaseTask.Decide(by, new ReleaseTask("r"), task, file) : Decision<ITaskFact>.Nothing,
        _ => MarkTaskOverdue.Decide(Northgate.System(by.At), new MarkTaskOverdue(task.Due.At), task),
    };

    private static CaseTask Other(int choice) =>
        choice < 2 ? TaskPast.Of(TaskPast.LabResult, TaskPast.Completed) : TaskPast.Of(TaskPast.LabResult);

    // What a change says stood there before is what the fact before it put there.
    private static void AssertOldValuesAreTrue(List<ITaskFact> facts)
    {
        var (assignee, due) = (TaskPast.Created.Assignee, TaskPast.Created.Due);
        foreach (var fact in facts)
        {
            if (fact is TaskReassigned reassigned)
            {
                Assert.Equal(assignee, reassigned.Was);
                assignee = reassigned.Is;
            }
            if (fact is TaskRedated redated)
            {
                Assert.Equal(due, redated.Was);
                due = redated.Is;
            }
            if (fact is TaskReopened reopened)
                Assert.Equal(due, reopened.Due);
        }
    }

    // Looked for in the facts alone, so that a fault in folding cannot hide it.
    private static void AssertOverdueOncePerClock(List<ITaskFact> facts)
    {
        var marked = false;
        foreach (var fact in facts)
        {
            if (fact is TaskFellOverdue)
            {
                Assert.False(marked);
                marked = true;
            }
            if (fact is TaskRedated or TaskReopened)
                marked = false;
        }
    }
}
