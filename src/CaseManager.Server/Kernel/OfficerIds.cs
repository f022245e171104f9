using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel;

/// <summary>An officer's id follows from the agency and its issuer's identifier of the person: known before the first sign-in.</summary>
public static class OfficerIds
{
    public static OfficerId Of(AgencyId agency, string subject) => new(NameId.For("officer", $"{agency}|{subject}"));
}
