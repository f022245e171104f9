using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Evidence;

/// <summary>Where an exhibit is.</summary>
public enum ExhibitStatus
{
    Held,

    /// <summary>Offered, and not answered yet; its holder answers for it still.</summary>
    InTransit,
}

/// <summary>An exhibit as people read it.</summary>
/// <param name="Number">The case's number and the item, such as <c>NG-2026-014/E-12</c>.</param>
/// <param name="Item">The number under the case, for ordering: 12 of <c>E-12</c>.</param>
/// <param name="Seal">The seal it bears.</param>
/// <param name="Finder">Who found it; <paramref name="RecordedBy"/> who took it in charge.</param>
/// <param name="Place">Where it was taken, in words.</param>
/// <param name="Authority">By what right it was taken.</param>
/// <param name="Originator">The agency the case comes from, whose label it stands under; <paramref name="SeizedFor"/> the one that took it.</param>
/// <param name="RecordedAt">When its seizure was recorded, by the database's clock.</param>
/// <param name="OccurredAt">First moment it can have been taken; <paramref name="OccurredUntil"/> the last, or the moment after it for a day or part of one.</param>
/// <param name="OccurredZone">IANA name of the zone in which the time was said; <paramref name="OccurredSaid"/> the words used.</param>
/// <param name="Holder">Who answers for it; <paramref name="HeldSince"/> from when, by the event's clock.</param>
/// <param name="OfferedTo">Whose answer to an offered hand-over is waited for.</param>
/// <param name="InTransitSince">When that hand-over was offered.</param>
/// <param name="Overdue">It was not answered in time.</param>
/// <param name="Corrected">Its description is no longer what was first recorded; the history has both.</param>
/// <param name="Provisional">Nobody has received it into custody yet: until the first hand-over is accepted it is with who took it.</param>
public sealed record ExhibitRow(
    ExhibitId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case, string Number, int Item,
    ExhibitKind Kind, string Description, string Seal, OfficerId Finder, string Place, Coordinates? Coordinates,
    AuthorityKind Authority, string? AuthorityReference, AgencyId SeizedFor, AgencyId Originator, DateTimeOffset RecordedAt, OfficerId RecordedBy, OfficerId ChangedBy,
    Precision Precision, DateTimeOffset OccurredAt, DateTimeOffset OccurredUntil, string OccurredZone, DayPart? OccurredPart, string? OccurredSaid,
    Tlp Tlp, OfficerId Holder, AgencyId HolderAgency, DateTimeOffset HeldSince, ExhibitStatus Status, OfficerId? OfferedTo,
    DateTimeOffset? InTransitSince, DateTimeOffset? Due, bool Overdue, bool Corrected, bool Provisional,
    [property: Hidden] Items<HandOver> HandOvers, [property: Hidden] Items<Restriction> Restrictions) : IRow
{
    internal static readonly Refusal NumberTaken = new("exhibit.number-taken", "Another exhibit of the case has this number.", "number");

    public static View<ExhibitRow> View { get; } = new("exhibit")
    {
        Temporal = true,
        Remarked = (row, tlp) => row with { Tlp = tlp },
        Indexes =
        [
            "unique index on (\"case\", item) where superseded_at is null",
            "index on (recorded_at, id) where superseded_at is null",
            "index on (\"case\", recorded_at, id) where superseded_at is null",
            "index on (holder) where superseded_at is null",
            "index on (offered_to) where superseded_at is null and offered_to is not null",
            "index on (in_transit_since, id) where superseded_at is null and in_transit_since is not null",
            "index on (recorded_at, id) where superseded_at is null and overdue",
            "index on (number, id) where superseded_at is null",
            // What exhibits are counted by, so that counting looks at no row.
            "index on (label) include (status, kind, holder_agency, recorded_at) where superseded_at is null",
        ],
        Computed =
        [
            // By the database's clock, so that the pages of a list asked for in hours are pages of one list.
            new Column("transitHours", "floor(extract(epoch from now() - t.in_transit_since) / 3600)::int",
                ColumnKind.Number, typeof(int), Nullable: true, Filterable: false, Sortable: false) { Computed = true },
            AgeBand.Since("t.recorded_at"),
        ],
        DefaultOrder = [("recordedAt", true)],
        Searched = new()
        {
            Numbers = ["number", "seal", "authorityReference"], Texts = ["description", "place"], People = ["finder", "recordedBy", "holder", "offeredTo"],
        },
        Collisions = new Dictionary<string, Refusal>
        {
            ["exhibit_0"] = NumberTaken,
        },
    };

    public static Projected<IExhibitFact, ExhibitRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static ExhibitRow Evolve(ExhibitRow? row, StoredFact<IExhibitFact> stored)
    {
        var next = stored.Fact switch
        {
            ExhibitSeized e => Seized(e, stored),
            ExhibitDescriptionCorrected e => row! with { Description = e.Is, Corrected = true },
            ExhibitResealed e => row! with { Seal = e.Is.Text },
            CustodyTransferOffered e => Offered(row!, e, stored.RecordedAt),
            CustodyTransferAccepted e => Answered(row!, stored) with
            {
                Holder = e.By, HolderAgency = stored.Agency, HeldSince = e.HandedOverAt, Provisional = false,
            },
            CustodyTransferRefused or CustodyTransferWithdrawn => Answered(row!, stored),
            CustodyTransferFellOverdue => row! with { Overdue = true, HandOvers = Last(row, stored) },
            ExhibitMarkingChanged e => row! with { Tlp = e.Is.Tlp, Restrictions = Restriction.Of(e.Is) },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt, ChangedBy = stored.By };
    }

    private static ExhibitRow Seized(ExhibitSeized e, StoredFact<IExhibitFact> stored) => new(
        e.Exhibit, 0, 0, default, e.Case, e.Number.Text, e.Number.Item, e.Kind, e.Description, e.Seal.Text, e.Finder,
        e.Place.Description, e.Place.Coordinates, e.Authority.Kind, e.Authority.Reference, e.SeizedFor, e.Originator, stored.RecordedAt, stored.By, stored.By,
        e.Occurrence.Precision, e.Occurrence.From, e.Occurrence.Until, e.Occurrence.Zone, e.Occurrence.Part, e.Occurrence.Said,
        e.Tlp, e.TakenBy, e.SeizedFor, e.Occurrence.From, ExhibitStatus.Held, null, null, null, false, false, true, [],
        Restriction.Of(e.Readers, e.Caveats));

    private static ExhibitRow Offered(ExhibitRow row, CustodyTransferOffered e, DateTimeOffset at) => row with
    {
        Status = ExhibitStatus.InTransit, OfferedTo = e.To, InTransitSince = at, Due = e.Due, Overdue = false,
        HandOvers = row.HandOvers.With(HandOver.Of(e, at)),
    };

    private static ExhibitRow Answered(ExhibitRow row, StoredFact<IExhibitFact> stored) => row with
    {
        Status = ExhibitStatus.Held, OfferedTo = null, InTransitSince = null, Due = null, Overdue = false, HandOvers = Last(row, stored),
    };

    private static Items<HandOver> Last(ExhibitRow row, StoredFact<IExhibitFact> stored) =>
        [.. row.HandOvers.Take(row.HandOvers.Count - 1), row.HandOvers[^1].After(stored)];
}
