using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Links;

public sealed class LinkTests
{
    private static readonly LinkEnd Entry = LinkEnd.Of(new EntryId(Id(0x51)));
    private static readonly LinkEnd OtherEntry = LinkEnd.Of(new EntryId(Id(0x52)));
    private static readonly LinkEnd Exhibit = LinkEnd.Of(new ExhibitId(Id(0x53)));
    private static readonly LinkEnd Raid = LinkEnd.Of(Granite);

    private static readonly Label OnHalden = new(Cfp, Tlp.Amber, Halden, null, []);
    private static readonly Label Elsewhere = new(Cfp, Tlp.Amber, OtherCase, null, []);
    private static readonly Label OfGranite = Operation.LabelOf(Granite, Cfp);

    private static readonly Refusal Closed = new("case.closed", "Closed.");
    private static readonly CaseBrief[] Open = [new CaseBrief(Halden, "NG-2026-014", OnHalden, null)];
    private static readonly CaseBrief[] Shut = [new CaseBrief(Halden, "NG-2026-014", OnHalden, Closed)];

    private static readonly MakeLink Command = new(Entry, OtherEntry, LinkKind.Corroborates, "Same drums");
    private static readonly LinkMade Made = new(Entry, OtherEntry, LinkKind.Corroborates, "Same drums");
    private static readonly LinkRemoved Removed = new("Other drums");
    private static readonly EntriesLinked MadeOfOld = new(new EntryId(Entry.Id), new EntryId(OtherEntry.Id), LinkKind.Corroborates, "Same drums");

    public static TheoryData<LinkEnd, LinkEnd, Label, Label> Pairs => new()
    {
        { Entry, OtherEntry, OnHalden, OnHalden },
        { Entry, Exhibit, OnHalden, OnHalden },
        { Exhibit, Entry, OnHalden, OnHalden },
        { Entry, Raid, OnHalden, OfGranite },
        { Raid, Exhibit, OfGranite, OnHalden },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_record_points_at_another(LinkEnd from, LinkEnd to, Label here, Label there) =>
        LinkStory.Given().When(link => MakeLink.Decide(Command with { From = from, To = to }, here, there, Open, link))
            .Then(Made with { From = from, To = to });

    [Fact]
    public void The_same_link_again_is_nothing_new()
    {
        Link(LinkStory.Given(Made), Command with { Reason = null }).ThenNothing();
        Link(LinkStory.Given(MadeOfOld), Command).ThenNothing();
    }

    [Fact]
    public void A_link_taken_back_may_be_made_again()
    {
        Link(LinkStory.Given(Made, Removed), Command).Then(Made);
        Link(LinkStory.Given(MadeOfOld, new EntriesUnlinked("Other drums")), Command).Then(Made);
    }

    [Fact]
    public void A_record_does_not_point_at_itself() => Link(LinkStory.Given(), Command with { To = Entry }).ThenRefused(MakeLink.ToItself.At("to"));

    [Fact]
    public void A_record_does_not_point_into_another_case() => Link(LinkStory.Given(), Command, Elsewhere).ThenRefused(MakeLink.OtherCase.At("to"));

    [Fact]
    public void Two_operations_are_not_linked() =>
        LinkStory.Given().When(link => MakeLink.Decide(
            Command with { From = Raid, To = LinkEnd.Of(OtherOperation) }, OfGranite, Operation.LabelOf(OtherOperation, Cfp), [], link))
            .ThenRefused(MakeLink.OfNoCase.At("to"));

    [Fact]
    public void That_something_was_taken_in_an_operation_says_its_seizure_and_nobody_by_hand()
    {
        LinkStory.Given().When(link => MakeLink.Decide(
            Command with { From = Exhibit, To = Raid, Kind = LinkKind.SeizedIn }, OnHalden, OfGranite, Open, link)).ThenRefused(MakeLink.BySeizure.At("kind"));
        var taken = new LinkMade(Exhibit, Raid, LinkKind.SeizedIn, null);
        LinkStory.Given().When(_ => LinkSeized.Decide(new LinkSeized(new ExhibitId(Exhibit.Id), Raid))).Then(taken);
        LinkStory.Given(taken).When(link => RemoveLink.Decide(new RemoveLink(LinkKind.SeizedIn, "Another operation's"), Open, link))
            .Then(new LinkRemoved("Another operation's"));
    }

    [Fact]
    public void A_site_is_linked_by_a_seizure_alone()
    {
        var site = LinkEnd.Of(new SiteId(Id(0x54)));
        var label = Site.LabelOf(Granite, Cfp);
        LinkStory.Given().When(link => MakeLink.Decide(Command with { To = site }, OnHalden, label, Open, link)).ThenRefused(MakeLink.NotLinked.At("to"));
        LinkStory.Given().When(link => MakeLink.Decide(Command with { From = site }, label, OnHalden, Open, link)).ThenRefused(MakeLink.NotLinked.At("from"));
    }

    [Fact]
    public void A_kind_is_one_of_the_list() => Link(LinkStory.Given(), Command with { Kind = (LinkKind)50 }).ThenRefused(Choice.Unlisted.At("kind"));

    [Fact]
    public void A_reason_has_a_length() =>
        Link(LinkStory.Given(), Command with { Reason = new string('x', 1_001) }).ThenRefused(Text.TooLong.At("reason"));

    [Fact]
    public void In_a_closed_case_links_stay()
    {
        LinkStory.Given().When(link => MakeLink.Decide(Command, OnHalden, OnHalden, Shut, link)).ThenRefused(Closed);
        LinkStory.Given(Made).When(link => Unlink(link, Shut)).ThenRefused(Closed);
    }

    [Fact]
    public void A_link_is_taken_back_with_a_reason()
    {
        LinkStory.Given(Made).When(link => Unlink(link, Open)).Then(Removed);
        LinkStory.Given(MadeOfOld).When(link => Unlink(link, Open)).Then(Removed);
    }

    [Fact]
    public void Taking_back_what_is_not_there_is_nothing()
    {
        LinkStory.Given().When(link => Unlink(link, Open)).ThenNothing();
        LinkStory.Given(Made, Removed).When(link => Unlink(link, Open)).ThenNothing();
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Nothing_is_taken_back_without_a_reason(string? reason, string code) =>
        LinkStory.Given(Made).When(link => RemoveLink.Decide(new RemoveLink(LinkKind.Corroborates, reason!), Open, link))
            .ThenRefused(new Refusal(code, "", "reason"));

    private static LinkStory.Ending Link(LinkStory story, MakeLink command, Label? to = null) =>
        story.When(link => MakeLink.Decide(command, OnHalden, to ?? OnHalden, Open, link));

    private static Decision<ILinkFact> Unlink(Link link, CaseBrief[] under) =>
        RemoveLink.Decide(new RemoveLink(LinkKind.Corroborates, "Other drums"), under, link);
}
