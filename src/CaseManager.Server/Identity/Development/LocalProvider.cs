using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CaseManager.Server.Identity.Development;

/// <summary>One OpenIddict server that plays every agency's issuer, each with its own key and address (ADR 0003).</summary>
internal static class LocalProvider
{
    /// <summary>The grant by which a script becomes a demo officer without a browser.</summary>
    internal const string DemoGrant = "urn:casemanager:demo-officer";

    internal static void Add(IServiceCollection services, IdentitySettings settings)
    {
        services.AddSingleton(provider => DevelopmentKeys.Of(
            settings, provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton(provider => new DevelopmentTokens(
            settings, provider.GetRequiredService<DevelopmentKeys>(), provider.GetRequiredService<TimeProvider>()));
        foreach (var agency in settings.Agencies) KnowKeysOf(services, agency);
        // It writes whole requests, names included, at the level of information.
        services.AddLogging(logging => logging.AddFilter("OpenIddict", LogLevel.Warning));
        services.AddOpenIddict().AddServer(server => Configure(server, settings));
    }

    // The guard takes the keys from memory and not from this same server's address, so that it works before the server
    // listens, on any port, and in tests without sockets.
    private static void KnowKeysOf(IServiceCollection services, AgencyIssuer agency) =>
        services.AddOptions<JwtBearerOptions>(agency.Scheme).Configure<DevelopmentKeys>((jwt, keys) =>
        {
            var known = new OpenIdConnectConfiguration { Issuer = agency.Issuer };
            known.SigningKeys.Add(keys.PublicKeyOf(agency.Code));
            jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(known);
        });

    private static void Configure(OpenIddictServerBuilder server, IdentitySettings settings)
    {
        var codes = settings.Agencies.Select(agency => agency.Code).ToList();
        server.SetConfigurationEndpointUris([.. codes.Select(AgencyPaths.Discovery)]);
        server.SetJsonWebKeySetEndpointUris([.. codes.Select(AgencyPaths.Keys)]);
        server.SetAuthorizationEndpointUris([.. codes.Select(AgencyPaths.Authorize)]);
        server.SetTokenEndpointUris([.. codes.Select(AgencyPaths.Token)]);

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.AllowCustomFlow(DemoGrant).AcceptAnonymousClients();
        server.RegisterScopes("openid", "profile", AccessTokenRules.Scope);
        server.SetAccessTokenLifetime(TimeSpan.FromHours(1));

        // A challenge sent in plain proves nothing to anyone who saw it.
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));

        // Degraded: no store of clients and tokens; the events below say what it would have said.
        server.EnableDegradedMode().DisableAccessTokenEncryption();
        // These two only close the authorization codes, which no one but this process opens again.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
        server.UseAspNetCore().DisableTransportSecurityRequirement();

        IssuerOfPath.AddTo(server);
        SignIn.AddTo(server);
        TokenRequests.AddTo(server);
    }
}
