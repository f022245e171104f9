using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Deconfliction;

/// <summary>Somebody else acts where, when or against whom one acts oneself: all that one side is told of the other.</summary>
/// <param name="Event">One's own.</param>
/// <param name="Class">What the other side plans; <paramref name="Contact"/> whom to call there.</param>
/// <param name="Overlap">In what the two meet. Empty: in nothing any more, since one of them was moved or closed.</param>
/// <param name="FoundAt">When the conflict was found.</param>
/// <param name="WeTell">What one's own side tells once both have agreed; absent as long as it has not agreed.</param>
/// <param name="OurOfficers">Who of one's own side reads what the other side tells.</param>
/// <param name="TheyAgreed">Whether the other side has agreed to tell something.</param>
/// <param name="Resolution">What is proposed, or settled.</param>
/// <param name="ProposedByUs">Whether one's own side proposed it.</param>
/// <param name="ResolvedAt">When both sides had signed; absent as long as they have not.</param>
/// <param name="OurSigner">Who proposed or signed for one's own side; <paramref name="TheirSigner"/> for the other, where both had agreed to tell who they are.</param>
public sealed record ConflictRow(
    ConflictId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, DeconflictionEventId Event, DeconflictionClass Class,
    Items<ConflictOverlap> Overlap, DeconflictionUrgency Urgency, string Contact, DateTimeOffset FoundAt, string? WeTell, Items<OfficerId> OurOfficers, bool TheyAgreed,
    ConflictResolution? Resolution, bool? ProposedByUs, DateTimeOffset? ResolvedAt, OfficerId? OurSigner, OfficerId? TheirSigner,
    [property: Hidden] bool Ended, [property: Hidden] ConflictPairId Pair) : IRow
{
    public static View<ConflictRow> View { get; } = new("conflict")
    {
        Indexes = ["index on (event, found_at)", "index on (pair)"],
        DefaultOrder = [("foundAt", true)],
    };

    public static Projected<IConflictFact, ConflictRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static ConflictRow Evolve(ConflictRow? row, StoredFact<IConflictFact> stored)
    {
        var next = stored.Fact switch
        {
            ConflictFound e => new ConflictRow(
                new ConflictId(stored.Stream), 0, 0, default, e.Event, e.Class, e.Overlap, e.Urgency, e.Contact, stored.RecordedAt, null, [], false, null, null, null,
                null, null, false, e.Pair),
            ConflictOverlapChanged e => row! with { Overlap = e.Overlap, Ended = e.Overlap.Count == 0 },
            RevealAgreedHere e => row! with { WeTell = e.Text, OurOfficers = e.Officers },
            RevealWithdrawnHere => row! with { WeTell = null, OurOfficers = [] },
            RevealAgreedThere => row! with { TheyAgreed = true },
            RevealWithdrawnThere => row! with { TheyAgreed = false },
            ResolutionProposedHere e => Open(row!) with { Resolution = e.Resolution, ProposedByUs = true },
            ResolutionProposedThere e => Open(row!) with { Resolution = e.Resolution, ProposedByUs = false },
            ConflictResolved e => row! with { ResolvedAt = stored.RecordedAt, OurSigner = e.Here, TheirSigner = e.There },
            ResolutionLapsed => Open(row!),
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static ConflictRow Open(ConflictRow row) => row with { Resolution = null, ProposedByUs = null, ResolvedAt = null, OurSigner = null, TheirSigner = null };
}

/// <summary>The streams of a conflict follow from its two events, which no one side knows both of.</summary>
internal sealed record ConflictStreams(Guid One, Guid Other)
{
    public Guid Pair => NameId.For("conflict-pair", $"{One:N}|{Other:N}");

    public static ConflictStreams Of(Guid one, Guid other) => one.CompareTo(other) < 0 ? new(one, other) : new(other, one);

    /// <summary>What the side of that event is told.</summary>
    public ConflictId Side(Guid ofEvent) => new(NameId.For("conflict", $"{Pair:N}|{ofEvent:N}"));

    public static Guid RevealTo(ConflictId side) => NameId.For("conflict-reveal", $"{side.Value:N}");
}
