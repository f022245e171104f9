using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one agency's stream. Stored for ever: add, never edit.</summary>
public interface IAgencyFact : IFact;

/// <param name="Country">ISO 3166-1 alpha-2, or a subdivision such as <c>CA-ON</c>; absent for an international body.</param>
/// <param name="Zone">IANA name of the zone its days are counted in.</param>
public sealed record AgencyRegistered(AgencyId Agency, string Name, string? Country, string Zone) : IAgencyFact;
