using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Cases.TaskPast;

namespace CaseManager.Domain.Tests.Cases;

public sealed class TaskOverdueTests
{
    private static readonly TaskRedated Later = new(AtFive, AtSix, "Road closed");

    [Fact]
    public void It_falls_overdue_at_its_due_time() => TaskStory.Given(Created).When(Checking(AtFive, AtFive)).Then(Overdue);

    [Fact]
    public void It_is_not_overdue_a_moment_earlier() =>
        TaskStory.Given(Created).When(Checking(AtFive, AtFive with { At = AtFive.At.AddTicks(-1) })).ThenNothing();

    [Fact]
    public void It_falls_overdue_once() => TaskStory.Given(Created, Overdue).When(Checking(AtFive, AtSix)).ThenNothing();

    [Fact]
    public void A_task_that_was_begun_falls_overdue_too() =>
        TaskStory.Given(Created, new TaskStarted(ByTheo.Officer)).When(Checking(AtFive, AtFive)).Then(Overdue);

    [Fact]
    public void What_was_done_or_cancelled_before_is_never_overdue()
    {
        TaskStory.Given(Created, Completed).When(Checking(AtFive, AtSix)).ThenNothing();
        TaskStory.Given(Created, Cancelled).When(Checking(AtFive, AtSix)).ThenNothing();
    }

    [Fact]
    public void What_was_redated_before_is_overdue_at_the_new_time_only()
    {
        TaskStory.Given(Created, Later).When(Checking(AtFive, AtSix)).ThenNothing();
        TaskStory.Given(Created, Later).When(Checking(AtSix, AtSix)).Then(new TaskFellOverdue(AtSix.At));
    }

    [Fact]
    public void What_is_redated_after_is_no_longer_overdue_and_may_be_again()
    {
        Assert.True(Of(Created, Overdue).Overdue);
        Assert.False(Of(Created, Overdue, Later).Overdue);
        TaskStory.Given(Created, Overdue, Later).When(Checking(AtSix, AtSix)).Then(new TaskFellOverdue(AtSix.At));
    }

    [Fact]
    public void Another_officer_inherits_that_it_is_overdue() =>
        Assert.True(Of(Created, Overdue, new TaskReassigned(ByTheo, ByMaya, "r")).Overdue);

    [Fact]
    public void What_is_over_is_overdue_no_more_and_reopened_late_it_is_at_once()
    {
        Assert.False(Of(Created, Overdue, Completed).Overdue);
        var reopened = new TaskReopened(ByMaya.Officer, AtFive, "One more night");
        Assert.False(Of(Created, Overdue, Completed, reopened).Overdue);
        TaskStory.Given(Created, Overdue, Completed, reopened).When(Checking(AtFive, AtSix)).Then(Overdue);
    }

    private static Func<CaseTask, Decision<ITaskFact>> Checking(Due due, Due now) =>
        task => MarkTaskOverdue.Decide(Northgate.System(now.At), new MarkTaskOverdue(due.At), task);
}
