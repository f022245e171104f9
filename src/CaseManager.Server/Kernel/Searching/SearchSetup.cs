using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>The search of each request, in the request's own snapshot.</summary>
public static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchSources>();
        services.AddScoped(s => ActivatorUtilities.CreateInstance<SearchReader>(
            s, (Reader)s.GetRequiredService<IReader>(), s.GetRequiredService<RequestCaller>().Required));
    }
}
