using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>What the rules need to know of an entry on a case's timeline.</summary>
/// <param name="Attachments">References of the attachments not withdrawn.</param>
/// <param name="Own">Its own label; it stands under that of its case as well.</param>
public sealed record TimelineEntry(
    EntryId Id, CaseId Case, string Text, Occurrence Occurrence, EntrySource? Source, Grade? Grade,
    Items<string> Tags, Items<Attachment> Attachments, Label Own) : IState<TimelineEntry, IEntryFact>
{
    public static TimelineEntry Evolve(TimelineEntry? state, IEntryFact fact) => fact switch
    {
        EntryRecorded e => Recorded(e),
        EntryTextCorrected e => state! with { Text = e.Is },
        EntryOccurrenceCorrected e => state! with { Occurrence = e.Is },
        EntrySourceCorrected e => state! with { Source = e.Is },
        EntryGradeChanged e => state! with { Grade = e.Is },
        EntryTagged e => state! with { Tags = state.Tags.With(e.Tag) },
        EntryUntagged e => state! with { Tags = state.Tags.Without(e.Tag) },
        AttachmentReferenced e => state! with { Attachments = state.Attachments.With(new Attachment(e.Reference, e.Name, e.MediaType, e.Sha256, e.Size)) },
        AttachmentReferenceWithdrawn e => state! with { Attachments = [.. state.Attachments.Where(a => a.Reference != e.Reference)] },
        EntryMarkingChanged e => state! with { Own = e.Is.On(state.Own) },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    private static TimelineEntry Recorded(EntryRecorded e) => new(
        e.Entry, e.Case, e.Text, e.Occurrence, e.Source, e.Grade, e.Tags, [], e.Own());
}

/// <param name="Size">Bytes.</param>
public sealed record Attachment(string Reference, string Name, string? MediaType, string? Sha256, long? Size);
