using System.Diagnostics;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Live;

/// <summary>
/// Listens to other nodes on a connection of its own, outside the pool: what listens must not go back to those who ask. When the
/// connection was lost, it makes up for what was announced meanwhile.
/// </summary>
public sealed class Ear(string connectionString) : IAsyncDisposable
{
    // Longer than an act may take between getting its place in the store and its commit.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(Alone(new NpgsqlConnectionStringBuilder(connectionString)));

    // Places in the store: all that stands before the older one was committed while we listened.
    private long? _older;
    private long _newer;

    /// <summary>Returns only by a fault, or when stopped.</summary>
    /// <param name="hear">Takes what was said.</param>
    /// <param name="stir">Takes what may have been missed.</param>
    public async Task Listen(Action<string> hear, Action<Poke> stir, CancellationToken stop)
    {
        await using var connection = await _own.OpenConnectionAsync(stop);
        connection.Notification += (_, notice) => hear(notice.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Herald.ChannelName}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        if (_older is { } since)
            await MakeUp(connection, since, stir, stop);
        else
            _older = _newer = await Place(connection, stop);

        var marked = Stopwatch.GetTimestamp();
        while (true)
        {
            await connection.WaitAsync(Between, stop);
            if (Stopwatch.GetElapsedTime(marked) < Between)
                continue;
            (_older, _newer) = (_newer, await Place(connection, stop));
            marked = Stopwatch.GetTimestamp();
        }
    }

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    private static NpgsqlConnectionStringBuilder Alone(NpgsqlConnectionStringBuilder given)
    {
        given.Pooling = false;
        given.ApplicationName += "-ear";
        return given;
    }

    private static async Task<long> Place(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select coalesce(max(seq_id), 0) from {Schemas.Events}.mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task MakeUp(NpgsqlConnection connection, long since, Action<Poke> stir, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select e.stream_id, (l.body ->> 'case')::uuid, max(e.version) from {Schemas.Events}.mt_events e
            join cm.label l on l.id = (e.headers ->> 'label')::int where e.seq_id > $1 group by 1, 2
            """, connection) { Parameters = { new() { Value = since } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            stir(new Poke(rows.GetGuid(0), rows.IsDBNull(1) ? null : rows.GetGuid(1), rows.GetInt64(2)));
    }
}
