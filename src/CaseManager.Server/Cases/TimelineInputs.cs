using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Cases;

/// <summary>When something happened, as it was said: a moment, or a range, or a date with or without a part of the day.</summary>
/// <param name="Zone">IANA name of the zone it was said in.</param>
/// <param name="At">A moment such as <c>2026-04-18T20:00</c>; with an offset or <c>Z</c> when exact.</param>
/// <param name="From">Start of a range; <paramref name="Until"/> its end.</param>
/// <param name="Said">The words used, such as "evening, about 20:00".</param>
public sealed record OccurredInput(string Zone, string? At, string? From, string? Until, DateOnly? Date, DayPart? Part, string? Said)
{
    /// <summary>Null when every given time has the form of a time.</summary>
    internal Refusal? Read(string field, out OccurrenceGiven occurred)
    {
        occurred = new OccurrenceGiven(Zone);
        if (Parse(At, $"{field}.at", out var at) is { } badAt)
            return badAt;
        if (Parse(From, $"{field}.from", out var from) is { } badFrom)
            return badFrom;
        if (Parse(Until, $"{field}.until", out var until) is { } badUntil)
            return badUntil;
        occurred = new OccurrenceGiven(Zone, at, from, until, Date, Part, Said);
        return null;
    }

    private static Refusal? Parse(string? text, string field, out Moment? moment)
    {
        moment = null;
        if (text is null)
            return null;
        if (!Moment.TryParse(text, field, out var parsed, out var refusal))
            return refusal;
        moment = parsed;
        return null;
    }
}

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
public sealed record RecordTimelineEntryInput(
    CaseId Case, string Text, OccurredInput Occurred, SourceInput? Source, GradeInput? Grade, IReadOnlyList<string>? Tags, Tlp? Tlp,
    IReadOnlyList<OfficerId>? Readers);

/// <param name="Version">The version the person saw.</param>
public sealed record CorrectTimelineEntryInput(
    EntryId Entry, long Version, string? Text, OccurredInput? Occurred, SourceInput? Source, GradeInput? Grade, string Reason);

public sealed record TagTimelineEntryInput(EntryId Entry, string Tag);

public sealed record UntagTimelineEntryInput(EntryId Entry, string Tag);

public sealed record LinkTimelineEntriesInput(EntryId Entry, EntryId To, LinkKind Kind, string? Reason);

public sealed record UnlinkTimelineEntriesInput(EntryId Entry, EntryId To, LinkKind Kind, string Reason);

/// <param name="Reference">An <c>https</c> or <c>urn</c> address.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record ReferenceAttachmentInput(EntryId Entry, string Reference, string Name, string? MediaType, string? Sha256, long? Size);

public sealed record WithdrawAttachmentReferenceInput(EntryId Entry, string Reference, string Reason);
