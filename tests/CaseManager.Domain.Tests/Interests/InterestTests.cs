using CaseManager.Domain.Access;
using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Interests;

/// <summary>Sanne looks out for something in general terms.</summary>
public sealed class InterestTests
{
    private const string Broker = "Rotterdam broker, HS 2933.39";

    private static readonly DeclareInterest Asked = new(Broker, "Consignments through our port", Noon.AddDays(30));
    private static readonly InterestDeclared Declared = new(Sanne, Nlfi, Broker, "Consignments through our port", Noon.AddDays(30));
    private static readonly InterestId Hers = new(Id(0x70));
    private static readonly MatchInterest Matches = new(Hers, Halden, NorthgateForce, [], []);
    private static readonly InterestMatched Matched = new(Hers, Sanne, Nlfi, Broker, "Consignments through our port", Noon.AddDays(30), Halden, NorthgateForce, [], []);

    public static TheoryData<string?, string> Purposes => Bad.Texts(DeclareInterest.LongestPurpose);

    public static TheoryData<string?, string> Messages => Bad.Texts(AnswerInterest.LongestMessage);

    [Fact]
    public void It_is_declared_with_words_purpose_and_an_end() =>
        Story<Interest, IInterestFact>.Given().When(_ => DeclareInterest.Decide(By(Sanne), Asked)).Then(Declared);

    [Theory]
    [InlineData("", "input.missing")]
    [InlineData("drums", "interest.too-broad")]
    [InlineData("drums Drums", "interest.too-broad")]
    [InlineData("HS 29 of 39 drums", "interest.too-broad")]
    [InlineData("one,two,three,four,five,six,seven,eight,nine", "interest.too-many-parts")]
    public void Words_that_say_little_are_not_looked_for(string words, string code) =>
        Assert.Equal((code, "words"), Refused(DeclareInterest.Decide(By(Sanne), Asked with { Words = words })));

    [Fact]
    public void Words_have_a_length() =>
        Assert.Equal((Text.TooLong.Code, "words"), Refused(DeclareInterest.Decide(By(Sanne), Asked with { Words = new string('x', Words.Longest + 1) })));

    [Theory]
    [MemberData(nameof(Purposes))]
    public void It_says_what_for(string? purpose, string code) =>
        Assert.Equal((code, "purpose"), Refused(DeclareInterest.Decide(By(Sanne), Asked with { Purpose = purpose! })));

    [Theory]
    [InlineData(0, "interest.already-over")]
    [InlineData(367, "interest.too-long")]
    public void It_holds_for_a_year_at_most(int days, string code) =>
        Assert.Equal((code, "until"), Refused(DeclareInterest.Decide(By(Sanne), Asked with { Until = Noon.AddDays(days) })));

    [Fact]
    public void What_stands_between_commas_is_a_part() => Assert.Equal(["Rotterdam broker", "HS 2933.39"], Words.Parts(Broker));

    [Fact]
    public void It_lapses_by_the_clock_and_by_withdrawal()
    {
        var open = Interest.Evolve(null, Declared);
        Assert.True(open.OpenAt(Noon));
        Assert.False(open.OpenAt(Declared.Until));
        Assert.False(Interest.Evolve(open, new InterestWithdrawn(null)).OpenAt(Noon));
    }

    [Fact]
    public void Whoever_declared_it_withdraws_it_once()
    {
        Story<Interest, IInterestFact>.Given(Declared).When(i => WithdrawInterest.Decide(By(Sanne), new WithdrawInterest("Found it"), i)).Then(new InterestWithdrawn("Found it"));
        Story<Interest, IInterestFact>.Given(Declared, new InterestWithdrawn(null)).When(i => WithdrawInterest.Decide(By(Sanne), new WithdrawInterest(null), i)).ThenNothing();
        Story<Interest, IInterestFact>.Given(Declared).When(i => WithdrawInterest.Decide(By(Maya), new WithdrawInterest(null), i)).ThenRefused(WithdrawInterest.NotYours);
        Story<Interest, IInterestFact>.Given(Declared).When(i => WithdrawInterest.Decide(By(Sanne), new WithdrawInterest("\a"), i)).ThenRefused(Text.Unprintable.At("reason"));
    }

    [Fact]
    public void A_case_that_matches_is_put_on_record_once_while_the_interest_holds()
    {
        var open = Interest.Evolve(null, Declared);
        Story<InterestMatch, IInterestMatchFact>.Given().When(m => MatchInterest.Decide(Northgate.System(), Matches, open, m)).Then(Matched);
        Story<InterestMatch, IInterestMatchFact>.Given(Matched).When(m => MatchInterest.Decide(Northgate.System(), Matches, open, m)).ThenNothing();
        Story<InterestMatch, IInterestMatchFact>.Given().When(m => MatchInterest.Decide(Northgate.System(Declared.Until), Matches, open, m)).ThenNothing();
        Story<InterestMatch, IInterestMatchFact>.Given().When(m => MatchInterest.Decide(Northgate.System(), Matches, open with { Withdrawn = true }, m)).ThenNothing();
    }

    [Fact]
    public void A_match_is_read_by_those_named_alone_and_while_they_may_read_all_in_which_it_was_found()
    {
        var inside = new Label(Cfp, Tlp.Amber, Halden, null, []) { Caveats = Caveats.None with { Compartments = [Deep] } };
        var label = MatchInterest.LabelOf([new Label(Cfp, Tlp.Amber, Halden, null, []), inside], [Maya]);
        var onCase = RightsOf(Maya, Holding(Scope.Of(Halden), Role.PrimaryInvestigator), Holding(Scope.Of(Deep), Role.Insider));
        Assert.True(AccessLaw.MayRead(onCase, label, Noon));
        Assert.False(AccessLaw.MayRead(onCase with { Grants = [onCase.Grants[0]] }, label, Noon));
        Assert.False(AccessLaw.MayRead(onCase with { Grants = [onCase.Grants[1]] }, label, Noon));
        Assert.False(AccessLaw.MayRead(onCase with { Officer = Jules }, label, Noon));
    }

    [Fact]
    public void A_contact_tells_the_asker_and_a_dismissal_tells_nobody()
    {
        var (open, match) = (Interest.Evolve(null, Declared), InterestMatch.Evolve(null, Matched));
        var contact = AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Contact, "Call me"), match, open);
        var dismissal = AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Dismiss, "Another broker"), match, open);
        Assert.Equal([new InterestContacted("Call me")], contact.Facts);
        Assert.Equal([new InterestDismissed("Another broker")], dismissal.Facts);
        Assert.Equal([new AskerContacted(Hers, Maya, Cfp, "Call me")], AnswerInterest.Tell(By(Maya), match, contact).Facts);
        Assert.Empty(AnswerInterest.Tell(By(Maya), match, dismissal).Facts);
        Assert.Equal(new InterestContact(Hers, Maya, "Call me"), InterestContact.Evolve(null, new AskerContacted(Hers, Maya, Cfp, "Call me")));
    }

    [Fact]
    public void It_is_answered_once_and_the_same_answer_again_changes_nothing()
    {
        var open = Interest.Evolve(null, Declared);
        Story<InterestMatch, IInterestMatchFact>.Given(Matched, new InterestContacted("Call me"))
            .When(m => AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Contact, "Call me"), m, open)).ThenNothing();
        Story<InterestMatch, IInterestMatchFact>.Given(Matched, new InterestDismissed("No"))
            .When(m => AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Contact, "Call me"), m, open)).ThenRefused(AnswerInterest.AlreadyAnswered);
    }

    [Fact]
    public void Who_no_longer_asks_is_told_nothing_but_may_be_dismissed()
    {
        var over = Interest.Evolve(null, Declared) with { Withdrawn = true };
        Story<InterestMatch, IInterestMatchFact>.Given(Matched).When(m => AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Contact, "Call me"), m, over)).ThenRefused(Interest.IsOver);
        Story<InterestMatch, IInterestMatchFact>.Given(Matched).When(m => AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Dismiss, "Over"), m, over)).Then(new InterestDismissed("Over"));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_answer_says_something(string? message, string code) =>
        Assert.Equal((code, "message"), Refused(AnswerInterest.Decide(By(Maya), new AnswerInterest(InterestAnswer.Contact, message!), InterestMatch.Evolve(null, Matched), Interest.Evolve(null, Declared))));

    [Fact]
    public void An_answer_that_is_not_listed_is_none() =>
        Assert.Equal((Choice.Unlisted.Code, "answer"), Refused(AnswerInterest.Decide(By(Maya), new AnswerInterest((InterestAnswer)9, "x"), InterestMatch.Evolve(null, Matched), Interest.Evolve(null, Declared))));

    private static (string?, string?) Refused<TFact>(Decision<TFact> decision) => (decision.Refusal?.Code, decision.Refusal?.Field);
}
