using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>A body that takes part.</summary>
public sealed record Agency(AgencyId Id, string Name, string? Country, string Zone) : IState<Agency, IAgencyFact>
{
    public static Agency Evolve(Agency? state, IAgencyFact fact) => fact switch
    {
        AgencyRegistered e => new Agency(e.Agency, e.Name, e.Country, e.Zone),
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}
