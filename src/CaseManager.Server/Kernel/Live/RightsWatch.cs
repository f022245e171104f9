using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Rights;
using Npgsql;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Who has a connection open on this node. Registered by the host.</summary>
public delegate IReadOnlyCollection<Caller> LiveCallers();

/// <summary>Ends an officer's connections on this node. Registered by the host.</summary>
public delegate void EndLive(OfficerId officer);

/// <summary>
/// Notices within a second that the rights of somebody connected here have changed, on whichever node that was done or by the clock alone:
/// feeds look again whether they may go on, and who is no longer in service is cut off.
/// </summary>
public sealed class RightsWatch(Standings standings, Herald herald, LiveCallers callers, EndLive end, ILogger<RightsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private Dictionary<OfficerId, Standing> _known = [];

    /// <summary>Says to this node's listeners that the officer's rights may be others than before.</summary>
    public static Poke Changed(OfficerId officer) => new(officer.Value, null, -1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server goes down, and all connections with it.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        var live = callers().DistinctBy(c => c.Officer).ToDictionary(c => c.Officer);
        _known = _known.Where(k => live.ContainsKey(k.Key)).ToDictionary();
        if (live.Count == 0)
            return;
        try
        {
            foreach (var (officer, mark) in await standings.Marks(live.Keys, cancel))
            {
                // Whoever is new here may have lost rights since they were let in.
                if (_known.TryGetValue(officer, out var known) && known.HoldsAt(mark.Epoch, known.Labels, mark.At))
                    continue;
                var standing = await standings.Refresh(live[officer], cancel);
                if (!standing.Rights.Registered)
                    end(officer);
                herald.Stir(Changed(officer));
                _known[officer] = standing;
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Rights not looked at: {Fault}", fault.GetType().Name);
        }
    }
}
