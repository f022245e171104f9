using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class TagEntryTests
{
    [Theory]
    [InlineData("drums", "drums")]
    [InlineData("  two   words ", "two words")]
    [InlineData("Be\u0301dard", "B\u00e9dard")]
    public void The_same_word_is_the_same_tag(string typed, string tag)
    {
        Tag(typed).Then(new EntryTagged(tag));
        EntryStory.Given(Past.Recorded, new EntryTagged(tag))
            .When(entry => TagEntry.Decide(By(Maya), new TagEntry(typed), entry, Past.OpenFile)).ThenNothing();
        EntryStory.Given(Past.Recorded, new EntryTagged(tag))
            .When(entry => UntagEntry.Decide(By(Maya), new UntagEntry(typed), entry, Past.OpenFile)).Then(new EntryUntagged(tag));
    }

    [Fact]
    public void Taking_off_what_is_not_there_is_nothing() =>
        EntryStory.Given(Past.Recorded)
            .When(entry => UntagEntry.Decide(By(Maya), new UntagEntry("drums"), entry, Past.OpenFile)).ThenNothing();

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.Tag, MemberType = typeof(Bad))]
    public void A_tag_is_a_word(string? tag, string code)
    {
        Tag(tag!).ThenRefused(new Refusal(code, "", "tag"));
        EntryStory.Given(Past.Recorded)
            .When(entry => UntagEntry.Decide(By(Maya), new UntagEntry(tag!), entry, Past.OpenFile))
            .ThenRefused(new Refusal(code, "", "tag"));
    }

    [Fact]
    public void Twenty_tags_are_enough() =>
        EntryStory.Given(Past.Recorded with { Tags = [.. Enumerable.Range(0, 20).Select(i => $"t{i}")] })
            .When(entry => TagEntry.Decide(By(Maya), new TagEntry("t20"), entry, Past.OpenFile))
            .ThenRefused(Tags.TooMany.At("tag"));

    [Fact]
    public void In_a_closed_case_tags_stay()
    {
        var story = EntryStory.Given(Past.Recorded);
        story.When(entry => TagEntry.Decide(By(Maya), new TagEntry("drums"), entry, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        story.When(entry => UntagEntry.Decide(By(Maya), new UntagEntry("tip"), entry, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
    }

    private static EntryStory.Ending Tag(string tag) =>
        EntryStory.Given(Past.Recorded).When(entry => TagEntry.Decide(By(Maya), new TagEntry(tag), entry, Past.OpenFile));
}
