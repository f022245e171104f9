using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>A person of an agency, as that agency's registrar entered them.</summary>
public sealed record Officer(
    OfficerId Id, AgencyId Agency, string Subject, string Name, string? Language, DateTimeOffset? DepartedOn)
    : IState<Officer, IOfficerFact>
{
    public static Officer Evolve(Officer? state, IOfficerFact fact) => fact switch
    {
        OfficerRegistered e => new Officer(e.Officer, e.Agency, e.Subject, e.Name, e.Language, null),
        OfficerNameCorrected e => state! with { Name = e.Is },
        OfficerLanguageChosen e => state! with { Language = e.Is },
        OfficerDeparted e => state! with { DepartedOn = e.On },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public bool ServesAt(DateTimeOffset at) => DepartedOn is not { } departed || at < departed;
}
