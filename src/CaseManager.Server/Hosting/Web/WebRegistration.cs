using Microsoft.AspNetCore.StaticFiles;

namespace CaseManager.Server.Hosting.Web;

/// <summary>The web app for browsers.</summary>
public static class WebRegistration
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly (string Encoding, string Suffix)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    /// <param name="build">Build what is missing at start-up: Development, not tests.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, bool build)
    {
        services.AddSingleton<WebFiles>();
        services.AddSingleton<WebBuild>();
        services.AddSingleton<AppPage>();
        if (build) services.AddHostedService(provider => provider.GetRequiredService<WebBuild>());
        return services;
    }

    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", (string name, WebFiles files, HttpContext http) => Asset(files.App, name, http)).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/app/sign-in.json", (SignInChoices choices) => choices).AllowAnonymous().ExcludeFromDescription();
        // Every other address is a place in the app, if it does not look like a file.
        routes.MapFallback("{*path:nonfile}", (AppPage page, HttpContext http) => page.Show(http)).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    /// <summary>A file whose name carries a hash of its content, as the browser likes it best.</summary>
    public static IResult Asset(WebPart part, string name, HttpContext http)
    {
        if (part.Asset(name) is not { } path) return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept-Encoding";
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, suffix) in Compressed)
        {
            if (!accepted.Contains(encoding, StringComparison.Ordinal) || !File.Exists(path + suffix)) continue;
            headers.ContentEncoding = encoding;
            return Results.File(path + suffix, type);
        }
        return Results.File(path, type);
    }
}
