using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Cases.TaskPast;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>What becomes of a task.</summary>
public sealed class TaskTests
{
    private static readonly ITaskFact[][] Over = [[Created, Completed], [Created, Cancelled]];

    [Fact]
    public void It_is_given_to_another_officer() =>
        TaskStory.Given(Created).When(Giving(ByMaya)).Then(new TaskReassigned(ByTheo, ByMaya, "Theo is in court"));

    [Fact]
    public void Who_has_it_already_is_not_given_it() => TaskStory.Given(Created).When(Giving(ByTheo)).ThenNothing();

    [Fact]
    public void What_one_officer_began_the_next_has_not()
    {
        var task = Of(Created, new TaskStarted(Theo), new TaskReassigned(ByTheo, ByMaya, "r"));
        Assert.Equal((TaskProgress.Open, ByMaya), (task.Progress, task.Assignee));
    }

    [Fact]
    public void It_is_not_given_to_who_could_not_do_it() =>
        TaskStory.Given(Created).When(Giving(null)).ThenRefused(CaseTask.AssigneeNotOnCase.At("assignee"));

    [Fact]
    public void It_gets_another_due_time() =>
        TaskStory.Given(Created).When(Redating(AtSix)).Then(new TaskRedated(AtFive, AtSix, "Road closed"));

    [Fact]
    public void The_same_due_time_again_is_nothing_new() => TaskStory.Given(Created).When(Redating(AtFive)).ThenNothing();

    [Fact]
    public void The_same_moment_said_in_another_zone_is_another_due_time() =>
        TaskStory.Given(Created).When(Redating(AtFive with { Zone = "Europe/Amsterdam" })).Then(new TaskRedated(AtFive, AtFive with { Zone = "Europe/Amsterdam" }, "Road closed"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_new_due_time_lies_ahead(int minutes) =>
        TaskStory.Given(Created).When(Redating(AtFive with { At = Noon.AddMinutes(minutes) })).ThenRefused(DueGiven.NotAhead.At("due.at"));

    [Fact]
    public void It_is_started() => TaskStory.Given(Created).When(Starting(null)).Then(new TaskStarted(Theo));

    [Fact]
    public void It_is_started_once() => TaskStory.Given(Created, new TaskStarted(Theo)).When(Starting(null)).ThenNothing();

    [Fact]
    public void It_is_completed_with_what_came_of_it()
    {
        TaskStory.Given(Created).When(Completing()).Then(Completed);
        TaskStory.Given(Created, new TaskStarted(Theo)).When(Completing()).Then(Completed);
    }

    [Fact]
    public void The_same_outcome_again_is_nothing_new() => TaskStory.Given(Created, Completed).When(Completing()).ThenNothing();

    [Fact]
    public void Another_outcome_needs_it_to_be_reopened() =>
        TaskStory.Given(Created, Completed with { Outcome = "Nothing seen" }).When(Completing()).ThenRefused(CaseTask.IsSettled);

    [Fact]
    public void What_waits_is_neither_started_nor_completed_before_the_other_is_complete()
    {
        foreach (var other in new[] { null, Of(LabResult), Of(LabResult, new TaskStarted(Theo)), Of(LabResult, Cancelled), Of(LabResult, Completed, new TaskReopened(Maya, AtFive, "r")) })
        {
            TaskStory.Given(Waiting).When(Starting(other)).ThenRefused(CaseTask.Waits);
            TaskStory.Given(Waiting).When(Completing(other)).ThenRefused(CaseTask.Waits);
        }
        TaskStory.Given(Waiting).When(Starting(Of(LabResult, Completed))).Then(new TaskStarted(Theo));
        TaskStory.Given(Waiting).When(Completing(Of(LabResult, Completed))).Then(Completed);
    }

    [Fact]
    public void Released_it_goes_on_without_the_other()
    {
        TaskStory.Given(Waiting).When(Releasing).Then(new TaskReleased(Task(2), "The lab is closed"));
        TaskStory.Given(Waiting, new TaskReleased(Task(2), "The lab is closed")).When(Starting(null)).Then(new TaskStarted(Theo));
    }

    [Fact]
    public void What_waits_for_nothing_is_released_of_nothing() => TaskStory.Given(Created).When(Releasing).ThenNothing();

    [Fact]
    public void It_is_cancelled() => TaskStory.Given(Created).When(Cancelling).Then(Cancelled);

    [Fact]
    public void Cancelled_again_is_nothing_new() => TaskStory.Given(Created, Cancelled).When(Cancelling).ThenNothing();

    [Fact]
    public void What_is_completed_is_not_cancelled() => TaskStory.Given(Created, Completed).When(Cancelling).ThenRefused(CaseTask.IsSettled);

    [Fact]
    public void What_is_over_is_reopened_with_its_due_time()
    {
        foreach (var past in Over)
            TaskStory.Given(past).When(Reopening).Then(new TaskReopened(Maya, AtFive, "One more night"));
    }

    [Fact]
    public void What_is_open_is_not_reopened() => TaskStory.Given(Created).When(Reopening).ThenRefused(ReopenTask.NotSettled);

    [Fact]
    public void What_is_over_is_left_alone()
    {
        foreach (var past in Over)
        {
            var story = TaskStory.Given(past);
            story.When(Giving(ByMaya)).ThenRefused(CaseTask.IsSettled);
            story.When(Redating(AtSix)).ThenRefused(CaseTask.IsSettled);
            story.When(Starting(null)).ThenRefused(CaseTask.IsSettled);
            story.When(Releasing).ThenRefused(CaseTask.IsSettled);
        }
    }

    [Fact]
    public void In_a_closed_case_tasks_stay_as_they_are()
    {
        var story = TaskStory.Given(Created);
        story.When(task => ReassignTask.Decide(By(Maya), new ReassignTask("r"), task, Past.ClosedFile, ByMaya)).ThenRefused(CaseFile.IsClosed);
        story.When(task => RedateTask.Decide(By(Maya), new RedateTask(TaskPast.Given(AtSix), "r"), task, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        story.When(task => StartTask.Decide(By(Theo), task, Past.ClosedFile, null)).ThenRefused(CaseFile.IsClosed);
        story.When(task => CompleteTask.Decide(By(Theo), new CompleteTask("o"), task, Past.ClosedFile, null)).ThenRefused(CaseFile.IsClosed);
        story.When(task => CancelTask.Decide(By(Maya), new CancelTask("r"), task, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        story.When(task => ReleaseTask.Decide(By(Maya), new ReleaseTask("r"), task, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        TaskStory.Given(Created, Completed)
            .When(task => ReopenTask.Decide(By(Maya), new ReopenTask("r"), task, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Every_change_of_plan_needs_its_reason(string? reason, string code)
    {
        var refusal = new Refusal(code, "", "reason");
        var story = TaskStory.Given(Waiting);
        story.When(task => ReassignTask.Decide(By(Maya), new ReassignTask(reason!), task, Past.OpenFile, ByMaya)).ThenRefused(refusal);
        story.When(task => RedateTask.Decide(By(Maya), new RedateTask(TaskPast.Given(AtSix), reason!), task, Past.OpenFile)).ThenRefused(refusal);
        story.When(task => CancelTask.Decide(By(Maya), new CancelTask(reason!), task, Past.OpenFile)).ThenRefused(refusal);
        story.When(task => ReleaseTask.Decide(By(Maya), new ReleaseTask(reason!), task, Past.OpenFile)).ThenRefused(refusal);
        TaskStory.Given(Created, Completed)
            .When(task => ReopenTask.Decide(By(Maya), new ReopenTask(reason!), task, Past.OpenFile)).ThenRefused(refusal);
    }

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.TaskOutcome, MemberType = typeof(Bad))]
    public void Done_says_what_came_of_it(string? outcome, string code) =>
        TaskStory.Given(Created)
            .When(task => CompleteTask.Decide(By(Theo), new CompleteTask(outcome!), task, Past.OpenFile, null))
            .ThenRefused(new Refusal(code, "", "outcome"));

    private static Func<CaseTask, Decision<ITaskFact>> Giving(Assignee? to) =>
        task => ReassignTask.Decide(By(Maya), new ReassignTask("Theo is in court"), task, Past.OpenFile, to);

    private static Func<CaseTask, Decision<ITaskFact>> Redating(Due due) =>
        task => RedateTask.Decide(By(Maya), new RedateTask(TaskPast.Given(due), "Road closed"), task, Past.OpenFile);

    private static Func<CaseTask, Decision<ITaskFact>> Starting(CaseTask? other) => task => StartTask.Decide(By(Theo), task, Past.OpenFile, other);

    private static Func<CaseTask, Decision<ITaskFact>> Completing(CaseTask? other = null) =>
        task => CompleteTask.Decide(By(Theo), new CompleteTask("Two deliveries seen"), task, Past.OpenFile, other);

    private static Decision<ITaskFact> Cancelling(CaseTask task) => CancelTask.Decide(By(Maya), new CancelTask("Warehouse is empty"), task, Past.OpenFile);

    private static Decision<ITaskFact> Reopening(CaseTask task) => ReopenTask.Decide(By(Maya), new ReopenTask("One more night"), task, Past.OpenFile);

    private static Decision<ITaskFact> Releasing(CaseTask task) => ReleaseTask.Decide(By(Maya), new ReleaseTask("The lab is closed"), task, Past.OpenFile);
}
