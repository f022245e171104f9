using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <param name="Reference">The source's own reference, such as a report number; none for a protected source.</param>
public sealed record SourceInput(SourceKind Kind, string? Reference)
{
    internal EntrySource Read() => new(Kind, Reference);
}

/// <summary>Evaluation of the source and of what it said, by the codes of one scheme.</summary>
public sealed record GradeInput(GradeScheme Scheme, string Source, string Information)
{
    internal Grade Read() => new(Scheme, Source, Information);
}

/// <param name="Tlp">As the case when absent; never below it.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">Beside those of the case, which hold for all that stands under it.</param>
public sealed record RecordTimelineEntryInput(
    CaseId Case, string Text, OccurredInput Occurred, SourceInput? Source, GradeInput? Grade, IReadOnlyList<string>? Tags, Tlp? Tlp,
    IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats);

/// <param name="Version">The version the person saw.</param>
public sealed record CorrectTimelineEntryInput(
    EntryId Entry, long Version, string? Text, OccurredInput? Occurred, SourceInput? Source, GradeInput? Grade, string Reason);

public sealed record TagTimelineEntryInput(EntryId Entry, string Tag);

public sealed record UntagTimelineEntryInput(EntryId Entry, string Tag);

/// <param name="Reference">An <c>https</c> or <c>urn</c> address.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record ReferenceAttachmentInput(EntryId Entry, string Reference, string Name, string? MediaType, string? Sha256, long? Size);

public sealed record WithdrawAttachmentReferenceInput(EntryId Entry, string Reference, string Reason);
