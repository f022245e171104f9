using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>What the rules need to know of an exhibit.</summary>
/// <param name="Holder">Who answers for it. Always one: an item that is offered is its offerer's until somebody accepts.</param>
/// <param name="HeldSince">From when, by the event's clock.</param>
/// <param name="Transfers">How often it was offered.</param>
/// <param name="Offered">The hand-over that waits for an answer.</param>
/// <param name="Received">How the holder came by it; null for who seized it.</param>
/// <param name="Own">Its own label; it stands under that of its case as well.</param>
public sealed record Exhibit(
    ExhibitId Id, CaseId Case, ExhibitNumber Number, string Description, Seal Seal, OfficerId Holder,
    DateTimeOffset HeldSince, int Transfers, CustodyTransferOffered? Offered, bool Overdue, CustodyTransferAccepted? Received, Label Own)
    : IState<Exhibit, IExhibitFact>
{
    public static readonly Refusal NotHolder = new("exhibit.not-holder", "Another officer holds the exhibit.");

    public static Exhibit Evolve(Exhibit? state, IExhibitFact fact) => fact switch
    {
        ExhibitSeized e => Seized(e),
        ExhibitDescriptionCorrected e => state! with { Description = e.Is },
        ExhibitResealed e => state! with { Seal = e.Is },
        CustodyTransferOffered e => state! with { Offered = e, Overdue = false, Transfers = e.Transfer },
        CustodyTransferAccepted e => state! with { Holder = e.By, HeldSince = e.HandedOverAt, Received = e, Offered = null, Overdue = false },
        CustodyTransferRefused or CustodyTransferWithdrawn => state! with { Offered = null, Overdue = false },
        CustodyTransferFellOverdue => state! with { Overdue = true },
        ExhibitMarkingChanged e => state! with { Own = e.Is.On(state.Own) },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>Nobody has received it into custody yet: it is with who took it.</summary>
    public bool Provisional => Received is null;

    public Refusal? MustBeHeldBy(OfficerId officer) => Holder == officer ? null : NotHolder;

    private static Exhibit Seized(ExhibitSeized e) => new(
        e.Exhibit, e.Case, e.Number, e.Description, e.Seal, e.TakenBy,
        e.Occurrence?.From ?? default, 0, null, false, null, e.Own());
}
