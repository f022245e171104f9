using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>Sockets and event streams. The host registers <see cref="ILiveEngine"/> and <see cref="AuthenticateLive"/> beside them.</summary>
public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(LiveLimits.Section).Get<LiveLimits>() ?? new LiveLimits());
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<ILiveSessions>(provider => provider.GetRequiredService<LiveSessions>());
        services.AddSingleton(provider => new LiveSockets(provider));
        services.AddSingleton(provider => new EventStreams(provider));
        return services;
    }
}
