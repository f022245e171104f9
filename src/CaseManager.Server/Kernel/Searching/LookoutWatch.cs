using Npgsql;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>Looks at what changed since a time, at everything when null, and returns when it began by the database's clock. The Interests slice's.</summary>
public delegate Task<DateTimeOffset> LookAround(DateTimeOffset? since, CancellationToken cancel);

/// <summary>
/// Looks out every few seconds, and at everything once when a node starts, so that nothing is missed that happened while none was there. At
/// its own pace and not with each act: how long an act takes says nothing of what others look out for.
/// </summary>
public sealed class LookoutWatch(LookAround look, ILogger<LookoutWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    private DateTimeOffset? _since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Pace);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server goes down.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            _since = await look(_since, cancel);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Not looked out: {Fault}", fault.GetType().Name);
        }
    }
}
