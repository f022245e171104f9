using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class RecordEntryTests
{
    private static readonly OccurrenceGiven Evening =
        new("America/Toronto", Date: new DateOnly(2026, 4, 18), Part: DayPart.Evening, Said: "evening, about 20:00");

    private static readonly RecordEntry Command = new(
        Past.Entry(1), "Smell is wrong, says the driver", Evening, new EntrySource(SourceKind.Witness, "R-12"),
        new Grade(GradeScheme.Europol4X4, "B", "3"), ["tip", " tip ", "drums"], MarkingGiven.AsCase);

    [Fact]
    public void It_keeps_what_was_said_and_works_out_when_that_was() =>
        Record(Command, Past.OpenFile).Then(new EntryRecorded(
            Past.Entry(1), Halden, "Smell is wrong, says the driver",
            new Occurrence(Precision.DayPart, "America/Toronto", Utc(18, 22), Utc(19, 4), DayPart.Evening, "evening, about 20:00"),
            new EntrySource(SourceKind.Witness, "R-12"), new Grade(GradeScheme.Europol4X4, "B", "3"), ["tip", "drums"],
            Cfp, Tlp.Amber, NorthgateForce, []));

    [Fact]
    public void A_closed_case_takes_no_entry() => Record(Command, Past.ClosedFile).ThenRefused(CaseFile.IsClosed);

    [Fact]
    public void The_agency_of_the_author_is_its_originator() =>
        Assert.Equal(Ops, Recorded(RecordEntry.Decide(By(Theo), Command, Past.OpenFile)).Originator);

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.EntryText, MemberType = typeof(Bad))]
    public void A_text_is_needed(string? text, string code) =>
        Record(Command with { Text = text! }, Past.OpenFile).ThenRefused(new Refusal(code, "", "text"));

    [Fact]
    public void A_time_that_cannot_be_is_refused() =>
        Record(Command with { Occurred = Evening with { Zone = "America/Halden" } }, Past.OpenFile)
            .ThenRefused(Zone.Unknown.At("occurred.zone"));

    [Fact]
    public void A_grade_is_one_of_its_scheme() =>
        Record(Command with { Grade = new Grade(GradeScheme.Europol4X4, "F", "3") }, Past.OpenFile)
            .ThenRefused(Grade.UnknownSource.At("grade.source"));

    [Fact]
    public void A_protected_source_is_not_named() =>
        Record(Command with { Source = new EntrySource(SourceKind.ProtectedSource, "HS-31") }, Past.OpenFile)
            .ThenRefused(EntrySource.Protected.At("source.reference"));

    [Fact]
    public void That_a_source_is_protected_may_be_said() =>
        Assert.Equal(
            new EntrySource(SourceKind.ProtectedSource, null),
            Recorded(RecordEntry.Decide(By(Maya), Command with { Source = new EntrySource(SourceKind.ProtectedSource, null) }, Past.OpenFile)).Source);

    [Fact]
    public void A_kind_of_source_is_one_of_the_list() =>
        Record(Command with { Source = new EntrySource((SourceKind)77, null) }, Past.OpenFile)
            .ThenRefused(Choice.Unlisted.At("source.kind"));

    [Fact]
    public void A_reference_of_a_source_is_not_blank() =>
        Record(Command with { Source = new EntrySource(SourceKind.Document, " ") }, Past.OpenFile)
            .ThenRefused(Text.Missing.At("source.reference"));

    [Fact]
    public void Twenty_tags_are_enough()
    {
        Items<string> twenty = [.. Enumerable.Range(0, 20).Select(i => $"t{i}")];
        Assert.Equal(20, Recorded(RecordEntry.Decide(By(Maya), Command with { Tags = twenty }, Past.OpenFile)).Tags.Count);
        Record(Command with { Tags = twenty.With("t20") }, Past.OpenFile).ThenRefused(Tags.TooMany.At("tags"));
    }

    [Fact]
    public void A_bad_tag_is_pointed_at() =>
        Record(Command with { Tags = ["tip", ""] }, Past.OpenFile).ThenRefused(Text.Missing.At("tags.1"));

    [Fact]
    public void It_is_not_less_restricted_than_its_case() =>
        Record(Marked(Tlp.Green), Past.OpenFile).ThenRefused(RecordEntry.BelowCase.At("tlp"));

    [Fact]
    public void It_may_be_more_restricted_than_its_case() =>
        Assert.Equal(Tlp.AmberStrict, Recorded(RecordEntry.Decide(By(Maya), Marked(Tlp.AmberStrict), Past.OpenFile)).Tlp);

    [Fact]
    public void A_marking_is_one_of_the_list() =>
        Record(Marked((Tlp)9), Past.OpenFile).ThenRefused(Choice.Unlisted.At("tlp"));

    [Fact]
    public void Red_names_its_readers_and_the_author_is_one() =>
        Assert.Equal(
            Items.Of([Jules, Maya]),
            Recorded(RecordEntry.Decide(By(Maya), Marked(Tlp.Red, Jules), Past.OpenFile)).Readers);

    [Fact]
    public void Red_without_readers_is_refused() =>
        Record(Marked(Tlp.Red), Past.OpenFile).ThenRefused(NamedReaders.Missing.At("readers"));

    [Fact]
    public void On_a_red_case_it_is_red_for_the_same_readers()
    {
        var recorded = Recorded(RecordEntry.Decide(By(Maya), Command, Past.RedFile));
        Assert.Equal((Tlp.Red, Past.OpenedRed.Readers), (recorded.Tlp, recorded.Readers));
    }

    [Fact]
    public void Nobody_reads_it_who_may_not_read_the_case() =>
        Record(Marked(Tlp.Red, Jules, Theo), Past.RedFile)
            .ThenRefused(RecordEntry.ReaderNotOnCase.At("readers"));

    [Fact]
    public void Its_label_says_who_needs_to_know() =>
        Assert.Equal(new Label(Cfp, Tlp.Amber, Halden, NorthgateForce, []), Past.Recorded.On(Past.OpenFile.Label));

    [Fact]
    public void What_restricts_its_case_restricts_it_too()
    {
        var sealedCase = Past.OpenFile with { Label = Past.OpenFile.Label with { Caveats = Caveats.None with { Compartments = [Deep] } } };
        var recorded = Recorded(RecordEntry.Decide(By(Theo), Marking(new(null, [], Caveats.None with { Handling = [HandlingCode.H2] })), sealedCase));

        Assert.Equal(Caveats.None with { Handling = [HandlingCode.H2] }, recorded.Caveats);
        var label = recorded.On(sealedCase.Label);
        Assert.Equal([Cfp, Ops], label.Parts().Select(part => part.Originator));
        Assert.Contains(label.Parts(), part => part.Caveats?.Compartments.Contains(Deep) == true);
    }

    [Fact]
    public void What_restricts_it_is_checked() =>
        Record(Marking(new(null, [], Caveats.None with { Handling = [HandlingCode.H3] })), Past.OpenFile).ThenRefused(Caveats.H3NeedsText.At("caveats.handlingText"));

    private static RecordEntry Marked(Tlp tlp, params OfficerId[] readers) => Marking(new(tlp, [.. readers], Caveats.None));

    private static RecordEntry Marking(MarkingGiven marking) => Command with { Marking = marking };

    private static EntryStory.Ending Record(RecordEntry command, CaseFile file) =>
        EntryStory.Given().When(_ => RecordEntry.Decide(By(Maya), command, file));

    private static EntryRecorded Recorded(Decision<IEntryFact> decision) => Assert.IsType<EntryRecorded>(Assert.Single(decision.Facts));

    private static DateTimeOffset Utc(int day, int hour) => new(2026, 4, day, hour, 0, 0, TimeSpan.Zero);
}
