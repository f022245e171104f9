using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class ClosureTests
{
    private static readonly ProposeClosure Proposal = new(ClosureOutcome.NoFurtherAction, "Nothing found");

    [Fact]
    public void An_officer_proposes() => CaseStory.Given(Past.Opened).When(Proposing(Maya)).Then(Past.Proposed);

    [Fact]
    public void The_same_proposal_again_is_nothing_new() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Proposing(Maya)).ThenNothing();

    [Fact]
    public void One_proposal_waits_at_a_time() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Proposing(Jules)).ThenRefused(ProposeClosure.AlreadyProposed);

    [Fact]
    public void A_closed_case_is_not_closed_again() =>
        CaseStory.Given(Past.Closed).When(Proposing(Maya)).ThenRefused(CaseFile.IsClosed);

    [Fact]
    public void An_outcome_is_one_of_the_list() =>
        CaseStory.Given(Past.Opened)
            .When(file => ProposeClosure.Decide(By(Maya), Proposal with { Outcome = (ClosureOutcome)99 }, file, null))
            .ThenRefused(Choice.Unlisted.At("outcome"));

    [Fact]
    public void A_second_person_approves() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Approving(Jules)).Then(Past.Approved);

    [Fact]
    public void Nobody_approves_their_own_proposal() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Approving(Maya)).ThenRefused(ClosureReview.OwnProposal);

    [Fact]
    public void Nobody_refuses_their_own_proposal() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Refusing(Maya)).ThenRefused(ClosureReview.OwnProposal);

    [Fact]
    public void What_nobody_proposed_is_neither_approved_nor_refused_nor_withdrawn()
    {
        var story = CaseStory.Given(Past.Opened);
        story.When(Approving(Jules)).ThenRefused(ClosureReview.NothingProposed);
        story.When(Refusing(Jules)).ThenRefused(ClosureReview.NothingProposed);
        story.When(Withdrawing(Maya)).ThenRefused(ClosureReview.NothingProposed);
    }

    [Fact]
    public void The_same_approval_again_is_nothing_new() => CaseStory.Given(Past.Closed).When(Approving(Jules)).ThenNothing();

    [Fact]
    public void Who_comes_after_the_approval_is_told() =>
        CaseStory.Given(Past.Closed).When(Approving(Theo)).ThenRefused(ClosureReview.NothingProposed);

    [Fact]
    public void Approval_closes_the_case_and_keeps_both_names()
    {
        Assert.Equal(Stage.Closed, Past.ClosedFile.Stage);
        Assert.Equal(new Closure(ClosureOutcome.NoFurtherAction, Maya, Jules), Past.ClosedFile.Closure);
    }

    [Fact]
    public void A_second_person_refuses_and_the_case_goes_on() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Refusing(Jules)).Then(new ClosureRefused(Jules, "Not yet"));

    [Fact]
    public void After_a_refusal_it_may_be_proposed_again() =>
        CaseStory.Given(Past.Opened, Past.Proposed, new ClosureRefused(Jules, "Not yet")).When(Proposing(Maya)).Then(Past.Proposed);

    [Fact]
    public void Who_proposed_may_withdraw() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Withdrawing(Maya)).Then(new ClosureWithdrawn(Maya, "Too early"));

    [Fact]
    public void Nobody_withdraws_what_another_proposed() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Withdrawing(Jules)).ThenRefused(WithdrawClosure.NotProposer);

    [Fact]
    public void A_proposal_that_was_withdrawn_is_not_approved() =>
        CaseStory.Given(Past.Opened, Past.Proposed, new ClosureWithdrawn(Maya, "Too early"))
            .When(Approving(Jules)).ThenRefused(ClosureReview.NothingProposed);

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Every_step_but_approval_needs_its_reason(string? reason, string code)
    {
        var refusal = new Refusal(code, "", "reason");
        CaseStory.Given(Past.Opened)
            .When(file => ProposeClosure.Decide(By(Maya), Proposal with { Reason = reason! }, file, null)).ThenRefused(refusal);
        var proposed = CaseStory.Given(Past.Opened, Past.Proposed);
        proposed.When(file => RefuseClosure.Decide(By(Jules), new RefuseClosure(reason!), file)).ThenRefused(refusal);
        proposed.When(file => WithdrawClosure.Decide(By(Maya), new WithdrawClosure(reason!), file)).ThenRefused(refusal);
        CaseStory.Given(Past.Closed)
            .When(file => ReopenCase.Decide(By(Jules), new ReopenCase(reason!), file)).ThenRefused(refusal);
    }

    [Fact]
    public void A_remark_has_a_length() =>
        CaseStory.Given(Past.Opened, Past.Proposed)
            .When(file => ApproveClosure.Decide(By(Jules), new ApproveClosure(new string('x', 1_001)), file, null))
            .ThenRefused(Text.TooLong.At("remark"));

    [Fact]
    public void A_review_falls_overdue_after_three_days() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Checking(Noon.AddHours(72)))
            .Then(new ClosureReviewFellOverdue(Noon.AddHours(72)));

    [Fact]
    public void A_review_is_not_overdue_a_moment_earlier() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Checking(Noon.AddHours(72).AddTicks(-1))).ThenNothing();

    [Fact]
    public void A_review_falls_overdue_once() =>
        CaseStory.Given(Past.Opened, Past.Proposed, new ClosureReviewFellOverdue(Noon.AddHours(72)))
            .When(Checking(Noon.AddHours(73))).ThenNothing();

    [Fact]
    public void A_review_decided_in_time_is_never_overdue()
    {
        CaseStory.Given(Past.Closed).When(Checking(Noon.AddHours(72))).ThenNothing();
        CaseStory.Given(Past.Opened, Past.Proposed, new ClosureRefused(Jules, "Not yet")).When(Checking(Noon.AddHours(72))).ThenNothing();
    }

    [Theory]
    [InlineData(72)]
    [InlineData(200)]
    public void A_later_proposal_has_its_own_time(int hours) =>
        CaseStory.Given(
                Past.Opened, Past.Proposed, new ClosureRefused(Jules, "Not yet"), Past.Proposed with { At = Noon.AddHours(40) })
            .When(Checking(Noon.AddHours(hours))).ThenNothing();

    [Fact]
    public void An_overdue_review_may_still_be_decided() =>
        CaseStory.Given(Past.Opened, Past.Proposed, new ClosureReviewFellOverdue(Noon.AddHours(72)))
            .When(Approving(Jules)).Then(Past.Approved);

    [Fact]
    public void A_closed_case_is_reopened_as_an_investigation()
    {
        CaseStory.Given(Past.Closed).When(Reopening).Then(new CaseReopened(Jules, "New witness"));
        var file = CaseFile.Evolve(Past.ClosedFile, new CaseReopened(Jules, "New witness"));
        Assert.Equal((Stage.Investigation, null), (file.Stage, file.Closure));
    }

    [Fact]
    public void An_open_case_is_not_reopened() =>
        CaseStory.Given(Past.Opened).When(Reopening).ThenRefused(ReopenCase.NotClosed);

    private static Decision<ICaseFact> Reopening(CaseFile file) => ReopenCase.Decide(By(Jules), new ReopenCase("New witness"), file);

    private static Func<CaseFile, Decision<ICaseFact>> Proposing(OfficerId by) => file => ProposeClosure.Decide(By(by), Proposal, file, null);

    private static Func<CaseFile, Decision<ICaseFact>> Approving(OfficerId by) => file => ApproveClosure.Decide(By(by), new ApproveClosure(null), file, null);

    private static Func<CaseFile, Decision<ICaseFact>> Refusing(OfficerId by) => file => RefuseClosure.Decide(By(by), new RefuseClosure("Not yet"), file);

    private static Func<CaseFile, Decision<ICaseFact>> Withdrawing(OfficerId by) => file => WithdrawClosure.Decide(By(by), new WithdrawClosure("Too early"), file);

    private static Func<CaseFile, Decision<ICaseFact>> Checking(DateTimeOffset at) =>
        file => MarkClosureReviewOverdue.Decide(Northgate.System(at), new MarkClosureReviewOverdue(Noon), file);
}
