using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel;

/// <summary>One stream for each agency to which a case may be passed on: its id follows from both.</summary>
public static class ReleaseIds
{
    public static Guid Of(CaseId of, AgencyId to) => NameId.For("release", $"{of.Value:N}|{to.Code}");
}

/// <summary>Whether a case may be passed on to an agency, told from the facts of its release by those who let somebody in.</summary>
public delegate bool Released(IEnumerable<IFact> release);
