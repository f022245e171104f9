using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>The read log: there is no setting that turns it off.</summary>
public static class ReadLogSetup
{
    public static void AddReadLog(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new ReadWriter(connectionString));
        services.AddSingleton<Probing>();
        services.AddSingleton<Overseers>();
        services.AddSingleton<Emergencies>();
        services.AddSingleton<ReachedReaders>();
        services.AddSingleton<ReadRecorder>();
        services.AddScoped(Asking<Oversight>);
        services.AddScoped(Asking<ReadLogReader>);
        services.AddScoped(Asking<ExposureReader>);
    }

    private static T Asking<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(
        services, (Reader)services.GetRequiredService<IReader>(), services.GetRequiredService<RequestCaller>().Required);
}
