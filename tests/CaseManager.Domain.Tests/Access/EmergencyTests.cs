using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;
using EmergencyStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Access.EmergencyAccess, CaseManager.Domain.Access.IEmergencyFact>;

namespace CaseManager.Domain.Tests.Access;

/// <summary>Jules opens a sealed case at night; it ends by itself, and a second person looks at it.</summary>
public sealed class EmergencyTests
{
    private static readonly EmergencyId Tonight = new(Id(0x70));
    private static readonly BreakGlass Break = new(Tonight, Halden, NorthgateForce, "A life is at risk", 120);
    private static readonly GlassBroken Broken = new(Tonight, Jules, Cfp, NorthgateForce, Halden, "A life is at risk", Noon, Noon.AddHours(2));
    private static readonly DateTimeOffset After = Noon.AddHours(2);

    [Fact]
    public void It_holds_from_now_for_the_time_asked_for() =>
        EmergencyStory.Given().When(_ => BreakGlass.Decide(By(Jules), Break, [Maya])).Then(Broken);

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(241)]
    [InlineData(int.MaxValue)]
    public void Without_a_limit_or_for_more_than_four_hours_it_is_not_opened(int minutes) =>
        EmergencyStory.Given().When(_ => BreakGlass.Decide(By(Jules), Break with { Minutes = minutes }, [Maya])).ThenRefused(BreakGlass.BadLimit.At("minutes"));

    [Theory]
    [InlineData(1)]
    [InlineData(240)]
    public void A_minute_and_four_hours_are_in_bounds(int minutes) =>
        EmergencyStory.Given().When(_ => BreakGlass.Decide(By(Jules), Break with { Minutes = minutes }, [Maya])).Then(Broken with { Until = Noon.AddMinutes(minutes) });

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void It_needs_a_reason(string? reason, string code) =>
        Assert.Equal(code, BreakGlass.Decide(By(Jules), Break with { Reason = reason! }, [Maya]).Refusal?.Code);

    [Fact]
    public void Where_nobody_else_would_know_of_it_it_is_not_opened()
    {
        EmergencyStory.Given().When(_ => BreakGlass.Decide(By(Jules), Break, [])).ThenRefused(BreakGlass.NobodyToTell);
        EmergencyStory.Given().When(_ => BreakGlass.Decide(By(Jules), Break, [Jules])).ThenRefused(BreakGlass.NobodyToTell);
    }

    [Fact]
    public void Who_has_it_gives_it_back_without_a_word() =>
        EmergencyStory.Given(Broken).When(state => GiveBackEmergencyAccess.Decide(By(Jules, Noon.AddMinutes(9)), new GiveBackEmergencyAccess(null), state))
            .Then(new GlassMended(Jules, Jules, null, Noon.AddMinutes(9)));

    [Fact]
    public void Who_ends_anothers_says_why()
    {
        EmergencyStory.Given(Broken).When(state => GiveBackEmergencyAccess.Decide(By(Maya), new GiveBackEmergencyAccess(null), state)).ThenRefused(Text.Missing.At("reason"));
        EmergencyStory.Given(Broken).When(state => GiveBackEmergencyAccess.Decide(By(Maya, Noon.AddMinutes(9)), new GiveBackEmergencyAccess("The threat is over"), state))
            .Then(new GlassMended(Jules, Maya, "The threat is over", Noon.AddMinutes(9)));
    }

    [Fact]
    public void What_is_over_is_not_ended_again()
    {
        EmergencyStory.Given(Broken).When(state => GiveBackEmergencyAccess.Decide(By(Jules, After), new GiveBackEmergencyAccess(null), state)).ThenNothing();
        EmergencyStory.Given(Broken, new GlassMended(Jules, Jules, null, Noon.AddMinutes(9)))
            .When(state => GiveBackEmergencyAccess.Decide(By(Jules, Noon.AddMinutes(10)), new GiveBackEmergencyAccess(null), state)).ThenNothing();
    }

    [Fact]
    public void A_second_person_judges_it_once_it_is_over()
    {
        var review = new ReviewEmergencyAccess(EmergencyVerdict.Justified, "Read what was needed");
        EmergencyStory.Given(Broken).When(state => ReviewEmergencyAccess.Decide(By(Maya, After.AddTicks(-10)), review, state)).ThenRefused(ReviewEmergencyAccess.NotOver);
        EmergencyStory.Given(Broken).When(state => ReviewEmergencyAccess.Decide(By(Jules, After), review, state)).ThenRefused(ReviewEmergencyAccess.OwnEmergency);
        EmergencyStory.Given(Broken).When(state => ReviewEmergencyAccess.Decide(By(Maya, After), review with { Note = " " }, state)).ThenRefused(Text.Missing.At("note"));
        EmergencyStory.Given(Broken).When(state => ReviewEmergencyAccess.Decide(By(Maya, After), review with { Verdict = (EmergencyVerdict)9 }, state))
            .ThenRefused(Choice.Unlisted.At("verdict"));
        EmergencyStory.Given(Broken).When(state => ReviewEmergencyAccess.Decide(By(Maya, After), review, state))
            .Then(new GlassReviewed(Maya, EmergencyVerdict.Justified, "Read what was needed"));
        EmergencyStory.Given(Broken, new GlassMended(Jules, Jules, null, Noon.AddMinutes(9))).When(state => ReviewEmergencyAccess.Decide(By(Maya, Noon.AddMinutes(9)), review, state))
            .Then(new GlassReviewed(Maya, EmergencyVerdict.Justified, "Read what was needed"));
    }

    [Fact]
    public void What_was_judged_stays_judged()
    {
        var reviewed = new GlassReviewed(Maya, EmergencyVerdict.Justified, "Read what was needed");
        EmergencyStory.Given(Broken, reviewed)
            .When(state => ReviewEmergencyAccess.Decide(By(Theo, After), new ReviewEmergencyAccess(EmergencyVerdict.NotJustified, "Too much"), state)).ThenRefused(ReviewEmergencyAccess.Reviewed);
        EmergencyStory.Given(Broken, reviewed)
            .When(state => ReviewEmergencyAccess.Decide(By(Maya, After), new ReviewEmergencyAccess(EmergencyVerdict.Justified, "Read what was needed"), state)).ThenNothing();
    }

    [Fact]
    public void A_review_is_overdue_after_three_days_unless_it_was_made()
    {
        var late = Noon.AddHours(72);
        EmergencyStory.Given(Broken).When(state => MarkEmergencyReviewOverdue.Decide(Northgate.System(late), state)).Then(new GlassReviewFellOverdue(late));
        EmergencyStory.Given(Broken).When(state => MarkEmergencyReviewOverdue.Decide(Northgate.System(late.AddTicks(-10)), state)).ThenNothing();
        EmergencyStory.Given(Broken, new GlassReviewFellOverdue(late)).When(state => MarkEmergencyReviewOverdue.Decide(Northgate.System(late), state)).ThenNothing();
        EmergencyStory.Given(Broken, new GlassReviewed(Maya, EmergencyVerdict.Justified, "Read")).When(state => MarkEmergencyReviewOverdue.Decide(Northgate.System(late), state)).ThenNothing();
    }

    [Fact]
    public void Whatever_comes_in_whatever_order_a_repeat_adds_nothing_and_one_review_stands()
    {
        var acts = Gen.Select(Gen.Int[0, 2], Gen.OneOf(Gen.Const(Maya), Gen.Const(Jules), Gen.Const(Theo)), Gen.Int[0, 80]).Array[0, 8];
        acts.Sample(
            steps =>
            {
                var facts = new List<IEmergencyFact> { Broken };
                foreach (var (act, officer, hours) in steps.OrderBy(s => s.Item3))
                {
                    Decision<IEmergencyFact> Once() => Decide(act, By(officer, Noon.AddHours(hours)), Fold.Of<EmergencyAccess, IEmergencyFact>(facts)!);
                    var decision = Once();
                    facts.AddRange(decision.Facts);
                    if (decision.Refusal is null && Once() is not { Refusal: null, Facts.Count: 0 })
                        return false;
                }
                var after = Fold.Of<EmergencyAccess, IEmergencyFact>(facts)!;
                return facts.OfType<GlassReviewed>().Count() <= 1 && after.EndsAt <= Broken.Until && after.Review?.By != Jules;
            },
            iter: Scale.Of(5_000));
    }

    private static Decision<IEmergencyFact> Decide(int act, Acting by, EmergencyAccess state) => act switch
    {
        0 => GiveBackEmergencyAccess.Decide(by, new GiveBackEmergencyAccess("Over"), state),
        1 => ReviewEmergencyAccess.Decide(by, new ReviewEmergencyAccess(EmergencyVerdict.Justified, "Read"), state),
        _ => MarkEmergencyReviewOverdue.Decide(by, state),
    };
}
