using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

namespace CaseManager.Server.Identity;

/// <summary>One scheme per agency's issuer, and one in front that picks among them by the token's own word.</summary>
internal static class AgencySchemes
{
    internal const string Front = "agencies";

    internal static void Add(IServiceCollection services, IdentitySettings settings)
    {
        var byIssuer = settings.Agencies.ToDictionary(agency => agency.Issuer, agency => agency.Scheme, StringComparer.Ordinal);
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultAuthenticateScheme = Front;
            options.DefaultChallengeScheme = RefusedScheme.Name;
            options.DefaultForbidScheme = RefusedScheme.Name;
            options.AddScheme<RefusedScheme>(RefusedScheme.Name, null);
        });
        authentication.AddPolicyScheme(Front, null, front => front.ForwardDefaultSelector = context =>
            BearerIn(context) is { } token
                ? Known(context).SchemeOf(token) ?? SchemeNamedBy(token, byIssuer)
                : RefusedScheme.Name);
        foreach (var agency in settings.Agencies) AddOne(authentication, agency);
    }

    private static void AddOne(AuthenticationBuilder authentication, AgencyIssuer agency)
    {
        authentication.AddMicrosoftIdentityWebApi(
            jwt =>
            {
                jwt.RequireHttpsMetadata = agency.Instance.StartsWith("https://", StringComparison.Ordinal);
                // Named in full: joined from its parts by the library, an instance with a path of its own loses a slash.
                jwt.MetadataAddress = $"{agency.Issuer}/.well-known/openid-configuration";
                jwt.MapInboundClaims = false;
                jwt.SaveToken = false;
                jwt.Events = Strictly(agency);
            },
            tenant =>
            {
                tenant.Instance = agency.Instance;
                tenant.TenantId = agency.TenantId;
                tenant.ClientId = agency.ClientId.Length > 0 ? agency.ClientId : agency.ExpectedAudience;
            },
            agency.Scheme);
        // After Microsoft.Identity.Web, which would otherwise put its own issuer and audience rules over ours.
        authentication.Services.AddOptions<JwtBearerOptions>(agency.Scheme).PostConfigure<TimeProvider>(
            (jwt, clock) => AccessTokenRules.ApplyTo(jwt.TokenValidationParameters, agency, clock));
    }

    private static JwtBearerEvents Strictly(AgencyIssuer agency) => new()
    {
        OnMessageReceived = context =>
        {
            if (BearerIn(context.HttpContext) is not { } token || Known(context.HttpContext).Find(agency.Scheme, token) is not { } principal)
                return Task.CompletedTask;
            context.Principal = principal;
            context.Success();
            return Task.CompletedTask;
        },
        // The token handler throws on some malformed claims; that is the sender's fault and not ours to answer with 500.
        OnAuthenticationFailed = context =>
        {
            context.Fail("refused");
            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            if (context.Principal is not { } principal
                || !AccessTokenRules.Admit(principal, agency)
                || Callers.CallerFrom(principal) is not { } caller) context.Fail("refused");
            else if (BearerIn(context.HttpContext) is { } token) Known(context.HttpContext).Keep(agency.Scheme, token, principal, caller.ExpiresAt);
            return Task.CompletedTask;
        },
    };

    private static string SchemeNamedBy(string token, Dictionary<string, string> byIssuer) =>
        TokenShape.IssuerNamedBy(token) is { } issuer ? byIssuer.GetValueOrDefault(issuer, RefusedScheme.Name) : RefusedScheme.Name;

    private static KnownTokens Known(HttpContext http) => http.RequestServices.GetRequiredService<KnownTokens>();

    // Read the same way as the scheme reads it that is then chosen.
    private static string? BearerIn(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }
}
