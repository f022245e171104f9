using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Releases;

/// <summary>How it stands with a release.</summary>
public enum ReleaseStatus
{
    Asked,
    Approved,
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>Approved, and taken back.</summary>
    Revoked,
}

/// <summary>What the rules need to know of whether a case may be passed on to an agency.</summary>
public sealed record Release(CaseId Case, AgencyId To, AgencyId Originator, int Round, DateTimeOffset Due, ReleaseStatus Status) : IState<Release, IReleaseFact>
{
    public static readonly Refusal OnlyOriginator = new("release.only-originator", "Those who lead for the originating agency decide on its release.");
    public static readonly Refusal NotAsked = new("release.not-asked", "Nothing waits for an answer here.");

    public static Release Evolve(Release? state, IReleaseFact fact) => fact switch
    {
        ReleaseAsked e => new Release(e.Case, e.To, e.Originator, e.Round, e.Due, ReleaseStatus.Asked),
        ReleaseApproved => state! with { Status = ReleaseStatus.Approved },
        ReleaseRefused => state! with { Status = ReleaseStatus.Refused },
        ReleaseLapsed => state! with { Status = ReleaseStatus.Lapsed },
        ReleaseRevoked => state! with { Status = ReleaseStatus.Revoked },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>Whether what stands under the label is passed on with its originator's permission only.</summary>
    public static bool IsAskedFor(Label label) => label.Parts().Any(part => part.Caveats?.Handling.Contains(HandlingCode.H2) == true);

    internal Refusal? MustBeAsked(Acting by) => Originator != by.Agency ? OnlyOriginator : Status == ReleaseStatus.Asked ? null : NotAsked;
}
