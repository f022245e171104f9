using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>Marking anew what is there: anybody who answers for it raises, its originating agency alone lowers, and always with a reason.</summary>
public sealed class ChangeMarkingTests
{
    private const string Why = "The source is at risk";
    private static readonly Remarking Leads = new(MayRaise: true, MayLower: true, Why);
    private static readonly Remarking Corrects = new(MayRaise: true, MayLower: false, Why);
    private static readonly Remarking Speaks = new(MayRaise: false, MayLower: true, Why);
    private static readonly Marked Amber = new(Tlp.Amber, [], null);
    private static readonly Marked Red = new(Tlp.Red, [Theo, Maya], null);

    [Fact]
    public void An_entry_is_raised_by_whoever_corrects_it() =>
        Of(Past.Recorded, By(Theo), Corrects, Tlp.Red, Theo).Then(new EntryMarkingChanged(Amber, new Marked(Tlp.Red, [Theo], null), false, Why));

    [Fact]
    public void Who_raises_it_to_red_still_reads_it() =>
        Of(Past.Recorded, By(Maya), Corrects, Tlp.Red, Theo).Then(new EntryMarkingChanged(Amber, Red, false, Why));

    [Fact]
    public void It_is_lowered_by_those_who_lead_for_its_originator() =>
        Of(Past.Recorded with { Tlp = Tlp.AmberStrict }, By(Maya), Leads, Tlp.Amber).Then(new EntryMarkingChanged(new Marked(Tlp.AmberStrict, [], null), Amber, true, Why));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void By_nobody_of_another_agency_and_by_nobody_who_does_not_lead(bool own, bool leads) =>
        Of(Past.Recorded with { Tlp = Tlp.AmberStrict }, By(own ? Maya : Theo), leads ? Leads : Corrects, Tlp.Amber).ThenRefused(Remarking.OnlyOriginator);

    [Fact]
    public void A_liaison_raises_what_the_own_agency_has_recorded_and_nothing_else()
    {
        Of(Past.Recorded with { Originator = Ops }, By(Theo), Speaks, Tlp.AmberStrict).Then(new EntryMarkingChanged(Amber, new Marked(Tlp.AmberStrict, [], null), false, Why));
        Of(Past.Recorded, By(Theo), Speaks, Tlp.AmberStrict).ThenRefused(Remarking.NotRaised);
    }

    [Fact]
    public void One_reader_more_lowers_it() =>
        Of(Past.Recorded with { Tlp = Tlp.Red, Readers = [Maya] }, By(Maya), Corrects, Tlp.Red, Theo).ThenRefused(Remarking.OnlyOriginator);

    [Fact]
    public void Never_below_its_case() => Of(Past.Recorded, By(Maya), Leads, Tlp.Green).ThenRefused(RecordEntry.BelowCase.At("tlp"));

    [Fact]
    public void Never_without_a_reason() => Of(Past.Recorded, By(Maya), Leads with { Reason = " " }, Tlp.AmberStrict).ThenRefused(Text.Missing.At("reason"));

    [Fact]
    public void The_same_marking_again_changes_nothing()
    {
        Of(Past.Recorded, By(Maya), Leads, Tlp.Amber).ThenNothing();
        Of(Past.Recorded with { Tlp = Tlp.Red, Readers = [Maya, Theo] }, By(Maya), Leads, Tlp.Red, Theo, Maya).ThenNothing();
    }

    [Fact]
    public void On_a_closed_case_it_is_raised_as_well()
    {
        var decision = ChangeEntryMarking.Decide(
            By(Maya), new ChangeEntryMarking(new MarkingGiven(Tlp.AmberStrict, [], Caveats.None), Leads), Past.EntryOf(Past.Recorded), Past.ClosedFile, Past.Recorded.Own());
        Assert.Single(decision.Facts);
    }

    [Fact]
    public void A_case_raised_to_red_is_read_by_its_lead_and_by_who_raises_it() =>
        OfCase(By(Jules), Corrects, Tlp.Red, Theo).Then(new CaseMarkingChanged(Amber, new Marked(Tlp.Red, [Theo, Maya, Jules], null), false, Why));

    [Fact]
    public void A_case_is_lowered_by_its_agency_alone()
    {
        OfCase(By(Maya), Leads, Tlp.Green).Then(new CaseMarkingChanged(Amber, new Marked(Tlp.Green, [], null), true, Why));
        OfCase(By(Theo), Leads, Tlp.Green).ThenRefused(Remarking.OnlyOriginator);
        OfCase(By(Maya), Corrects, Tlp.Green).ThenRefused(Remarking.OnlyOriginator);
    }

    [Fact]
    public void A_case_is_marked_as_cases_are()
    {
        OfCase(By(Maya), Leads, Tlp.Red).ThenRefused(NamedReaders.Missing);
        OfCase(By(Maya), Leads, Tlp.Amber).ThenNothing();
        var caveats = Caveats.None with { NotTo = new([Cfp], []) };
        Assert.Equal(Caveats.ExcludesOriginator.Code, ChangeCaseMarking.Decide(By(Maya), new ChangeCaseMarking(Tlp.Amber, [], caveats, Leads), Past.OpenFile).Refusal?.Code);
    }

    [Fact]
    public void Who_was_kept_out_by_name_is_not_let_in_by_the_way()
    {
        var without = Past.OpenedRed with { Readers = [Jules] };
        Story<CaseFile, ICaseFact>.Given(without)
            .When(file => ChangeCaseMarking.Decide(By(Jules), new ChangeCaseMarking(Tlp.Red, [Jules], Caveats.None with { Handling = [HandlingCode.H1] }, Corrects), file))
            .Then(new CaseMarkingChanged(new Marked(Tlp.Red, [Jules], null), new Marked(Tlp.Red, [Jules], Caveats.None with { Handling = [HandlingCode.H1] }), false, Why));
    }

    private static Story<TimelineEntry, IEntryFact>.Ending Of(EntryRecorded entry, Acting by, Remarking how, Tlp tlp, params OfficerId[] readers) =>
        Story<TimelineEntry, IEntryFact>.Given(entry).When(state => ChangeEntryMarking.Decide(
            by, new ChangeEntryMarking(new MarkingGiven(tlp, [.. readers], Caveats.None), how), state, Past.OpenFile, entry.On(Past.OpenFile.Label)));

    private static Story<CaseFile, ICaseFact>.Ending OfCase(Acting by, Remarking how, Tlp tlp, params OfficerId[] readers) =>
        Story<CaseFile, ICaseFact>.Given(Past.Opened).When(file => ChangeCaseMarking.Decide(by, new ChangeCaseMarking(tlp, [.. readers], Caveats.None, how), file));
}
