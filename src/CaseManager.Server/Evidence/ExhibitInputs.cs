using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Evidence;

/// <summary>Where a thing was taken: in words and, where known, by WGS 84 in degrees, both or neither.</summary>
public sealed record SeizurePlaceInput(string Description, decimal? Latitude, decimal? Longitude)
{
    private static readonly Refusal HalfAPlace = new("exhibit.half-coordinates", "A place on the map has a latitude and a longitude.");

    internal Refusal? Read(string field, out SeizurePlace place)
    {
        place = new SeizurePlace(Description, Latitude is { } north && Longitude is { } east ? new Coordinates(north, east) : null);
        return Latitude is null == Longitude is null ? null : HalfAPlace.At(Latitude is null ? $"{field}.latitude" : $"{field}.longitude");
    }
}

/// <summary>By what right a thing was taken.</summary>
/// <param name="Reference">Number of the warrant, order or request, or the section of the statute; these kinds need one.</param>
public sealed record AuthorityInput(AuthorityKind Kind, string? Reference)
{
    internal Authority Read() => new(Kind, Reference);
}

/// <param name="Number">The item as written on the bag, such as <c>E-12</c>; the next when absent.</param>
/// <param name="Finder">Who found it; the caller when absent. The caller takes it in charge.</param>
/// <param name="Seal">The number on its seal.</param>
/// <param name="Tlp">As the case when absent; never below it.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">Beside those of the case, which hold for all that stands under it.</param>
public sealed record SeizeExhibitInput(
    CaseId Case, string? Number, ExhibitKind Kind, string Description, OfficerId? Finder, SeizurePlaceInput Place, OccurredInput Occurred,
    AuthorityInput Authority, string Seal, Tlp? Tlp, IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats);

/// <param name="Site">Where it was taken: a site that a go has covered, and that the caller sees in full.</param>
/// <param name="Case">The case it is taken under; not always the one that the operation serves.</param>
/// <param name="Number">The item as written on the bag, such as <c>E-12</c>; the next when absent.</param>
/// <param name="Finder">Who found it; the caller when absent. The caller takes it in charge.</param>
/// <param name="Place">The site's own place and address when absent; it is read by all who read the exhibit.</param>
/// <param name="Seal">The number on its seal.</param>
/// <param name="Tlp">As the case when absent; never below it.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">Beside those of the case, which hold for all that stands under it.</param>
public sealed record SeizeExhibitAtSiteInput(
    SiteId Site, CaseId Case, string? Number, ExhibitKind Kind, string Description, OfficerId? Finder, SeizurePlaceInput? Place, OccurredInput Occurred,
    AuthorityInput Authority, string Seal, Tlp? Tlp, IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats);

/// <param name="Version">The version the person saw.</param>
public sealed record CorrectExhibitDescriptionInput(ExhibitId Exhibit, long Version, string Description, string Reason);

/// <param name="Version">The version the person saw.</param>
/// <param name="Seal">The number on the new seal.</param>
public sealed record ResealExhibitInput(ExhibitId Exhibit, long Version, string Seal, string Reason);

/// <param name="Version">The version the person saw.</param>
/// <param name="To">Who is to take it over.</param>
/// <param name="Seal">The number on its seal, as it leaves.</param>
/// <param name="Due">When an answer is due, within 30 days; a day from now when absent.</param>
public sealed record OfferCustodyTransferInput(ExhibitId Exhibit, long Version, OfficerId To, string Seal, string Reason, DateTimeOffset? Due);

/// <param name="Version">The version the person saw.</param>
/// <param name="SealSeen">The number on its seal, as it arrives.</param>
/// <param name="HandedOverAt">When the item changed hands; now when absent.</param>
public sealed record AcceptCustodyTransferInput(ExhibitId Exhibit, long Version, string SealSeen, DateTimeOffset? HandedOverAt, string? Remark);

/// <param name="Version">The version the person saw.</param>
/// <param name="SealSeen">The number on its seal, when that is why.</param>
public sealed record RefuseCustodyTransferInput(ExhibitId Exhibit, long Version, string Reason, string? SealSeen);

/// <param name="Version">The version the person saw.</param>
public sealed record WithdrawCustodyTransferInput(ExhibitId Exhibit, long Version, string Reason);
