using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

/// <summary>Marking an exhibit anew: whoever holds it reads it still.</summary>
public sealed class ChangeExhibitMarkingTests
{
    private const string Why = "It names the source";
    private static readonly Remarking Leads = new(MayRaise: true, MayLower: true, Why);
    private static readonly Marked Amber = new(Tlp.Amber, [], null);

    [Fact]
    public void Its_holder_is_among_the_readers_of_red() =>
        Of(Past.Open, By(Jules), Leads, Tlp.Red, [Jules], Past.Seized, Past.Offered, Past.Accepted)
            .Then(new ExhibitMarkingChanged(Amber, new Marked(Tlp.Red, [Jules, Theo], null), false, Why));

    [Fact]
    public void A_holder_whom_the_case_keeps_out_is_not_let_in() =>
        Of(Past.Red, By(Jules), Leads, Tlp.Red, [Jules], Past.Seized, Past.Offered, Past.Accepted)
            .Then(new ExhibitMarkingChanged(Amber, new Marked(Tlp.Red, [Jules], null), false, Why));

    [Fact]
    public void It_is_lowered_by_the_agency_of_its_case_alone()
    {
        var red = Past.Seized with { Tlp = Tlp.Red, Readers = [Maya, Theo] };
        Of(Past.Open, By(Maya), Leads, Tlp.Amber, [], red).Then(new ExhibitMarkingChanged(new Marked(Tlp.Red, [Maya, Theo], null), Amber, true, Why));
        Of(Past.Open, By(Theo), Leads, Tlp.Amber, [], red).ThenRefused(Remarking.OnlyOriginator);
        Of(Past.Open, By(Maya), Leads, Tlp.Green, [], red).ThenRefused(SeizeExhibit.BelowCase.At("tlp"));
    }

    [Fact]
    public void The_same_marking_again_changes_nothing() => Of(Past.Open, By(Maya), Leads, Tlp.Amber, [], Past.Seized).ThenNothing();

    private static Story<Exhibit, IExhibitFact>.Ending Of(CaseBrief under, Acting by, Remarking how, Tlp tlp, Items<OfficerId> readers, params IExhibitFact[] facts) =>
        Story<Exhibit, IExhibitFact>.Given(facts).When(exhibit => ChangeExhibitMarking.Decide(
            by, new ChangeExhibitMarking(new MarkingGiven(tlp, readers, Caveats.None), how), exhibit, under, exhibit.Own.Under(under.Label)));
}
