using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

public sealed class CustodyTransferTests
{
    private static readonly OfferCustodyTransfer Offer = new(Theo, Past.SealNumber, "To store A", null);

    private static readonly AcceptCustodyTransfer Acceptance = new(Past.SealNumber, null, null);

    [Fact]
    public void Its_holder_offers_it_and_an_answer_is_due_in_a_day() =>
        ExhibitStory.Given(Past.Seized).When(Offering(Maya)).Then(Past.Offered);

    [Fact]
    public void Nobody_else_offers_it() => ExhibitStory.Given(Past.Seized).When(Offering(Jules)).ThenRefused(Exhibit.NotHolder);

    [Fact]
    public void Who_gave_it_away_does_not_offer_it_again() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Accepted).When(Offering(Maya)).ThenRefused(Exhibit.NotHolder);

    [Fact]
    public void Nobody_offers_it_to_themselves() =>
        ExhibitStory.Given(Past.Seized).When(Offering(Maya, Offer with { To = Maya })).ThenRefused(CustodyTransfer.Own.At("to"));

    [Fact]
    public void It_is_offered_under_the_seal_it_bears() =>
        ExhibitStory.Given(Past.Seized).When(Offering(Maya, Offer with { Seal = "CFP-77121" })).ThenRefused(CustodyTransfer.SealMismatch.At("seal"));

    [Fact]
    public void It_is_offered_under_the_new_seal_once_it_has_one()
    {
        var story = ExhibitStory.Given(Past.Seized, new ExhibitResealed(new Seal(Past.SealNumber), new Seal("CFP-1"), "Opened"));
        story.When(Offering(Maya)).ThenRefused(CustodyTransfer.SealMismatch.At("seal"));
        story.When(Offering(Maya, Offer with { Seal = "CFP-1" })).Then(Past.Offered with { Seal = new Seal("CFP-1") });
    }

    [Fact]
    public void One_hand_over_waits_at_a_time() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Offering(Maya, Offer with { To = Jules })).ThenRefused(CustodyTransfer.Waiting);

    [Fact]
    public void The_same_offer_again_is_nothing_new() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Offering(Maya)).ThenNothing();

    [Fact]
    public void The_same_offer_with_another_time_is_another() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Offering(Maya, Offer with { Due = Noon.AddHours(3) })).ThenRefused(CustodyTransfer.Waiting);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((30 * 24) + 1)]
    public void An_answer_is_due_within_thirty_days(int hours) =>
        ExhibitStory.Given(Past.Seized).When(Offering(Maya, Offer with { Due = Noon.AddHours(hours) })).ThenRefused(OfferCustodyTransfer.BadDue.At("due"));

    [Fact]
    public void The_addressee_accepts_and_holds_it()
    {
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo)).Then(Past.Accepted);
        var item = Past.Of(Past.Seized, Past.Offered, Past.Accepted);
        Assert.Equal((Theo, Noon, null), (item.Holder, item.HeldSince, item.Offered));
    }

    [Fact]
    public void It_is_provisional_until_somebody_has_received_it()
    {
        Assert.True(Past.Of(Past.Seized).Provisional);
        Assert.True(Past.Of(Past.Seized, Past.Offered).Provisional);
        Assert.True(Past.Of(Past.Seized, Past.Offered, Past.Refused).Provisional);
        Assert.True(Past.Of(Past.Seized, Past.Offered, Past.Withdrawn).Provisional);
        Assert.False(Past.Of(Past.Seized, Past.Offered, Past.Accepted).Provisional);
        Assert.False(Past.Of(Past.Seized, Past.Offered, Past.Accepted, Past.Offered with { Transfer = 2, From = Theo, To = Maya }).Provisional);
    }

    [Fact]
    public void Nobody_else_accepts_it() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Jules)).ThenRefused(CustodyTransfer.NotAddressee);

    [Fact]
    public void Nobody_accepts_their_own_hand_over() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Maya)).ThenRefused(CustodyTransfer.Own);

    [Fact]
    public void Acceptance_needs_the_seal_recorded_at_hand_over() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { SealSeen = "CFP-77121" }))
            .ThenRefused(CustodyTransfer.SealMismatch.At("sealSeen"));

    [Fact]
    public void What_was_not_offered_is_neither_accepted_nor_refused_nor_withdrawn()
    {
        var story = ExhibitStory.Given(Past.Seized);
        story.When(Accepting(Theo)).ThenRefused(CustodyTransfer.NothingOffered);
        story.When(Refusing(Theo)).ThenRefused(CustodyTransfer.NothingOffered);
        story.When(Withdrawing(Maya)).ThenRefused(CustodyTransfer.NothingOffered);
    }

    [Fact]
    public void The_same_acceptance_again_is_nothing_new() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Accepted).When(Accepting(Theo)).ThenNothing();

    [Fact]
    public void An_acceptance_answers_the_last_offer_only() =>
        ExhibitStory.Given(
                Past.Seized, Past.Offered, Past.Accepted, Past.Offered with { Transfer = 2, From = Theo, To = Jules }, new CustodyTransferWithdrawn(2, Theo, "Not yet"))
            .When(Accepting(Theo)).ThenRefused(CustodyTransfer.NothingOffered);

    [Fact]
    public void It_may_have_changed_hands_before_it_is_recorded() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { HandedOverAt = Noon.AddHours(-20) }))
            .Then(Past.Accepted with { HandedOverAt = Noon.AddHours(-20) });

    [Fact]
    public void It_did_not_change_hands_before_who_gives_it_had_it() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { HandedOverAt = Past.Taken.AddSeconds(-1) }))
            .ThenRefused(AcceptCustodyTransfer.BeforeHeld.At("handedOverAt"));

    [Fact]
    public void It_has_not_changed_hands_in_the_future() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { HandedOverAt = Noon.AddSeconds(1) }))
            .ThenRefused(AcceptCustodyTransfer.InFuture.At("handedOverAt"));

    [Fact]
    public void The_addressee_refuses_and_it_stays_where_it_was()
    {
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Refusing(Theo)).Then(Past.Refused);
        Assert.Equal((Maya, null), (Past.Of(Past.Seized, Past.Offered, Past.Refused).Holder, Past.Of(Past.Seized, Past.Offered, Past.Refused).Offered));
    }

    [Fact]
    public void A_refusal_may_keep_the_seal_that_was_seen() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(item => RefuseCustodyTransfer.Decide(By(Theo), new RefuseCustodyTransfer("Another seal", "cfp-1"), item))
            .Then(new CustodyTransferRefused(1, Theo, "Another seal", new Seal("CFP-1")));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Nobody_else_refuses_it(int officer) =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Refusing(new OfficerId(Id(officer)))).ThenRefused(CustodyTransfer.NotAddressee);

    [Fact]
    public void Who_offered_it_takes_the_offer_back() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Withdrawing(Maya)).Then(Past.Withdrawn);

    [Fact]
    public void Nobody_else_takes_it_back() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Withdrawing(Theo)).ThenRefused(Exhibit.NotHolder);

    [Fact]
    public void An_offer_taken_back_is_not_accepted() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Withdrawn).When(Accepting(Theo)).ThenRefused(CustodyTransfer.NothingOffered);

    [Fact]
    public void After_an_answer_it_may_be_offered_again() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Refused).When(Offering(Maya, Offer with { To = Jules }))
            .Then(Past.Offered with { Transfer = 2, To = Jules });

    [Fact]
    public void An_offer_falls_overdue_when_its_time_is_over() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Checking(Past.Offered.Due)).Then(Past.Overdue);

    [Fact]
    public void It_is_not_overdue_a_moment_earlier() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Checking(Past.Offered.Due.AddTicks(-1))).ThenRefused(MarkTransferOverdue.NotDueYet);

    [Fact]
    public void It_falls_overdue_once() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Overdue).When(Checking(Past.Offered.Due.AddHours(1))).ThenNothing();

    [Fact]
    public void An_offer_answered_in_time_is_never_overdue()
    {
        foreach (var answer in new IExhibitFact[] { Past.Accepted, Past.Refused, Past.Withdrawn })
            ExhibitStory.Given(Past.Seized, Past.Offered, answer).When(Checking(Past.Offered.Due)).ThenNothing();
    }

    [Fact]
    public void A_later_offer_has_its_own_time() =>
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Refused, Past.Offered with { Transfer = 2 }).When(Checking(Past.Offered.Due.AddDays(9))).ThenNothing();

    [Fact]
    public void An_overdue_offer_may_still_be_answered()
    {
        var late = By(Theo, Noon.AddDays(3));
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Overdue).When(item => AcceptCustodyTransfer.Decide(late, Acceptance, item))
            .Then(Past.Accepted with { HandedOverAt = late.At });
        ExhibitStory.Given(Past.Seized, Past.Offered, Past.Overdue).When(Withdrawing(Maya)).Then(Past.Withdrawn);
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Every_step_but_acceptance_needs_its_reason(string? reason, string code)
    {
        var refusal = new Refusal(code, "", "reason");
        ExhibitStory.Given(Past.Seized).When(Offering(Maya, Offer with { Reason = reason! })).ThenRefused(refusal);
        var offered = ExhibitStory.Given(Past.Seized, Past.Offered);
        offered.When(item => RefuseCustodyTransfer.Decide(By(Theo), new RefuseCustodyTransfer(reason!, null), item)).ThenRefused(refusal);
        offered.When(item => WithdrawCustodyTransfer.Decide(By(Maya), new WithdrawCustodyTransfer(reason!), item)).ThenRefused(refusal);
    }

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Seal, MemberType = typeof(Bad))]
    public void A_seal_is_read(string? seal, string code)
    {
        ExhibitStory.Given(Past.Seized).When(Offering(Maya, Offer with { Seal = seal! })).ThenRefused(new Refusal(code, "", "seal"));
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { SealSeen = seal! })).ThenRefused(new Refusal(code, "", "sealSeen"));
    }

    [Fact]
    public void A_remark_has_a_length() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Accepting(Theo, Acceptance with { Remark = new string('x', 1_001) }))
            .ThenRefused(Text.TooLong.At("remark"));

    private static Func<Exhibit, Decision<IExhibitFact>> Offering(OfficerId by, OfferCustodyTransfer? command = null) =>
        item => OfferCustodyTransfer.Decide(By(by), command ?? Offer, item);

    private static Func<Exhibit, Decision<IExhibitFact>> Accepting(OfficerId by, AcceptCustodyTransfer? command = null) =>
        item => AcceptCustodyTransfer.Decide(By(by), command ?? Acceptance, item);

    private static Func<Exhibit, Decision<IExhibitFact>> Refusing(OfficerId by) =>
        item => RefuseCustodyTransfer.Decide(By(by), new RefuseCustodyTransfer("Torn bag", null), item);

    private static Func<Exhibit, Decision<IExhibitFact>> Withdrawing(OfficerId by) =>
        item => WithdrawCustodyTransfer.Decide(By(by), new WithdrawCustodyTransfer("No van"), item);

    private static Func<Exhibit, Decision<IExhibitFact>> Checking(DateTimeOffset at) =>
        item => MarkTransferOverdue.Decide(Northgate.System(at), new MarkTransferOverdue(1), item);
}
