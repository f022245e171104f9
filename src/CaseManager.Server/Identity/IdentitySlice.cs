using CaseManager.Server.Identity.Development;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseManager.Server.Identity;

/// <summary>Registration of who may come in.</summary>
public static class IdentitySlice
{
    /// <summary>Throws if the settings are unsafe, above all if the local provider is asked for outside Development.</summary>
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var settings = IdentitySettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<KnownTokens>();
        builder.Services.AddAuthorization();
        AgencySchemes.Add(builder.Services, settings);
        if (settings.LocalProvider) LocalProvider.Add(builder.Services, settings);
        return builder;
    }

    /// <summary>Stands before every endpoint that asks <c>RequireAuthorization()</c>.</summary>
    public static WebApplication UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
