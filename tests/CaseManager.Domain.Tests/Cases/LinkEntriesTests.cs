using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class LinkEntriesTests
{
    private static readonly TimelineEntry Second = Past.EntryOf(Past.Recorded with { Entry = Past.Entry(2) });
    private static readonly EntryLinked Linked = new(Past.Entry(2), LinkKind.Corroborates, "Same drums");
    private static readonly LinkEntries Command = new(LinkKind.Corroborates, "Same drums");

    [Fact]
    public void An_entry_points_at_another() => Link(Command, Second).Then(Linked);

    [Fact]
    public void The_same_link_again_is_nothing_new() =>
        EntryStory.Given(Past.Recorded, Linked)
            .When(entry => LinkEntries.Decide(By(Theo), Command with { Reason = null }, entry, Second, Past.OpenFile)).ThenNothing();

    [Fact]
    public void Another_kind_is_another_link() =>
        EntryStory.Given(Past.Recorded, Linked)
            .When(entry => LinkEntries.Decide(By(Maya), new LinkEntries(LinkKind.Related, null), entry, Second, Past.OpenFile))
            .Then(new EntryLinked(Past.Entry(2), LinkKind.Related, null));

    [Fact]
    public void An_entry_does_not_point_at_itself() =>
        Link(Command, Past.EntryOf(Past.Recorded)).ThenRefused(LinkEntries.ToItself.At("to"));

    [Fact]
    public void An_entry_does_not_point_into_another_case() =>
        Link(Command, Second with { Case = OtherCase }).ThenRefused(LinkEntries.OtherCase.At("to"));

    [Fact]
    public void A_kind_is_one_of_the_list() =>
        Link(Command with { Kind = (LinkKind)50 }, Second).ThenRefused(Choice.Unlisted.At("kind"));

    [Fact]
    public void A_reason_has_a_length() =>
        Link(Command with { Reason = new string('x', 1_001) }, Second).ThenRefused(Text.TooLong.At("reason"));

    [Fact]
    public void Links_have_an_end()
    {
        IEntryFact[] many = [.. Enumerable.Range(3, CaseLimits.Links).Select(i => Linked with { To = Past.Entry(i) })];
        EntryStory.Given([Past.Recorded, .. many])
            .When(entry => LinkEntries.Decide(By(Maya), Command, entry, Second, Past.OpenFile)).ThenRefused(LinkEntries.TooMany);
    }

    [Fact]
    public void In_a_closed_case_links_stay()
    {
        var story = EntryStory.Given(Past.Recorded, Linked);
        story.When(entry => LinkEntries.Decide(By(Maya), Command, entry, Second, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        story.When(entry => Unlink(entry, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
    }

    [Fact]
    public void A_link_is_taken_back_with_a_reason() =>
        EntryStory.Given(Past.Recorded, Linked).When(entry => Unlink(entry, Past.OpenFile))
            .Then(new EntryUnlinked(Past.Entry(2), LinkKind.Corroborates, "Other drums"));

    [Fact]
    public void Taking_back_what_is_not_there_is_nothing() =>
        EntryStory.Given(Past.Recorded).When(entry => Unlink(entry, Past.OpenFile)).ThenNothing();

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Nothing_is_taken_back_without_a_reason(string? reason, string code) =>
        EntryStory.Given(Past.Recorded, Linked)
            .When(entry => UnlinkEntries.Decide(By(Maya), new UnlinkEntries(Past.Entry(2), LinkKind.Corroborates, reason!), entry, Past.OpenFile))
            .ThenRefused(new Refusal(code, "", "reason"));

    private static EntryStory.Ending Link(LinkEntries command, TimelineEntry to) =>
        EntryStory.Given(Past.Recorded).When(entry => LinkEntries.Decide(By(Maya), command, entry, to, Past.OpenFile));

    private static Decision<IEntryFact> Unlink(TimelineEntry entry, CaseFile file) =>
        UnlinkEntries.Decide(By(Maya), new UnlinkEntries(Past.Entry(2), LinkKind.Corroborates, "Other drums"), entry, file);
}
