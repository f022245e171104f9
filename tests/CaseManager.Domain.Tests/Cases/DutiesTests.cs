using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>Mandatory tasks stand between a case and its closing.</summary>
public sealed class DutiesTests
{
    private static readonly DutyImposed Imposed = new(Halden, TaskPast.Task(1));
    private static readonly DutyDischarged Discharged = new(Halden, TaskPast.Task(1));
    private static readonly ITaskFact[] Reopened = [TaskPast.Mandatory, TaskPast.Completed, new TaskReopened(Maya, TaskPast.AtFive, "r")];

    [Fact]
    public void A_mandatory_task_is_a_duty_until_it_is_completed_or_cancelled()
    {
        Follow([], TaskPast.Mandatory).Then(Imposed);
        Follow([Imposed], TaskPast.Mandatory, new TaskStarted(Theo)).ThenNothing();
        Follow([Imposed], TaskPast.Mandatory, TaskPast.Completed).Then(Discharged);
        Follow([Imposed], TaskPast.Mandatory, TaskPast.Cancelled).Then(Discharged);
        Follow([Imposed, Discharged], TaskPast.Mandatory, TaskPast.Completed).ThenNothing();
        Follow([Imposed, Discharged], Reopened).Then(Imposed);
    }

    [Fact]
    public void Any_other_task_is_none()
    {
        Follow([], TaskPast.Created).ThenNothing();
        Follow([], TaskPast.Created, TaskPast.Completed).ThenNothing();
    }

    [Fact]
    public void A_case_with_a_duty_is_neither_proposed_for_closing_nor_closed()
    {
        var duties = Fold.Of<Duties, IDutyFact>([Imposed]);
        CaseStory.Given(Past.Opened).When(file => Propose(file, duties)).ThenRefused(Duties.AreOpen);
        CaseStory.Given(Past.Opened, Past.Proposed).When(file => Approve(file, duties)).ThenRefused(Duties.AreOpen);
    }

    [Fact]
    public void With_every_duty_discharged_it_is_closed()
    {
        foreach (var duties in new[] { null, Fold.Of<Duties, IDutyFact>([Imposed, Discharged]), Fold.Of<Duties, IDutyFact>([new DutiesFoundDischarged(Halden, Jules)]) })
        {
            CaseStory.Given(Past.Opened).When(file => Propose(file, duties)).Then(Past.Proposed);
            CaseStory.Given(Past.Opened, Past.Proposed).When(file => Approve(file, duties)).Then(Past.Approved);
        }
    }

    [Fact]
    public void The_refusal_says_how_many()
    {
        Assert.StartsWith("One mandatory task ", Duties.MustBeDischarged(new(Halden, [TaskPast.Task(1)]))!.Message, StringComparison.Ordinal);
        Assert.StartsWith("3 mandatory tasks ", Duties.MustBeDischarged(new(Halden, [TaskPast.Task(1), TaskPast.Task(2), TaskPast.Task(3)]))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_closed_before_is_answered_as_then() =>
        CaseStory.Given(Past.Closed).When(file => Approve(file, Fold.Of<Duties, IDutyFact>([Imposed]))).ThenNothing();

    private static Story<Duties, IDutyFact>.Ending Follow(IDutyFact[] before, params ITaskFact[] task) =>
        Story<Duties, IDutyFact>.Given(before).When(duties => Duties.Follow(duties, TaskPast.Of(task)));

    private static Decision<ICaseFact> Propose(CaseFile file, Duties? duties) =>
        ProposeClosure.Decide(By(Maya), new ProposeClosure(ClosureOutcome.NoFurtherAction, "Nothing found"), file, duties);

    private static Decision<ICaseFact> Approve(CaseFile file, Duties? duties) =>
        ApproveClosure.Decide(By(Jules), new ApproveClosure(null), file, duties);
}
