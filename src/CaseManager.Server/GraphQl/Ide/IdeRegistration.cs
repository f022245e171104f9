using CaseManager.Server.Hosting.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>The query page for browsers.</summary>
public static class IdeRegistration
{
    public static IServiceCollection AddIde(this IServiceCollection services)
    {
        services.AddSingleton(provider => new IdePage(provider.GetRequiredService<WebFiles>(), provider.GetRequiredService<WebBuild>()));
        services.TryAddSingleton<IReadOnlyList<IdeOfficer>>([]);
        return services;
    }

    /// <summary>The page's own files; the page itself is shown by <see cref="IdePage.Show"/> at the endpoint.</summary>
    public static IEndpointRouteBuilder MapIdeFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/graphql/ide/assets/{name}", (string name, WebFiles files, HttpContext http) => WebRegistration.Asset(files.Ide, name, http))
            .AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/graphql/ide/officers.json", (IReadOnlyList<IdeOfficer> officers) => officers).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }
}
