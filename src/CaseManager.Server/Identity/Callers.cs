using System.Globalization;
using System.Security.Claims;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.Identity;

/// <summary>The only place where a <see cref="Caller"/> is made.</summary>
public static class Callers
{
    /// <summary>The caller of a principal that one of the agencies' schemes has validated; null for any other principal.</summary>
    public static Caller? CallerFrom(ClaimsPrincipal principal)
    {
        if (principal.Identities.FirstOrDefault(IsAgencys) is not { AuthenticationType: { } scheme } identity) return null;
        if ((identity.FindFirst("oid") ?? identity.FindFirst("sub"))?.Value is not { Length: > 0 } subject) return null;
        if (!long.TryParse(identity.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return null;
        if (end > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return null;

        var agency = new AgencyId(scheme[AgencyIssuer.SchemePrefix.Length..]);
        var roles = identity.FindAll("roles").Select(role => role.Value).ToHashSet(StringComparer.Ordinal);
        return new Caller(OfficerIds.Of(agency, subject), agency, subject, roles, DateTimeOffset.FromUnixTimeSeconds(end));
    }

    private static bool IsAgencys(ClaimsIdentity identity) =>
        identity.AuthenticationType?.StartsWith(AgencyIssuer.SchemePrefix, StringComparison.Ordinal) == true;
}
