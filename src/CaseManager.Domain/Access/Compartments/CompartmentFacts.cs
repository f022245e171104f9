using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one compartment's stream. Stored for ever: add, never edit.</summary>
public interface ICompartmentFact : IFact;

/// <param name="Agency">The agency that answers for it.</param>
public sealed record CompartmentEstablished(CompartmentId Compartment, string Name, AgencyId Agency) : ICompartmentFact;
