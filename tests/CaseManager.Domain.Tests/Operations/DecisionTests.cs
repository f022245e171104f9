using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>Votes, no-go, hold, abort, and that they are known to have arrived.</summary>
public sealed class DecisionTests
{
    private static readonly OperationHeld Held = new(2, Jules, HoldCause.Ordered, null, "Wait", Noon);
    private static readonly NoGoDecided NoGo = new(1, Jules, "Fog", Noon);

    [Fact]
    public void An_agency_votes_on_what_it_saw() => Given(Planned.Entered).When(Voting(Theo, Ops)).Then(Planned.GoOf(Theo, Ops));

    [Fact]
    public void The_same_vote_again_is_nothing_new() => Given(Planned.Voted).When(Voting(Theo, Ops)).ThenNothing();

    [Fact]
    public void Nobody_votes_for_another_agency() => Given(Planned.Entered).When(Voting(Maya, Ops)).ThenRefused(CastVote.OtherAgency.At("agency"));

    [Fact]
    public void Who_neither_leads_nor_has_a_site_has_no_vote() =>
        Given(Planned.Granite, new OperationSiteAdded(Planned.SiteNo(2), "S2"))
            .When(operation => CastVote.Decide(By(Theo), new CastVote(Ops, VoteChoice.Go, operation.PinWith([Planned.AllReady[1]]), null), operation, [Planned.AllReady[1]]))
            .ThenRefused(CastVote.NotInQuorum.At("agency"));

    [Fact]
    public void A_late_vote_is_stale()
    {
        Given(Planned.Gone).When(Voting(Theo, Ops)).ThenRefused(Pin.Stale.At("pin"));
        Given([.. Planned.Gone, Held]).When(Voting(Theo, Ops)).ThenRefused(Pin.Stale.At("pin"));
        Given([.. Planned.Voted, NoGo]).When(Voting(Theo, Ops)).ThenRefused(Pin.Stale.At("pin"));
    }

    [Fact]
    public void After_a_go_there_is_nothing_to_vote_on() =>
        Given(Planned.Gone).When(operation => CastVote.Decide(
            By(Theo), new CastVote(Ops, VoteChoice.Go, operation.PinWith(Planned.AllReady), null), operation, Planned.AllReady)).ThenRefused(Operation.GoStands);

    [Fact]
    public void What_was_aborted_is_not_voted_on() => Given([.. Planned.Entered, Planned.Abort]).When(Voting(Theo, Ops)).ThenRefused(Operation.IsAborted);

    [Fact]
    public void Who_says_no_says_why() =>
        Given(Planned.Entered).When(operation => CastVote.Decide(By(Theo), new CastVote(Ops, VoteChoice.NoGo, Planned.Pin, null), operation, Planned.AllReady))
            .ThenRefused(Text.Missing.At("reason"));

    [Fact]
    public void A_choice_is_one_of_the_list() =>
        Given(Planned.Entered).When(operation => CastVote.Decide(By(Theo), new CastVote(Ops, (VoteChoice)9, Planned.Pin, null), operation, Planned.AllReady))
            .ThenRefused(Choice.Unlisted.At("choice"));

    [Fact]
    public void A_no_go_ends_the_round()
    {
        Given(Planned.Voted).When(NotGoing).Then(NoGo);
        Given([.. Planned.Voted, NoGo]).When(NotGoing).ThenNothing();
        Assert.Empty(Planned.OperationOf([.. Planned.Voted, NoGo]).Votes);
    }

    [Fact]
    public void A_go_is_held_and_not_turned_into_a_no_go() => Given(Planned.Gone).When(NotGoing).ThenRefused(Operation.GoStands);

    [Fact]
    public void A_go_is_held_once()
    {
        Given(Planned.Gone).When(Holding).Then(Held);
        Given([.. Planned.Gone, Held]).When(Holding).ThenNothing();
        Given(Planned.Voted).When(Holding).ThenRefused(HoldOperation.NothingToHold);
        Given([.. Planned.Gone, Planned.Abort]).When(Holding).ThenRefused(Operation.IsAborted);
    }

    [Fact]
    public void It_is_aborted_at_any_time_and_once()
    {
        Given(Planned.Granite).When(Aborting).Then(Planned.Abort);
        Given(Planned.Gone).When(Aborting).Then(Planned.Abort with { Number = 2 });
        Given([.. Planned.Gone, Held]).When(Aborting).Then(Planned.Abort with { Number = 3 });
        Given(Planned.Granite, Planned.Abort).When(Aborting).ThenNothing();
    }

    [Fact]
    public void A_site_acknowledges_the_last_order_once()
    {
        var given = Acknowledging(Theo, 1, Planned.Gone);
        Assert.Equal([new OrderAcknowledged(Northgate.Granite, 1, DecisionKind.Go, Noon, "S1")], given.Facts);
        Assert.Empty(Acknowledging(Theo, 1, Planned.Gone, Fold.Of<Acknowledgement, IAcknowledgementFact>(given.Facts)).Facts);
    }

    [Fact]
    public void An_earlier_order_says_nothing_about_the_last()
    {
        Assert.Equal(Acknowledge.OtherOrder.At("order"), Acknowledging(Theo, 1, [.. Planned.Gone, Held]).Refusal);
        Assert.Single(Acknowledging(Theo, 2, [.. Planned.Gone, Held]).Facts);
    }

    [Fact]
    public void Without_an_order_there_is_nothing_to_acknowledge()
    {
        Assert.Equal(Acknowledge.OtherOrder.Code, Acknowledging(Theo, 1, Planned.Voted).Refusal?.Code);
        Assert.Equal(Acknowledge.OtherOrder.Code, Acknowledging(Theo, 1, [.. Planned.Voted, NoGo]).Refusal?.Code);
    }

    [Fact]
    public void Nobody_acknowledges_for_another_agencys_site() =>
        Assert.Equal(Site.OtherAgency, Acknowledging(Maya, 1, Planned.Gone).Refusal);

    [Fact]
    public void A_site_that_withdrew_acknowledges_no_more() =>
        Assert.Equal(Site.IsWithdrawn, Acknowledge.Decide(
            By(Theo), new Acknowledge(1), Planned.OperationOf(Planned.Gone), Planned.SiteOf(Planned.Warehouse, new SiteWithdrawn(Theo, "No staff")), null).Refusal);

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Orders_need_their_reason(string? reason, string code)
    {
        var refusal = new Refusal(code, "", "reason");
        Given(Planned.Gone).When(o => HoldOperation.Decide(By(Jules), new HoldOperation(reason!), o)).ThenRefused(refusal);
        Given(Planned.Gone).When(o => AbortOperation.Decide(By(Jules), new AbortOperation(reason!), o)).ThenRefused(refusal);
        Given(Planned.Voted).When(o => DecideNoGo.Decide(By(Jules), new DecideNoGo(reason!), o)).ThenRefused(refusal);
    }

    private static OperationStory Given(params IOperationFact[] facts) => OperationStory.Given(facts);

    private static Decision<IOperationFact> NotGoing(Operation operation) => DecideNoGo.Decide(By(Jules), new DecideNoGo("Fog"), operation);

    private static Decision<IOperationFact> Holding(Operation operation) => HoldOperation.Decide(By(Jules), new HoldOperation("Wait"), operation);

    private static Decision<IOperationFact> Aborting(Operation operation) => AbortOperation.Decide(By(Jules), new AbortOperation("Called off"), operation);

    private static Func<Operation, Decision<IOperationFact>> Voting(OfficerId by, AgencyId agency) =>
        operation => CastVote.Decide(By(by), new CastVote(agency, VoteChoice.Go, Planned.Pin, null), operation, Planned.AllReady);

    private static Decision<IAcknowledgementFact> Acknowledging(OfficerId by, int order, IOperationFact[] facts, Acknowledgement? given = null) =>
        Acknowledge.Decide(By(by), new Acknowledge(order), Planned.OperationOf(facts), Planned.AllReady[0], given);
}
