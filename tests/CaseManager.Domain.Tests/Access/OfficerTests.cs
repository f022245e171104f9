using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class OfficerTests
{
    private static readonly RegisterOfficer Command = new(Jules, Cfp, "sub-3", "Jules Bedard", "fr-CA");
    private static readonly OfficerRegistered Registered = new(Jules, Cfp, "sub-3", "Jules Bedard", "fr-CA");
    private static readonly OfficerDeparted Departed = new(Noon.AddDays(1), "Retired");

    [Fact]
    public void The_own_agency_registers_an_officer() => Register(Command).Then(Registered);

    [Fact]
    public void Another_agency_does_not() =>
        OfficerStory.Given().When(officer => RegisterOfficer.Decide(By(Theo), Command, officer))
            .ThenRefused(RegisterOfficer.OtherAgency.At("agency"));

    [Fact]
    public void Registered_again_it_is_nothing_new() =>
        OfficerStory.Given(Registered).When(officer => RegisterOfficer.Decide(By(Maya), Command, officer)).ThenNothing();

    [Fact]
    public void A_person_is_registered_once() =>
        OfficerStory.Given(Registered).When(officer => RegisterOfficer.Decide(By(Maya), Command with { Name = "J." }, officer))
            .ThenRefused(RegisterOfficer.Registered);

    [Theory]
    [InlineData("French")]
    [InlineData("fr_CA")]
    [InlineData("")]
    public void A_language_is_a_tag(string language) =>
        Register(Command with { Language = language }).ThenRefused(RegisterOfficer.BadLanguage.At("language"));

    [Theory]
    [MemberData(nameof(Bad.Texts), RegisterOfficer.LongestName, MemberType = typeof(Bad))]
    public void A_name_is_needed(string? name, string code) =>
        Register(Command with { Name = name! }).ThenRefused(new Refusal(code, "", "name"));

    [Theory]
    [MemberData(nameof(Bad.Texts), RegisterOfficer.LongestSubject, MemberType = typeof(Bad))]
    public void A_subject_is_needed(string? subject, string code) =>
        Register(Command with { Subject = subject! }).ThenRefused(new Refusal(code, "", "subject"));

    [Fact]
    public void A_name_is_corrected_and_the_old_one_kept() =>
        Correct(Maya, "Jules Bédard", "Accent").Then(new OfficerNameCorrected("Jules Bedard", "Jules Bédard", "Accent"));

    [Fact]
    public void A_name_that_stands_there_already_is_nothing_new() => Correct(Maya, "Jules Bedard", "Accent").ThenNothing();

    [Fact]
    public void A_name_is_not_corrected_by_another_agency() =>
        Correct(Theo, "Jules Bédard", "Accent").ThenRefused(RegisterOfficer.OtherAgency);

    [Fact]
    public void A_name_is_not_corrected_into_nothing() => Correct(Maya, "", "Accent").ThenRefused(Text.Missing.At("name"));

    [Fact]
    public void A_name_is_not_corrected_without_a_reason() => Correct(Maya, "J.", "").ThenRefused(Text.Missing.At("reason"));

    [Fact]
    public void Each_chooses_their_own_language()
    {
        Choose(Jules, "en").Then(new OfficerLanguageChosen("fr-CA", "en"));
        Choose(Jules, "fr-CA").ThenNothing();
        Choose(Jules, "english").ThenRefused(RegisterOfficer.BadLanguage.At("language"));
        Choose(Jules, null!).ThenRefused(RegisterOfficer.BadLanguage.At("language"));
        Choose(Maya, "en").ThenRefused(ChooseLanguage.NotYours);
    }

    [Fact]
    public void An_officer_leaves_now_or_later()
    {
        Depart(Maya, null).Then(new OfficerDeparted(Noon, "Retired"));
        Depart(Maya, Noon.AddDays(1)).Then(Departed);
    }

    [Fact]
    public void An_officer_has_not_left_in_the_past() =>
        Depart(Maya, Noon.AddTicks(-1)).ThenRefused(RecordDeparture.Backdated.At("on"));

    [Fact]
    public void An_officer_does_not_leave_for_another_agency_to_say() =>
        Depart(Theo, null).ThenRefused(RegisterOfficer.OtherAgency);

    [Fact]
    public void An_officer_leaves_once()
    {
        var story = OfficerStory.Given(Registered, Departed);
        story.When(officer => RecordDeparture.Decide(By(Maya), new RecordDeparture(Noon.AddDays(1), "Retired"), officer)).ThenNothing();
        story.When(officer => RecordDeparture.Decide(By(Maya), new RecordDeparture(Noon.AddDays(2), "Retired"), officer))
            .ThenRefused(RecordDeparture.Departed);
    }

    [Fact]
    public void Service_ends_at_the_moment_of_departure()
    {
        var officer = Fold.Of<Officer, IOfficerFact>([Registered, Departed])!;
        Assert.True(officer.ServesAt(Noon.AddDays(1).AddTicks(-1)));
        Assert.False(officer.ServesAt(Noon.AddDays(1)));
    }

    private static OfficerStory.Ending Register(RegisterOfficer command) =>
        OfficerStory.Given().When(officer => RegisterOfficer.Decide(By(Maya), command, officer));

    private static OfficerStory.Ending Correct(OfficerId by, string name, string reason) =>
        OfficerStory.Given(Registered).When(officer => CorrectOfficerName.Decide(By(by), new CorrectOfficerName(name, reason), officer));

    private static OfficerStory.Ending Choose(OfficerId by, string language) =>
        OfficerStory.Given(Registered).When(officer => ChooseLanguage.Decide(By(by), new ChooseLanguage(language), officer));

    private static OfficerStory.Ending Depart(OfficerId by, DateTimeOffset? on) =>
        OfficerStory.Given(Registered).When(officer => RecordDeparture.Decide(By(by), new RecordDeparture(on, "Retired"), officer));
}
