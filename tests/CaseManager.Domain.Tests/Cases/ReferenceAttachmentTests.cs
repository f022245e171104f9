using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class ReferenceAttachmentTests
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0a", 32));
    private static readonly AttachmentReferenced Referenced = new("urn:cfp:records:R-12", "Report", "application/pdf", Hash, 1024);
    private static readonly ReferenceAttachment Command = new("urn:cfp:records:R-12", "Report", "application/pdf", Hash.ToUpperInvariant(), 1024);

    [Theory]
    [InlineData("urn:cfp:records:R-12")]
    [InlineData("https://records.example/r/12?v=3")]
    public void It_says_where_something_is_kept(string reference) =>
        Refer(Command with { Reference = reference }).Then(Referenced with { Reference = reference });

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://records.example/r/12")]
    [InlineData("https://user:secret@records.example/")]
    [InlineData("records/12")]
    [InlineData("/etc/passwd")]
    public void Only_addresses_that_cannot_harm(string reference) =>
        Refer(Command with { Reference = reference }).ThenRefused(ReferenceAttachment.BadReference.At("reference"));

    [Theory]
    [InlineData("pdf")]
    [InlineData("image/")]
    [InlineData("image/png; charset=x")]
    [InlineData("")]
    public void A_media_type_has_its_form(string mediaType) =>
        Refer(Command with { MediaType = mediaType }).ThenRefused(ReferenceAttachment.BadMediaType.At("mediaType"));

    [Theory]
    [InlineData("0a")]
    [InlineData("")]
    [InlineData("zz0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a")]
    public void A_hash_has_its_form(string hash) =>
        Refer(Command with { Sha256 = hash }).ThenRefused(ReferenceAttachment.BadSha256.At("sha256"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1L << 53)]
    public void A_size_is_one_that_every_client_can_count(long size) =>
        Refer(Command with { Size = size }).ThenRefused(ReferenceAttachment.BadSize.At("size"));

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.AttachmentName, MemberType = typeof(Bad))]
    public void A_name_is_needed(string? name, string code) =>
        Refer(Command with { Name = name! }).ThenRefused(new Refusal(code, "", "name"));

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Refer(Command with { MediaType = null, Sha256 = null, Size = null })
            .Then(Referenced with { MediaType = null, Sha256 = null, Size = null });

    [Fact]
    public void The_same_again_is_nothing_new() =>
        EntryStory.Given(Past.Recorded, Referenced).When(entry => ReferenceAttachment.Decide(By(Maya), Command, entry, Past.OpenFile)).ThenNothing();

    [Fact]
    public void One_reference_means_one_thing() =>
        EntryStory.Given(Past.Recorded, Referenced)
            .When(entry => ReferenceAttachment.Decide(By(Maya), Command with { Size = 1025 }, entry, Past.OpenFile))
            .ThenRefused(ReferenceAttachment.Different.At("reference"));

    [Fact]
    public void Attachments_have_an_end()
    {
        IEntryFact[] many = [.. Enumerable.Range(0, CaseLimits.Attachments).Select(i => Referenced with { Reference = $"urn:x:{i}" })];
        EntryStory.Given([Past.Recorded, .. many])
            .When(entry => ReferenceAttachment.Decide(By(Maya), Command, entry, Past.OpenFile)).ThenRefused(ReferenceAttachment.TooMany);
    }

    [Fact]
    public void It_is_withdrawn_with_a_reason() =>
        EntryStory.Given(Past.Recorded, Referenced).When(Withdrawing("Wrong report", Past.OpenFile))
            .Then(new AttachmentReferenceWithdrawn(Referenced.Reference, "Wrong report"));

    [Fact]
    public void Withdrawn_again_is_nothing_new() =>
        EntryStory.Given(Past.Recorded, Referenced, new AttachmentReferenceWithdrawn(Referenced.Reference, "Wrong report"))
            .When(Withdrawing("Wrong report", Past.OpenFile)).ThenNothing();

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void It_is_not_withdrawn_without_one(string? reason, string code) =>
        EntryStory.Given(Past.Recorded, Referenced).When(Withdrawing(reason!, Past.OpenFile)).ThenRefused(new Refusal(code, "", "reason"));

    [Fact]
    public void In_a_closed_case_attachments_stay()
    {
        var story = EntryStory.Given(Past.Recorded, Referenced);
        story.When(entry => ReferenceAttachment.Decide(By(Maya), Command, entry, Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
        story.When(Withdrawing("Wrong report", Past.ClosedFile)).ThenRefused(CaseFile.IsClosed);
    }

    private static EntryStory.Ending Refer(ReferenceAttachment command) =>
        EntryStory.Given(Past.Recorded).When(entry => ReferenceAttachment.Decide(By(Maya), command, entry, Past.OpenFile));

    private static Func<TimelineEntry, Decision<IEntryFact>> Withdrawing(string reason, CaseFile file) =>
        entry => WithdrawAttachmentReference.Decide(By(Maya), new WithdrawAttachmentReference(Referenced.Reference, reason), entry, file);
}
