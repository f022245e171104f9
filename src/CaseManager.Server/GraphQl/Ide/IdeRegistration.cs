using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>The query page for browsers.</summary>
public static class IdeRegistration
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <param name="build">Build the page at start-up where it is missing: Development, not tests.</param>
    public static IServiceCollection AddIde(this IServiceCollection services, bool build)
    {
        services.AddSingleton<IdeFiles>();
        services.AddSingleton<IdeBuild>();
        services.AddSingleton(provider => new IdePage(provider.GetRequiredService<IdeFiles>(), provider.GetRequiredService<IdeBuild>()));
        services.TryAddSingleton<IReadOnlyList<IdeOfficer>>([]);
        if (build) services.AddHostedService(provider => provider.GetRequiredService<IdeBuild>());
        return services;
    }

    /// <summary>The page's own files; the page itself is shown by <see cref="IdePage.Show"/> at the endpoint.</summary>
    public static IEndpointRouteBuilder MapIdeFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/graphql/ide/assets/{name}", Asset).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/graphql/ide/officers.json", (IReadOnlyList<IdeOfficer> officers) => officers).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static IResult Asset(string name, IdeFiles files, HttpResponse response)
    {
        if (files.Asset(name) is not { } path) return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable"; // the names carry a hash of the content
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(path, Types.TryGetContentType(name, out var type) ? type : "application/octet-stream");
    }
}
