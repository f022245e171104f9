using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Facts of one exhibit's stream. Stored for ever: add, never edit.</summary>
public interface IExhibitFact : IFact;

/// <param name="Finder">Who found it.</param>
/// <param name="TakenBy">Who took it in charge: its first holder.</param>
/// <param name="SeizedFor">The agency of that officer.</param>
/// <param name="Originator">As the case's label says.</param>
/// <param name="SharedWith">The task force that needs to know, when the case is for its eyes.</param>
/// <param name="Readers">Who may read it by name; for TLP:RED only.</param>
public sealed record ExhibitSeized(
    ExhibitId Exhibit, CaseId Case, ExhibitNumber Number, ExhibitKind Kind, string Description, OfficerId Finder, OfficerId TakenBy,
    AgencyId SeizedFor, SeizurePlace Place, Occurrence Occurrence, Authority Authority, Seal Seal,
    AgencyId Originator, Tlp Tlp, TaskForceId? SharedWith, Items<OfficerId> Readers) : IExhibitFact
{
    /// <summary>Its own, beside the case's; absent: none.</summary>
    public Caveats? Caveats { get; init; }

    /// <summary>Its own label, beside the case's.</summary>
    public Label Own() => new(Originator, Tlp, Case, SharedWith, Readers) { Caveats = Caveats };

    /// <summary>The label it stands under on its case.</summary>
    public Label On(Label onCase) => Own().Under(onCase);
}

public sealed record ExhibitDescriptionCorrected(string Was, string Is, string Reason) : IExhibitFact;

public sealed record ExhibitResealed(Seal Was, Seal Is, string Reason) : IExhibitFact;

/// <param name="Transfer">Counts the offers of this exhibit, from 1.</param>
/// <param name="Due">When it falls overdue without an answer.</param>
public sealed record CustodyTransferOffered(
    int Transfer, OfficerId From, OfficerId To, Seal Seal, string Reason, DateTimeOffset Due) : IExhibitFact;

/// <param name="HandedOverAt">When the item changed hands, as the receiver says; when it was recorded, the store says.</param>
public sealed record CustodyTransferAccepted(
    int Transfer, OfficerId By, Seal SealSeen, DateTimeOffset HandedOverAt, string? Remark) : IExhibitFact;

public sealed record CustodyTransferRefused(int Transfer, OfficerId By, string Reason, Seal? SealSeen) : IExhibitFact;

public sealed record CustodyTransferWithdrawn(int Transfer, OfficerId By, string Reason) : IExhibitFact;

/// <summary>Nobody answered the offer in time; it still waits.</summary>
public sealed record CustodyTransferFellOverdue(int Transfer) : IExhibitFact;

/// <param name="Lowered">Somebody may be let in by it, or may do more.</param>
public sealed record ExhibitMarkingChanged(Marked Was, Marked Is, bool Lowered, string Reason) : IExhibitFact;
