using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

public sealed class SeizeExhibitTests
{
    private static readonly Refusal Closed = new("case.is-closed-for-this-story", "Closed.");

    private static readonly SeizeExhibit Command = new(
        Past.Seized.Exhibit, null, 1, 123_456, ExhibitKind.DigitalDevice, "A black phone", Theo, new SeizurePlace("Unit 6, office", null),
        new OccurrenceGiven("America/Toronto", At: Moment.At(Past.Taken)), new Authority(AuthorityKind.SearchWarrant, "W1"), " cfp-77120 ", MarkingGiven.AsCase);

    [Fact]
    public void Whoever_seizes_it_takes_it_in_charge() => Seize(Command).Then(Past.Seized);

    [Fact]
    public void Its_first_holder_has_it_from_the_time_it_was_taken() =>
        Assert.Equal((Maya, Past.Taken), (Past.Of(Past.Seized).Holder, Past.Of(Past.Seized).HeldSince));

    [Fact]
    public void A_case_that_is_not_open_takes_no_exhibit() => Seize(Command, Past.Open with { NotOpen = Closed }).ThenRefused(Closed);

    [Fact]
    public void It_carries_the_label_of_its_case() => Assert.Equal(Past.OnCase, Past.Seized.On(Past.OnCase));

    [Fact]
    public void The_number_on_the_bag_is_kept() =>
        Assert.Equal("NG-2026-014/E-47", Only(Command with { Number = "E-47" }).Number.Text);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("E-0")]
    [InlineData("E-012")]
    [InlineData("E-100000")]
    [InlineData("E-12/1")]
    [InlineData("e-12")]
    public void A_number_on_a_bag_looks_like_E_12(string number) =>
        Seize(Command with { Number = number }).ThenRefused(ExhibitNumber.Malformed.At("number"));

    [Fact]
    public void What_everybody_on_the_case_sees_is_counted() => Assert.Equal(1, Only(Command).Number.Item);

    [Fact]
    public void What_not_everybody_sees_gets_its_number_by_lot_so_that_no_gap_tells_of_it()
    {
        var restricted = Marked(Tlp.Red, Jules);
        Assert.Equal(123_456, Only(restricted).Number.Item);
        Assert.Equal(123_456, Only(Marked(Tlp.AmberStrict)).Number.Item);
        Seize(restricted with { Number = "E-47" }).ThenRefused(SeizeExhibit.NumberNotFree.At("number"));
    }

    [Fact]
    public void On_a_sealed_case_it_is_counted_unless_it_is_restricted_further()
    {
        var sealedCase = Past.Open with { Label = Past.OnCase with { Caveats = Caveats.None with { Compartments = [Deep] } } };
        Assert.Equal(1, Only(Command, sealedCase).Number.Item);
        Assert.Null(Only(Command, sealedCase).Caveats);
        Assert.Equal(123_456, Only(Command with { Marking = new(null, [], Caveats.None with { NotTo = new([Nlfi], []) }) }, sealedCase).Number.Item);
    }

    [Fact]
    public void On_a_red_case_it_is_for_the_same_readers_and_counted()
    {
        var seized = Only(Command, Past.Red);
        Assert.Equal((Tlp.Red, Past.Red.Label.Readers, 1), (seized.Tlp, seized.Readers, seized.Number.Item));
    }

    [Fact]
    public void Nobody_reads_it_who_may_not_read_the_case() =>
        Seize(Marked(Tlp.Red, Jules, Theo), Past.Red).ThenRefused(SeizeExhibit.ReaderNotOnCase.At("readers"));

    [Fact]
    public void It_is_not_less_restricted_than_its_case() => Seize(Marked(Tlp.Green)).ThenRefused(SeizeExhibit.BelowCase.At("tlp"));

    [Fact]
    public void Red_names_its_readers_and_who_seizes_is_one()
    {
        Assert.Equal(Items.Of([Jules, Maya]), Only(Marked(Tlp.Red, Jules)).Readers);
        Seize(Marked(Tlp.Red)).ThenRefused(NamedReaders.Missing.At("readers"));
    }

    private static SeizeExhibit Marked(Tlp tlp, params OfficerId[] readers) => Command with { Marking = new(tlp, [.. readers], Caveats.None) };

    [Fact]
    public void Nothing_is_seized_in_the_future()
    {
        Seize(Command with { Occurred = At(Noon.AddMinutes(1)) }).ThenRefused(OccurrenceGiven.InFuture.At("occurred"));
        Assert.Equal(Noon, Only(Command with { Occurred = At(Noon) }).Occurrence.From);
    }

    [Fact]
    public void A_time_that_cannot_be_is_refused() =>
        Seize(Command with { Occurred = Command.Occurred with { Zone = "America/Halden" } }).ThenRefused(Zone.Unknown.At("occurred.zone"));

    [Theory]
    [InlineData(AuthorityKind.SearchWarrant)]
    [InlineData(AuthorityKind.ProductionOrder)]
    [InlineData(AuthorityKind.ForeignRequest)]
    [InlineData(AuthorityKind.Statute)]
    public void A_paper_is_named(AuthorityKind kind) =>
        Seize(Command with { Authority = new Authority(kind, null) }).ThenRefused(Authority.NeedsReference.At("authority.reference"));

    [Theory]
    [InlineData(AuthorityKind.Arrest)]
    [InlineData(AuthorityKind.PlainView)]
    [InlineData(AuthorityKind.Consent)]
    [InlineData(AuthorityKind.CustomsExamination)]
    [InlineData(AuthorityKind.Found)]
    public void What_needs_no_paper_may_go_without(AuthorityKind kind) =>
        Assert.Equal(kind, Only(Command with { Authority = new Authority(kind, null) }).Authority.Kind);

    [Fact]
    public void Kinds_are_of_their_lists()
    {
        Seize(Command with { Kind = (ExhibitKind)99 }).ThenRefused(Choice.Unlisted.At("kind"));
        Seize(Command with { Authority = new Authority((AuthorityKind)99, null) }).ThenRefused(Choice.Unlisted.At("authority.kind"));
        Seize(Marked((Tlp)9)).ThenRefused(Choice.Unlisted.At("tlp"));
    }

    [Fact]
    public void A_place_on_the_map_lies_on_the_earth_and_is_kept_to_a_tenth_of_a_metre()
    {
        Seize(Command with { Place = new SeizurePlace("Here", new Coordinates(90.000001m, 0)) }).ThenRefused(Coordinates.BadLatitude.At("place.latitude"));
        Seize(Command with { Place = new SeizurePlace("Here", new Coordinates(0, -180.000001m)) }).ThenRefused(Coordinates.BadLongitude.At("place.longitude"));
        Assert.Equal(
            new Coordinates(-90, 179.123457m),
            Only(Command with { Place = new SeizurePlace("Here", new Coordinates(-90m, 179.12345678m)) }).Place.Coordinates);
    }

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Description, MemberType = typeof(Bad))]
    public void A_description_is_needed(string? text, string code) =>
        Seize(Command with { Description = text! }).ThenRefused(new Refusal(code, "", "description"));

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Place, MemberType = typeof(Bad))]
    public void A_place_is_needed(string? text, string code) =>
        Seize(Command with { Place = new SeizurePlace(text!, null) }).ThenRefused(new Refusal(code, "", "place.description"));

    [Theory]
    [MemberData(nameof(Bad.Texts), ExhibitLimits.Seal, MemberType = typeof(Bad))]
    public void A_seal_is_needed(string? text, string code) =>
        Seize(Command with { Seal = text! }).ThenRefused(new Refusal(code, "", "seal"));

    private static OccurrenceGiven At(DateTimeOffset at) => new("America/Toronto", At: Moment.At(at));

    private static ExhibitStory.Ending Seize(SeizeExhibit command, CaseBrief? under = null) =>
        ExhibitStory.Given().When(_ => SeizeExhibit.Decide(By(Maya), command, under ?? Past.Open));

    private static ExhibitSeized Only(SeizeExhibit command, CaseBrief? under = null) =>
        Assert.IsType<ExhibitSeized>(Assert.Single(SeizeExhibit.Decide(By(Maya), command, under ?? Past.Open).Facts));
}
