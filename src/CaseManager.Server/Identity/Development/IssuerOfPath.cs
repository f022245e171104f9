using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CaseManager.Server.Identity.Development;

/// <summary>Makes the one server answer with the issuer and the key of the agency in the path.</summary>
internal static class IssuerOfPath
{
    private const int Last = int.MaxValue - 1000;

    internal static void AddTo(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ProcessRequestContext>(on => on.SetOrder(int.MinValue).UseInlineHandler(PassBy));
        server.AddEventHandler<HandleConfigurationRequestContext>(on => on.SetOrder(Last).UseInlineHandler(Describe));
        server.AddEventHandler<HandleJsonWebKeySetRequestContext>(on => on.SetOrder(Last).UseInlineHandler(ShowKey));
        server.AddEventHandler<ApplyAuthorizationResponseContext>(on => on.SetOrder(int.MinValue + 1000).UseInlineHandler(NameIssuer));
        server.AddEventHandler<GenerateTokenContext>(on => on
            .SetOrder(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + 1)
            .UseInlineHandler(SignAsAgency));
    }

    // The server looks at every request of the host: one to any other address need not be compared with each of its endpoints.
    private static ValueTask PassBy(ProcessRequestContext context)
    {
        if (!context.Transaction.Http().Path.StartsWithSegments($"/{AgencyPaths.Root}", StringComparison.OrdinalIgnoreCase)) context.SkipRequest();
        return default;
    }

    private static ValueTask Describe(HandleConfigurationRequestContext context)
    {
        var agency = context.Transaction.Agency();
        context.Issuer = new Uri(agency.Issuer);
        context.AuthorizationEndpoint = new Uri(context.BaseUri!, AgencyPaths.Authorize(agency.Code));
        context.TokenEndpoint = new Uri(context.BaseUri!, AgencyPaths.Token(agency.Code));
        context.JsonWebKeySetEndpoint = new Uri(context.BaseUri!, AgencyPaths.Keys(agency.Code));
        context.TokenEndpointAuthenticationMethods.Clear();
        context.TokenEndpointAuthenticationMethods.Add(ClientAuthenticationMethods.None);
        context.IdTokenSigningAlgorithms.Clear();
        context.IdTokenSigningAlgorithms.Add(Algorithms.RsaSha256);
        return default;
    }

    private static ValueTask ShowKey(HandleJsonWebKeySetRequestContext context)
    {
        context.Keys.Clear();
        context.Keys.Add(context.Transaction.Keys().PublicKeyOf(context.Transaction.Agency().Code));
        return default;
    }

    private static ValueTask NameIssuer(ApplyAuthorizationResponseContext context)
    {
        if (context.Response.Code is not null) context.Response.Iss = context.Transaction.Agency().Issuer;
        return default;
    }

    private static ValueTask SignAsAgency(GenerateTokenContext context)
    {
        // An authorization code stays between the two endpoints of this server.
        if (context.TokenType is not (TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken)) return default;
        var agency = context.Transaction.Agency();
        context.SigningCredentials = context.Transaction.Keys().CredentialsOf(agency.Code);
        context.Principal.SetClaim(Claims.Private.Issuer, agency.Issuer);
        return default;
    }
}
