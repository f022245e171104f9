using CaseManager.Server.Kernel.Reading;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>The inbox of each request, in the request's own snapshot.</summary>
public static class InboxSetup
{
    public static void AddInbox(this IServiceCollection services, IReadOnlyList<InboxSource> sources)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new InboxSources(sources));
        services.AddSingleton<InboxFeed>();
        services.AddScoped(s => ActivatorUtilities.CreateInstance<InboxReader>(
            s, (Reader)s.GetRequiredService<IReader>(), s.GetRequiredService<RequestCaller>().Required));
    }
}
