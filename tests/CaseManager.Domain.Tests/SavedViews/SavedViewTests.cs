using CaseManager.Domain.Kernel;
using CaseManager.Domain.SavedViews;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;
using ViewStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.SavedViews.SavedView, CaseManager.Domain.SavedViews.ISavedViewFact>;

namespace CaseManager.Domain.Tests.SavedViews;

public sealed class SavedViewTests
{
    private static readonly SaveView Command = new("cases", "Urgent", "priority=URGENT", Sharing.Nobody);
    private static readonly ViewSaved Saved = new(Maya, "cases", "Urgent", "priority=URGENT", Sharing.Nobody);
    private static readonly SavedViewRemoved Removed = new("Urgent");

    [Fact]
    public void A_filter_is_kept_under_a_name()
    {
        Save(Command).Then(Saved);
        Save(Command with { Query = null, Shared = Sharing.Agency }).Then(Saved with { Query = null, Shared = Sharing.Agency });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Cases")]
    [InlineData("cases/1")]
    [InlineData("-cases")]
    public void A_page_has_a_short_key(string? page) => Save(Command with { Page = page! }).ThenRefused(SaveView.BadPage.At("page"));

    [Theory]
    [MemberData(nameof(Bad.Texts), SavedView.LongestName, MemberType = typeof(Bad))]
    public void It_has_a_name(string? name, string code)
    {
        Save(Command with { Name = name! }).ThenRefused(new Refusal(code, "", "name"));
        Rename(Maya, name!, Saved).ThenRefused(new Refusal(code, "", "name"));
    }

    [Fact]
    public void A_query_is_bounded() => Save(Command with { Query = new string('q', SavedView.LongestQuery + 1) }).ThenRefused(Text.TooLong.At("query"));

    [Fact]
    public void It_is_shared_as_the_list_says() => Save(Command with { Shared = (Sharing)7 }).ThenRefused(Choice.Unlisted.At("shared"));

    [Fact]
    public void It_gets_another_name()
    {
        Rename(Maya, "Late", Saved).Then(new SavedViewRenamed("Urgent", "Late"));
        Rename(Maya, "Urgent", Saved).ThenNothing();
        Rename(Maya, "Late", Saved, new SavedViewRenamed("Urgent", "Late")).ThenNothing();
        Rename(Maya, "Late", Saved, Removed).ThenRefused(SavedView.IsRemoved);
    }

    [Fact]
    public void It_is_removed_once()
    {
        Remove(Maya, Saved).Then(Removed);
        Remove(Maya, Saved, Removed).ThenNothing();
    }

    [Fact]
    public void Nobody_changes_anothers()
    {
        Rename(Jules, "Late", Saved).ThenRefused(SavedView.NotYours);
        Remove(Jules, Saved).ThenRefused(SavedView.NotYours);
        Remove(Jules, Saved, Removed).ThenRefused(SavedView.NotYours);
    }

    [Fact]
    public void It_is_for_ones_own_eyes_or_for_the_agency()
    {
        Assert.Equal(new Label(Cfp, Tlp.Red, null, null, [Maya]), SavedView.LabelOf(By(Maya), Sharing.Nobody));
        Assert.Equal(new Label(Cfp, Tlp.AmberStrict, null, null, []), SavedView.LabelOf(By(Maya), Sharing.Agency));
    }

    [Fact]
    public void In_any_history_what_is_done_again_is_nothing_and_what_is_removed_stays_so() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 2]).Array[1, 12].Sample(
            steps =>
            {
                var view = SavedView.Evolve(null, Saved);
                foreach (var (act, by, name) in steps)
                {
                    var (before, decision) = (view, Do(act, by, name, view));
                    view = decision.Facts.Aggregate(view, SavedView.Evolve);
                    Assert.True(decision.Refusal is null ? Do(act, by, name, view) is { Refusal: null, Facts.Count: 0 } : view == before);
                    Assert.True(view.Removed || !before.Removed);
                }
            },
            iter: Scale.Of(1_000));

    private static Decision<ISavedViewFact> Do(int act, int by, int name, SavedView view) => act == 0
        ? RemoveSavedView.Decide(By(by == 0 ? Maya : Jules), view)
        : RenameSavedView.Decide(By(by == 0 ? Maya : Jules), new RenameSavedView($"View {name}"), view);

    private static ViewStory.Ending Save(SaveView command) => ViewStory.Given().When(_ => SaveView.Decide(By(Maya), command));

    private static ViewStory.Ending Rename(OfficerId by, string name, params ISavedViewFact[] facts) =>
        ViewStory.Given(facts).When(view => RenameSavedView.Decide(By(by), new RenameSavedView(name), view));

    private static ViewStory.Ending Remove(OfficerId by, params ISavedViewFact[] facts) =>
        ViewStory.Given(facts).When(view => RemoveSavedView.Decide(By(by), view));
}
