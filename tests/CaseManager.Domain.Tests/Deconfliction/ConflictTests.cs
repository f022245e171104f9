using CaseManager.Domain.Access;
using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>Two sides that do not know each other settle what they do about a conflict.</summary>
public sealed class ConflictTests
{
    private static readonly ConsentToReveal Ours = new("Entry by warrant", [Maya]);
    private static readonly ConsentToReveal Theirs = new("A source is inside", [Theo]);
    private static readonly PairRevealAgreed WeAgree = new(Planned.OurSide, Maya, Cfp, [Maya], "Entry by warrant");
    private static readonly PairRevealAgreed TheyAgree = new(Planned.TheirSide, Theo, Ops, [Theo], "A source is inside");
    private static readonly PairResolutionProposed WePropose = new(Planned.OurSide, Maya, ConflictResolution.Joint);
    private static readonly PairResolutionSigned TheySign = new(Planned.TheirSide, Theo);

    public static TheoryData<string?, string> Texts => Bad.Texts(ConsentToReveal.LongestText);

    [Fact]
    public void Events_that_meet_are_paired_once_and_compared_again_once_one_moves()
    {
        var (entry, source) = (Planned.Of(Planned.Entry), Planned.Of(Planned.Source));
        var away = Planned.Of(Planned.Entry, new DeconflictionEventMoved(Planned.Extent(), Planned.Extent(north: 1), "Other door"));
        var paired = new ConflictPaired(Planned.OurSide, Planned.Ours, 0, Planned.TheirSide, Planned.Theirs, 0, [ConflictOverlap.Place, ConflictOverlap.Time]);
        Story<ConflictPair, IConflictPairFact>.Given().When(p => PairEvents.Decide(Planned.Both, entry, source, p)).Then(paired);
        Story<ConflictPair, IConflictPairFact>.Given().When(p => PairEvents.Decide(Planned.Both, away, source, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(paired).When(p => PairEvents.Decide(Planned.Both, entry, source, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(paired).When(p => PairEvents.Decide(Planned.Both, away, source, p)).Then(new ConflictPairCompared(1, 0, []));
        Story<ConflictPair, IConflictPairFact>.Given(paired, new ConflictPairCompared(1, 0, [])).When(p => PairEvents.Decide(Planned.Both, away, source, p)).ThenNothing();
    }

    [Fact]
    public void A_side_is_told_class_overlap_urgency_and_contact_of_the_other() =>
        Assert.Equal(
            [new ConflictFound(Planned.Ours, Planned.Pair, DeconflictionClass.Undercover, [ConflictOverlap.Place, ConflictOverlap.Time], DeconflictionUrgency.Immediate, "Desk OPS-7")],
            TellSide.Found(Planned.Pair, Planned.Paired(), Planned.OurSide, null, Planned.Of(Planned.Source)).Facts);

    [Fact]
    public void Nothing_is_revealed_before_both_have_agreed_and_then_to_those_named()
    {
        Story<ConflictPair, IConflictPairFact>.Given([Pairing]).When(p => ConsentToReveal.Decide(By(Maya), Ours, Planned.OurSide, p)).Then(WeAgree);
        Assert.Empty(TellSide.Reveal(Planned.Paired(WeAgree), Planned.TheirSide, null).Facts);
        var told = Planned.Paired(WeAgree, TheyAgree);
        Assert.Equal([new ConflictRevealed(Planned.TheirSide, Maya, Cfp, [Maya], "Entry by warrant")], TellSide.Reveal(told, Planned.TheirSide, null).Facts);
        Assert.Equal([new ConflictRevealed(Planned.OurSide, Theo, Ops, [Theo], "A source is inside")], TellSide.Reveal(told, Planned.OurSide, null).Facts);
        Assert.Empty(TellSide.Reveal(told, Planned.OurSide, new ConflictReveal(Planned.OurSide, "A source is inside")).Facts);
        var label = ConflictReveal.LabelOf(told, Planned.TheirSide);
        Assert.True(AccessLaw.MayRead(RightsOf(Theo), label, Noon));
        Assert.False(AccessLaw.MayRead(RightsOf(Jules), label, Noon));
        Assert.False(AccessLaw.MayRead(RightsOf(Maya), label, Noon));
    }

    [Fact]
    public void Consent_is_changed_and_withdrawn_until_the_other_side_agrees()
    {
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree).When(p => ConsentToReveal.Decide(By(Maya), Ours, Planned.OurSide, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree).When(p => ConsentToReveal.Decide(By(Maya), Ours with { Text = "More" }, Planned.OurSide, p)).Then(WeAgree with { Text = "More" });
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree).When(p => WithdrawConsent.Decide(By(Maya), Planned.OurSide, p)).Then(new PairRevealWithdrawn(Planned.OurSide, Maya));
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree).When(p => WithdrawConsent.Decide(By(Theo), Planned.TheirSide, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree, TheyAgree).When(p => WithdrawConsent.Decide(By(Maya), Planned.OurSide, p)).ThenRefused(ConsentToReveal.AlreadyTold);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WeAgree, TheyAgree).When(p => ConsentToReveal.Decide(By(Theo), Theirs with { Text = "More" }, Planned.TheirSide, p)).ThenRefused(ConsentToReveal.AlreadyTold);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, Passed).When(p => ConsentToReveal.Decide(By(Maya), Ours, Planned.OurSide, p)).ThenRefused(ConflictPair.Over);
        Story<ConflictPair, IConflictPairFact>.Given([Pairing]).When(p => ConsentToReveal.Decide(By(Maya), Ours with { Officers = [] }, Planned.OurSide, p)).ThenRefused(ConsentToReveal.NobodyNamed.At("officers"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Consent_says_something(string? text, string code) =>
        Assert.Equal(code, ConsentToReveal.Decide(By(Maya), Ours with { Text = text! }, Planned.OurSide, Planned.Paired()).Refusal?.Code);

    [Fact]
    public void The_other_side_signs_what_one_side_proposed()
    {
        var (propose, sign) = (new ProposeResolution(ConflictResolution.Joint), new SignResolution(ConflictResolution.Joint));
        Story<ConflictPair, IConflictPairFact>.Given([Pairing]).When(p => ProposeResolution.Decide(By(Maya), propose, Planned.OurSide, p)).Then(WePropose);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose).When(p => ProposeResolution.Decide(By(Maya), propose, Planned.OurSide, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose).When(p => SignResolution.Decide(By(Maya), sign, Planned.OurSide, p)).ThenRefused(SignResolution.OwnProposal);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose).When(p => SignResolution.Decide(By(Theo), sign, Planned.TheirSide, p)).Then(TheySign);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose).When(p => SignResolution.Decide(By(Theo), new SignResolution(ConflictResolution.Delay), Planned.TheirSide, p)).ThenRefused(SignResolution.NothingProposed);
        Story<ConflictPair, IConflictPairFact>.Given([Pairing]).When(p => SignResolution.Decide(By(Theo), sign, Planned.TheirSide, p)).ThenRefused(SignResolution.NothingProposed);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose, TheySign).When(p => SignResolution.Decide(By(Theo), sign, Planned.TheirSide, p)).ThenNothing();
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, WePropose, TheySign).When(p => ProposeResolution.Decide(By(Theo), new ProposeResolution(ConflictResolution.Delay), Planned.TheirSide, p)).ThenRefused(ProposeResolution.AlreadyResolved);
        Story<ConflictPair, IConflictPairFact>.Given(Pairing, Passed).When(p => ProposeResolution.Decide(By(Maya), propose, Planned.OurSide, p)).ThenRefused(ConflictPair.Over);
    }

    [Fact]
    public void The_other_side_signs_under_its_name_only_where_both_had_agreed_to_tell()
    {
        var told = Conflict.Evolve(null, new ConflictFound(Planned.Ours, Planned.Pair, default, [ConflictOverlap.Place, ConflictOverlap.Time], default, "Desk"));
        Assert.Equal(
            [new ResolutionProposedHere(Maya, ConflictResolution.Joint), new ConflictResolved(ConflictResolution.Joint, Maya, null)],
            TellSide.Decide(Planned.Paired(WePropose, TheySign), Planned.OurSide, told).Facts);
        Assert.Contains(
            new ConflictResolved(ConflictResolution.Joint, Maya, Theo), TellSide.Decide(Planned.Paired(WeAgree, TheyAgree, WePropose, TheySign), Planned.OurSide, told).Facts);
    }

    private static IConflictPairFact Pairing { get; } =
        new ConflictPaired(Planned.OurSide, Planned.Ours, 0, Planned.TheirSide, Planned.Theirs, 0, [ConflictOverlap.Place, ConflictOverlap.Time]);

    private static IConflictPairFact Passed { get; } = new ConflictPairCompared(1, 0, []);
}
