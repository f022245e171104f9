using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CaseManager.Server.Identity.Development;

/// <summary>Whom a request to the local provider speaks to, and as whom it may come away.</summary>
internal static class Speaking
{
    internal static HttpRequest Http(this OpenIddictServerTransaction transaction) =>
        transaction.GetHttpRequest() ?? throw new InvalidOperationException("The local provider is reached by HTTP only.");

    internal static AgencyIssuer Agency(this OpenIddictServerTransaction transaction) =>
        transaction.Settings().AgencyAt(transaction.Http().Path);

    internal static DevelopmentKeys Keys(this OpenIddictServerTransaction transaction) =>
        transaction.Http().HttpContext.RequestServices.GetRequiredService<DevelopmentKeys>();

    internal static IReadOnlyList<DemoOfficer> Officers(this OpenIddictServerTransaction transaction)
    {
        var agency = transaction.Agency().Code;
        return [.. transaction.Settings().DemoOfficers.Where(officer => officer.Agency == agency)];
    }

    /// <summary>What the tokens will say of the officer.</summary>
    internal static ClaimsPrincipal As(DemoOfficer officer, AgencyIssuer agency, IEnumerable<string> scopes)
    {
        var granted = scopes.ToList();
        var identity = new ClaimsIdentity("local", Claims.Name, "roles");
        identity.SetClaim(Claims.Subject, officer.Subject).SetClaim(Claims.Name, officer.Name).SetClaim("tid", agency.TenantId);
        identity.SetClaims("roles", [.. officer.AppRoles]);
        if (granted.Contains(AccessTokenRules.Scope)) identity.SetClaim("scp", AccessTokenRules.Scope);
        identity.SetScopes(granted).SetResources(agency.ExpectedAudience);
        identity.SetDestinations(claim => claim.Type is Claims.Name or "tid"
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static IdentitySettings Settings(this OpenIddictServerTransaction transaction) =>
        transaction.Http().HttpContext.RequestServices.GetRequiredService<IdentitySettings>();
}
