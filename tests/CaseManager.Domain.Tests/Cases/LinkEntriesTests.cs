using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class LinkEntriesTests
{
    private static readonly TimelineEntry First = Past.EntryOf(Past.Recorded);
    private static readonly TimelineEntry Second = Past.EntryOf(Past.Recorded with { Entry = Past.Entry(2) });
    private static readonly EntriesLinked Linked = new(Past.Entry(1), Past.Entry(2), LinkKind.Corroborates, "Same drums");
    private static readonly EntriesUnlinked Unlinked = new("Other drums");
    private static readonly LinkEntries Command = new(LinkKind.Corroborates, "Same drums");

    [Fact]
    public void An_entry_points_at_another() => Link(LinkStory.Given(), Command, Second).Then(Linked);

    [Fact]
    public void The_same_link_again_is_nothing_new() => Link(LinkStory.Given(Linked), Command with { Reason = null }, Second).ThenNothing();

    [Fact]
    public void A_link_taken_back_may_be_made_again() => Link(LinkStory.Given(Linked, Unlinked), Command, Second).Then(Linked);

    [Fact]
    public void An_entry_does_not_point_at_itself() => Link(LinkStory.Given(), Command, First).ThenRefused(LinkEntries.ToItself.At("to"));

    [Fact]
    public void An_entry_does_not_point_into_another_case() =>
        Link(LinkStory.Given(), Command, Second with { Case = OtherCase }).ThenRefused(LinkEntries.OtherCase.At("to"));

    [Fact]
    public void A_kind_is_one_of_the_list() =>
        Link(LinkStory.Given(), Command with { Kind = (LinkKind)50 }, Second).ThenRefused(Choice.Unlisted.At("kind"));

    [Fact]
    public void A_reason_has_a_length() =>
        Link(LinkStory.Given(), Command with { Reason = new string('x', 1_001) }, Second).ThenRefused(Text.TooLong.At("reason"));

    [Fact]
    public void In_a_closed_case_links_stay()
    {
        LinkStory.Given().When(link => LinkEntries.Decide(By(Maya), Command, First, Second, link, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        LinkStory.Given(Linked).When(link => Unlink(link, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
    }

    [Fact]
    public void A_link_is_taken_back_with_a_reason() => LinkStory.Given(Linked).When(link => Unlink(link, Past.OpenFile)).Then(Unlinked);

    [Fact]
    public void Taking_back_what_is_not_there_is_nothing()
    {
        LinkStory.Given().When(link => Unlink(link, Past.OpenFile)).ThenNothing();
        LinkStory.Given(Linked, Unlinked).When(link => Unlink(link, Past.OpenFile)).ThenNothing();
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Nothing_is_taken_back_without_a_reason(string? reason, string code) =>
        LinkStory.Given(Linked)
            .When(link => UnlinkEntries.Decide(By(Maya), new UnlinkEntries(LinkKind.Corroborates, reason!), link, Past.OpenFile))
            .ThenRefused(new Refusal(code, "", "reason"));

    private static LinkStory.Ending Link(LinkStory story, LinkEntries command, TimelineEntry to) =>
        story.When(link => LinkEntries.Decide(By(Maya), command, First, to, link, Past.OpenFile));

    private static Decision<ILinkFact> Unlink(EntryLink link, CaseFile file) =>
        UnlinkEntries.Decide(By(Maya), new UnlinkEntries(LinkKind.Corroborates, "Other drums"), link, file);
}
