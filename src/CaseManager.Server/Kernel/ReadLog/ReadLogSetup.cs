using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>The read log: there is no setting that turns it off.</summary>
public static class ReadLogSetup
{
    public static void AddReadLog(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new ReadWriter(connectionString));
        services.AddSingleton<Probing>();
        services.AddSingleton<ReachedReaders>();
        services.AddSingleton<ReadRecorder>();
        services.AddScoped(s => ActivatorUtilities.CreateInstance<ReadLogReader>(
            s, (Reader)s.GetRequiredService<IReader>(), s.GetRequiredService<RequestCaller>().Required));
    }
}
