using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Says where something that belongs to an entry is kept, and what it is known by.</summary>
public sealed partial record ReferenceAttachment(string Reference, string Name, string? MediaType, string? Sha256, long? Size)
{
    public static readonly Refusal BadReference = new("attachment.bad-reference", "A reference is an https or urn address without a user name.");
    public static readonly Refusal BadMediaType = new("attachment.bad-media-type", "A media type looks like image/jpeg.");
    public static readonly Refusal BadSha256 = new("attachment.bad-sha256", "A SHA-256 is 64 hexadecimal digits.");
    public static readonly Refusal BadSize = new("attachment.bad-size", "A size is a number of bytes from 0 to 2^53 - 1.");
    public static readonly Refusal Different = new("attachment.referenced", "The entry holds this reference already, with other particulars.");
    public static readonly Refusal TooMany = new("attachment.too-many", "An entry refers to 50 attachments at most.");

    private const long LargestSize = (1L << 53) - 1;

    public static Decision<IEntryFact> Decide(Acting by, ReferenceAttachment command, TimelineEntry entry, CaseFile file)
    {
        if (CheckInput(command) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;

        var sha256 = command.Sha256?.ToLowerInvariant();
        var wanted = new Attachment(command.Reference, command.Name, command.MediaType, sha256, command.Size);
        if (entry.Attachments.FirstOrDefault(a => a.Reference == command.Reference) is { } held)
            return held == wanted ? Decision<IEntryFact>.Nothing : Different.At("reference");
        if (entry.Attachments.Count >= CaseLimits.Attachments)
            return TooMany;

        return Decision<IEntryFact>.Accept(
            new AttachmentReferenced(command.Reference, command.Name, command.MediaType, sha256, command.Size));
    }

    private static Refusal? CheckInput(ReferenceAttachment command)
    {
        var badText = Text.Check(command.Reference, CaseLimits.AttachmentReference, "reference")
            ?? Text.Check(command.Name, CaseLimits.AttachmentName, "name");
        if (badText is not null)
            return badText;
        if (!IsAddress(command.Reference))
            return BadReference.At("reference");
        if (command.MediaType is not null && !MediaTypeForm().IsMatch(command.MediaType))
            return BadMediaType.At("mediaType");
        if (command.Sha256 is not null && !Sha256Form().IsMatch(command.Sha256))
            return BadSha256.At("sha256");
        if (command.Size is < 0 or > LargestSize)
            return BadSize.At("size");
        return null;
    }

    // Other schemes run code, read local files or carry the bytes themselves once somebody clicks on them.
    private static bool IsAddress(string reference) =>
        Uri.TryCreate(reference, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == "urn");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\z")]
    private static partial Regex MediaTypeForm();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{64}\z")]
    private static partial Regex Sha256Form();
}
