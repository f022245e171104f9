using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

public sealed class KeepExhibitTests
{
    [Fact]
    public void A_description_is_corrected_and_the_old_one_kept() =>
        ExhibitStory.Given(Past.Seized).When(Correcting(Theo, "A black phone, cracked"))
            .Then(new ExhibitDescriptionCorrected("A black phone", "A black phone, cracked", "Looked again"));

    [Fact]
    public void The_same_description_is_nothing_new() =>
        ExhibitStory.Given(Past.Seized).When(Correcting(Theo, "A black phone")).ThenNothing();

    [Fact]
    public void A_description_may_be_corrected_while_it_is_on_its_way() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Correcting(Theo, "A blue phone"))
            .Then(new ExhibitDescriptionCorrected("A black phone", "A blue phone", "Looked again"));

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Description, MemberType = typeof(Bad))]
    public void A_description_is_needed(string? text, string code) =>
        ExhibitStory.Given(Past.Seized).When(Correcting(Maya, text!)).ThenRefused(new Refusal(code, "", "description"));

    [Fact]
    public void Its_holder_seals_it_anew() =>
        ExhibitStory.Given(Past.Seized).When(Sealing(Maya, "cfp-90311"))
            .Then(new ExhibitResealed(new Seal(Past.SealNumber), new Seal("CFP-90311"), "Opened for the laboratory"));

    [Fact]
    public void The_same_seal_is_nothing_new() => ExhibitStory.Given(Past.Seized).When(Sealing(Maya, Past.SealNumber)).ThenNothing();

    [Fact]
    public void Nobody_else_seals_it() => ExhibitStory.Given(Past.Seized).When(Sealing(Theo, "X-1")).ThenRefused(Exhibit.NotHolder);

    [Fact]
    public void On_its_way_it_keeps_its_seal() =>
        ExhibitStory.Given(Past.Seized, Past.Offered).When(Sealing(Maya, "X-1")).ThenRefused(CustodyTransfer.Waiting);

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Seal, MemberType = typeof(Bad))]
    public void A_seal_is_needed(string? text, string code) =>
        ExhibitStory.Given(Past.Seized).When(Sealing(Maya, text!)).ThenRefused(new Refusal(code, "", "seal"));

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Both_need_their_reason(string? reason, string code)
    {
        var story = ExhibitStory.Given(Past.Seized);
        story.When(item => CorrectDescription.Decide(By(Maya), new CorrectDescription("Other", reason!), item)).ThenRefused(new Refusal(code, "", "reason"));
        story.When(item => ResealExhibit.Decide(By(Maya), new ResealExhibit("X-1", reason!), item)).ThenRefused(new Refusal(code, "", "reason"));
    }

    [Theory]
    [InlineData("CFP-77120", "cfp-77120")]
    [InlineData("CFP 77120", "  CFP   77120 ")]
    public void A_seal_is_the_same_however_it_is_typed(string seal, string typed) => Assert.Equal(new Seal(seal), Seal.Of(typed));

    private static Func<Exhibit, Decision<IExhibitFact>> Correcting(OfficerId by, string description) =>
        item => CorrectDescription.Decide(By(by), new CorrectDescription(description, "Looked again"), item);

    private static Func<Exhibit, Decision<IExhibitFact>> Sealing(OfficerId by, string seal) =>
        item => ResealExhibit.Decide(By(by), new ResealExhibit(seal, "Opened for the laboratory"), item);
}
