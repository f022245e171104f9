using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>An entry on a case's timeline, with both its clocks: when it happened, and when it was recorded.</summary>
/// <param name="RecordedAt">When it was first recorded, by the database's clock.</param>
/// <param name="OccurredAt">First moment it can have happened; <paramref name="OccurredUntil"/> the last, or the moment after it for a day or part of one.</param>
/// <param name="OccurredZone">IANA name of the zone in which the time was said; <paramref name="OccurredSaid"/> the words used.</param>
/// <param name="Originator">The agency the entry comes from.</param>
/// <param name="Corrected">Its text, time, source or grade is no longer what was first recorded; the history has both.</param>
/// <param name="Derived">It was not written but told by itself, of what happened to another record; it is corrected there.</param>
public sealed record EntryRow(
    EntryId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case,
    DateTimeOffset RecordedAt, OfficerId RecordedBy, OfficerId ChangedBy, AgencyId Originator, string Text,
    Precision Precision, DateTimeOffset OccurredAt, DateTimeOffset OccurredUntil, string OccurredZone, DayPart? OccurredPart, string? OccurredSaid,
    SourceKind? SourceKind, string? SourceReference, GradeScheme? GradeScheme, string? GradeSource, string? GradeInformation,
    Items<string> Tags, Tlp Tlp, Items<Attachment> Attachments, bool Corrected,
    bool Derived, [property: Hidden] string? ToldFact, [property: Hidden] string? ToldView, [property: Hidden] Guid? ToldOf,
    [property: Hidden] Items<Restriction> Restrictions) : IRow
{
    public static View<EntryRow> View { get; } = new("timeline_entry")
    {
        Temporal = true,
        Remarked = (row, tlp) => row with { Tlp = tlp },
        Indexes =
        [
            "index on (\"case\", occurred_at, id) include (label) where superseded_at is null",
            "index on (\"case\", recorded_at, id) where superseded_at is null",
            "index on (\"case\", changed_at, id)",
            "index on (\"case\", written_in) where superseded_at is null",
        ],
        DefaultOrder = [("occurredAt", true)],
        Searched = new() { Numbers = ["sourceReference"], Texts = ["text"], Tags = "tags", People = ["recordedBy", "changedBy"] },
    };

    public static Projected<IEntryFact, EntryRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static EntryRow Evolve(EntryRow? row, StoredFact<IEntryFact> stored)
    {
        var next = stored.Fact switch
        {
            EntryRecorded e => Recorded(e, stored),
            EntryTextCorrected e => row! with { Text = e.Is, Corrected = true },
            EntryOccurrenceCorrected e => When(row!, e.Is) with { Corrected = true },
            EntrySourceCorrected e => row! with { SourceKind = e.Is.Kind, SourceReference = e.Is.Reference, Corrected = true },
            EntryGradeChanged e => Graded(row!, e.Is) with { Corrected = true },
            EntryTagged e => row! with { Tags = row.Tags.With(e.Tag) },
            EntryUntagged e => row! with { Tags = row.Tags.Without(e.Tag) },
            AttachmentReferenced e => row! with { Attachments = row.Attachments.With(new Attachment(e.Reference, e.Name, e.MediaType, e.Sha256, e.Size)) },
            AttachmentReferenceWithdrawn e => row! with { Attachments = [.. row.Attachments.Where(a => a.Reference != e.Reference)] },
            EntryMarkingChanged e => row! with { Tlp = e.Is.Tlp, Restrictions = Restriction.Of(e.Is) },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt, ChangedBy = stored.By };
    }

    private static EntryRow Recorded(EntryRecorded e, StoredFact<IEntryFact> stored)
    {
        var row = new EntryRow(
            e.Entry, 0, 0, default, e.Case, stored.RecordedAt, stored.By, stored.By, e.Originator, e.Text,
            default, default, default, "", null, null, e.Source?.Kind, e.Source?.Reference, null, null, null,
            e.Tags, e.Tlp, [], false, false, null, null, null, Restriction.Of(e.Readers, e.Caveats));
        return Graded(When(row, e.Occurrence), e.Grade);
    }

    /// <summary>An entry that tells what happened to an exhibit or an operation, as the case's other entries are read.</summary>
    public static EntryRow Telling(ToldHappening told)
    {
        var (happening, fact) = (told.Happening, told.Fact);
        var row = new EntryRow(
            new EntryId(told.Id), 1, fact.Label, fact.RecordedAt, happening.Case, fact.RecordedAt, fact.By, fact.By, happening.Originator, happening.Text,
            default, default, default, "", null, null, null, null, null, null, null,
            [], happening.Tlp, [], false, true, told.Name, told.View, fact.Stream, []);
        return When(row, happening.Occurrence);
    }

    private static EntryRow When(EntryRow row, Occurrence o) => row with
    {
        Precision = o.Precision, OccurredAt = o.From, OccurredUntil = o.Until, OccurredZone = o.Zone, OccurredPart = o.Part, OccurredSaid = o.Said,
    };

    private static EntryRow Graded(EntryRow row, Grade? grade) => row with
    {
        GradeScheme = grade?.Scheme, GradeSource = grade?.Source, GradeInformation = grade?.Information,
    };
}
