using System.Collections.Concurrent;
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
public sealed class Herald(NpgsqlDataSource database, ILogger<Herald> log) : BackgroundService
{
    private const string ChannelName = "cm_pokes";
    private const int MostWaiting = 1_000;

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<Guid, Channel<Poke>> _listeners = new();
    private readonly Channel<Poke> _outgoing = Channel.CreateBounded<Poke>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Announce(IReadOnlyList<Poke> pokes)
    {
        foreach (var poke in pokes)
        {
            Deliver(poke);
            _outgoing.Writer.TryWrite(poke);
        }
    }

    /// <summary>Pokes from now on. A listener that does not keep up loses the oldest: each poke only says "look again".</summary>
    public async IAsyncEnumerable<Poke> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<Poke>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[id] = channel;
        try
        {
            await foreach (var poke in channel.Reader.ReadAllAsync(cancel))
                yield return poke;
        }
        finally
        {
            _listeners.TryRemove(id, out _);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Send(stoppingToken), Receive(stoppingToken));

    private void Deliver(Poke poke)
    {
        foreach (var channel in _listeners.Values)
            channel.Writer.TryWrite(poke);
    }

    private async Task Send(CancellationToken stop)
    {
        while (await WaitToSend(stop))
        {
            var lines = new List<string>();
            // A notification holds at most 8,000 bytes; a poke takes about 100.
            while (lines.Count < 60 && _outgoing.Reader.TryRead(out var poke))
                lines.Add($"{poke.Stream:N} {poke.Case?.ToString("N") ?? "-"} {poke.Version}");
            try
            {
                await using var command = database.CreateCommand("select pg_notify($1, $2)");
                command.Parameters.Add(new() { Value = ChannelName });
                command.Parameters.Add(new() { Value = _node + "\n" + string.Join('\n', lines) });
                await command.ExecuteNonQueryAsync(stop);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Pokes not sent to other nodes: {Fault}", fault.GetType().Name);
            }
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
                await using var connection = await database.OpenConnectionAsync(stop);
                connection.Notification += (_, notice) => Hear(notice.Payload);
                await using (var listen = new NpgsqlCommand($"listen {ChannelName}", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                while (true)
                    await connection.WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or System.IO.IOException)
            {
                log.LogWarning("Not listening to other nodes: {Fault}", fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            Deliver(new Poke(Guid.Parse(parts[0]), parts[1] == "-" ? null : Guid.Parse(parts[1]), long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
