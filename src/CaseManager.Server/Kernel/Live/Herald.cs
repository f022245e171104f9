using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Npgsql;

namespace CaseManager.Server.Kernel.Live;

/// <summary>"Something happened here": carries no content. Who listens asks again, under rights of that moment.</summary>
/// <param name="Stream">The record; <paramref name="Case"/> the case, or the operation, it belongs to, if any.</param>
/// <param name="Version">Its version after the act.</param>
public sealed record Poke(Guid Stream, Guid? Case, long Version)
{
    /// <summary>What belongs to an operation belongs to no case, and no id is given twice: one place serves both.</summary>
    public Guid? Operation => Case;
}

/// <summary>
/// Announces committed acts to listeners on this node and, coalesced into few notifications, on the others. Sent after the commit and
/// not in it: PostgreSQL serialises commits that notify. What a crash swallows, listeners find when they next look.
/// </summary>
public sealed class Herald(NpgsqlDataSource database, Ear ear, TimeProvider clock, ILogger<Herald> log) : BackgroundService
{
    internal const string ChannelName = "cm_pokes";
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    // A notification holds at most 8,000 bytes; a poke takes about 100.
    private const int MostAtOnce = 60;

    // A poke after a silence goes at once; what follows within this time rides together, for each notification costs a transaction.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<Listening, bool> _listeners = new();
    private readonly Lately _lately = new(clock);
    private readonly Channel<Poke> _outgoing = Channel.CreateBounded<Poke>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Announce(IReadOnlyList<Poke> pokes)
    {
        foreach (var poke in pokes)
        {
            Stir(poke);
            _outgoing.Writer.TryWrite(poke);
        }
    }

    /// <summary>Pokes to this node's listeners alone.</summary>
    public void Stir(Poke poke)
    {
        _lately.Hear(poke);
        foreach (var listener in _listeners.Keys)
            listener.Offer(poke);
    }

    /// <summary>At least all pokes since then; nothing when that is longer ago than this node remembers.</summary>
    public IReadOnlyList<Poke>? Since(DateTimeOffset at) => _lately.Since(at);

    /// <summary>Such pokes from now on, also those that come before the first is asked for.</summary>
    public Listening Listen(Func<Poke, bool> of)
    {
        var listener = new Listening(of, gone => _listeners.TryRemove(gone, out _));
        _listeners[listener] = true;
        return listener;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Send(stoppingToken), Receive(stoppingToken));

    private async Task Send(CancellationToken stop)
    {
        while (await WaitToSend(stop))
        {
            var lines = new List<string>();
            while (lines.Count < MostAtOnce && _outgoing.Reader.TryRead(out var poke))
                lines.Add($"{poke.Stream:N} {poke.Case?.ToString("N") ?? "-"} {poke.Version}");
            // Others listen, though this node could not speak: they would not look again by themselves.
            while (!stop.IsCancellationRequested && !await Sent(_node + "\n" + string.Join('\n', lines), stop))
                await Task.Delay(TryAgain, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lines.Count < MostAtOnce)
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Sent(string payload, CancellationToken stop)
    {
        try
        {
            // Not waited for on the disk: a poke that a crash swallows was lost before, too.
            await using var command = database.CreateCommand("select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)");
            command.Parameters.Add(new() { Value = ChannelName });
            command.Parameters.Add(new() { Value = payload });
            await command.ExecuteNonQueryAsync(stop);
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Pokes not sent to other nodes: {Fault}", fault.GetType().Name);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> WaitToSend(CancellationToken stop)
    {
        try
        {
            return await _outgoing.Reader.WaitToReadAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Receive(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ear.Listen(Hear, Stir, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("Not listening to other nodes: {Fault}", fault.GetType().Name);
                await Task.Delay(TryAgain, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Hear(string payload)
    {
        var lines = payload.Split('\n');
        if (lines[0] == _node)
            return;
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split(' ');
            Stir(new Poke(Guid.Parse(parts[0]), parts[1] == "-" ? null : Guid.Parse(parts[1]), long.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
    }
}
