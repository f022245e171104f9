using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>What stands in it is sealed: read by those alone who are read into it, whatever else they are. That it is there they alone know, too.</summary>
public sealed record Compartment(CompartmentId Id, string Name, AgencyId Agency) : IState<Compartment, ICompartmentFact>
{
    public static Compartment Evolve(Compartment? state, ICompartmentFact fact) => fact switch
    {
        CompartmentEstablished e => new Compartment(e.Compartment, e.Name, e.Agency),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public static Label LabelOf(CompartmentId id, AgencyId agency) => new(agency, Tlp.Amber, null, null, [])
    {
        Caveats = Caveats.None with { Compartments = [id] },
    };
}
