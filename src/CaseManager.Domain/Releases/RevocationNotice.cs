using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Releases;

/// <summary>Facts of one officer's notice that what they were shown is no longer released to their agency. Stored for ever: add, never edit.</summary>
public interface IRevocationFact : IFact;

/// <param name="Release">Of which release it is, by the id of its stream; <paramref name="Round"/> of which approval.</param>
/// <param name="Number">The case's, as people say it.</param>
public sealed record RevocationTold(
    Guid Release, int Round, CaseId Case, string Number, AgencyId Originator, OfficerId Officer, OfficerId By, string Reason) : IRevocationFact;

public sealed record RevocationAcknowledged(OfficerId By) : IRevocationFact;

/// <summary>What the rules need to know of a notice.</summary>
public sealed record RevocationNotice(OfficerId Officer, bool Acknowledged) : IState<RevocationNotice, IRevocationFact>
{
    public static RevocationNotice Evolve(RevocationNotice? state, IRevocationFact fact) => fact switch
    {
        RevocationTold e => new RevocationNotice(e.Officer, false),
        RevocationAcknowledged => state! with { Acknowledged = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>For the officer, and for who took the release back.</summary>
    public static Label LabelOf(RevocationTold told) => new Label(told.Originator, Tlp.Red, null, null, [told.Officer, told.By]).InOrder();
}

/// <summary>Says that one has read that a release was taken back, and keeps to it.</summary>
public sealed record AcknowledgeRevocation
{
    public static readonly Refusal NotYours = new("release.notice-not-yours", "The officer who was told acknowledges it.");

    public static Decision<IRevocationFact> Decide(Acting by, RevocationNotice notice)
    {
        if (notice.Officer != by.Officer)
            return NotYours;
        return notice.Acknowledged ? Decision<IRevocationFact>.Nothing : Decision<IRevocationFact>.Accept(new RevocationAcknowledged(by.Officer));
    }
}
