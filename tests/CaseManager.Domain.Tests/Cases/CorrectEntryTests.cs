using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class CorrectEntryTests
{
    private static readonly CorrectEntry Nothing = new(null, null, null, null, "Misheard");
    private static readonly Grade Graded = new(GradeScheme.Admiralty6X6, "B", "2");
    private static readonly EntrySource Witness = new(SourceKind.Witness, null);
    private static readonly OccurrenceGiven Earlier = new("America/Toronto", At: Moment.At(Noon.AddDays(-3)));

    [Fact]
    public void A_text_is_corrected_and_the_old_one_kept() =>
        Correct(Nothing with { Text = "Smell is sharp" })
            .Then(new EntryTextCorrected("Smell is wrong, says the driver", "Smell is sharp", "Misheard"));

    [Fact]
    public void A_time_is_corrected_and_the_old_one_kept() =>
        Correct(Nothing with { Occurred = Earlier }).Then(new EntryOccurrenceCorrected(
            Past.Recorded.Occurrence, Past.Recorded.Occurrence with { From = Noon.AddDays(-3), Until = Noon.AddDays(-3) }, "Misheard"));

    [Fact]
    public void A_grade_and_a_source_are_given_later() =>
        Correct(Nothing with { Grade = Graded, Source = Witness })
            .Then(new EntrySourceCorrected(null, Witness, "Misheard"), new EntryGradeChanged(null, Graded, "Misheard"));

    [Fact]
    public void What_stands_there_already_is_nothing_new() =>
        EntryStory.Given(Past.Recorded, new EntryGradeChanged(null, Graded, "r"), new EntrySourceCorrected(null, Witness, "r"))
            .When(entry => CorrectEntry.Decide(
                By(Maya),
                new CorrectEntry(entry.Text, new OccurrenceGiven("America/Toronto", At: Moment.At(entry.Occurrence.From)), Witness, Graded, "r"),
                entry, Past.OpenFile))
            .ThenNothing();

    [Fact]
    public void A_correction_corrects_something() => Correct(Nothing).ThenRefused(CorrectEntry.NothingGiven);

    [Fact]
    public void Nothing_is_corrected_in_a_closed_case() =>
        EntryStory.Given(Past.Recorded)
            .When(entry => CorrectEntry.Decide(By(Maya), Nothing with { Text = "t" }, entry, Past.ClosedFile))
            .ThenRefused(CaseFile.IsClosed);

    [Fact]
    public void A_text_does_not_become_blank() =>
        Correct(Nothing with { Text = " " }).ThenRefused(Text.Missing.At("text"));

    [Fact]
    public void A_time_is_one_that_can_be() =>
        Correct(Nothing with { Occurred = Earlier with { At = Moment.At(Noon.AddDays(9)) } })
            .ThenRefused(OccurrenceGiven.InFuture.At("occurred.at"));

    [Fact]
    public void A_grade_is_one_of_its_scheme() =>
        Correct(Nothing with { Grade = Graded with { Information = "7" } }).ThenRefused(Grade.UnknownInformation.At("grade.information"));

    [Fact]
    public void A_protected_source_is_not_named() =>
        Correct(Nothing with { Source = new EntrySource(SourceKind.ProtectedSource, "HS-31") })
            .ThenRefused(EntrySource.Protected.At("source.reference"));

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void It_needs_a_reason(string? reason, string code) =>
        Correct(Nothing with { Text = "t", Reason = reason! }).ThenRefused(new Refusal(code, "", "reason"));

    private static EntryStory.Ending Correct(CorrectEntry command) =>
        EntryStory.Given(Past.Recorded).When(entry => CorrectEntry.Decide(By(Maya), command, entry, Past.OpenFile));
}
