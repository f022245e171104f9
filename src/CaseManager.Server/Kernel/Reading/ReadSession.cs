using System.Data;
using CaseManager.Server.Kernel.Rights;
using Npgsql;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>
/// One connection, one snapshot, one set of rights for a whole request. The rights go with the first question in one round trip and are
/// compared with the database of that same snapshot; if they have changed, the question is asked again under the new ones.
/// </summary>
internal sealed class ReadSession(NpgsqlDataSource database, Standings standings, Caller caller) : IAsyncDisposable
{
    // Plans are kept as they are: planning one anew for each question's values costs as much as answering it.
    private const string Reading = "set_config('role', 'cm_read', true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('cm.labels', ";
    private const string Assume = $"select {Reading}$1, true)";
    private const string CompareAndAssume = $"{Standings.Watermark}, {Reading}$2, true)";

    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private bool _last;
    private bool _over;
    private Standing? _standing;

    /// <summary>What the first question was asked under.</summary>
    public Standing Standing => _standing ?? throw new InvalidOperationException("Nothing was asked yet.");

    /// <summary>Round trips to the database so far.</summary>
    public int RoundTrips { get; private set; }

    /// <summary>The next question is the request's last: the transaction ends in the same round trip, and whatever is asked after it is a fault.</summary>
    public void Last() => _last = true;

    public async Task<T> Ask<T>(NpgsqlBatchCommand question, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel)
    {
        if (_over)
            throw new InvalidOperationException("A question after the last one would be answered from another snapshot.");
        _over = _last;
        if (_transaction is not null)
        {
            RoundTrips++;
            await using var batch = Batch(question);
            await using var rows = await batch.ExecuteReaderAsync(cancel);
            return await read(rows);
        }
        var (held, answer, added) = await First(await standings.Latest(caller, cancel), question, read, cancel);
        if (!held && added is not null)
            (held, answer, _) = await First(added, question = Anew(question), read, cancel);
        return held ? answer! : await Pinned(Anew(question), read, cancel);
    }

    /// <summary>Ends the snapshot: whatever is asked after it is a fault.</summary>
    public async ValueTask GiveBack()
    {
        _over = true;
        await DisposeAsync();
        (_transaction, _connection) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    // The rights kept were old: read them in the snapshot of the question itself, where nothing can overtake them.
    private async Task<T> Pinned<T>(NpgsqlBatchCommand question, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel)
    {
        _connection = await database.OpenConnectionAsync(cancel);
        _transaction = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        RoundTrips += 2;
        var standing = _standing = await standings.ReadIn(_connection, caller, cancel);
        await using var batch = Batch(new(Assume) { Parameters = { new NpgsqlParameter<string> { TypedValue = standing.ReadableText } } }, question);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        return await read(rows);
    }

    /// <returns>Added: the same rights with labels added meanwhile, when nothing else has changed.</returns>
    private async Task<(bool Held, T? Answer, Standing? Added)> First<T>(
        Standing standing, NpgsqlBatchCommand question, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel)
    {
        _connection ??= await database.OpenConnectionAsync(cancel);
        _transaction = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        RoundTrips++;
        var assume = new NpgsqlBatchCommand(CompareAndAssume)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = caller.Officer.Value }, new NpgsqlParameter<string> { TypedValue = standing.ReadableText },
            },
        };
        await using var batch = Batch(assume, question);
        long epoch;
        int highest;
        DateTimeOffset at;
        await using (var rows = await batch.ExecuteReaderAsync(cancel))
        {
            await rows.ReadAsync(cancel);
            (epoch, highest, at) = (rows.GetInt64(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(2));
            if (standing.HoldsAt(epoch, highest, at))
            {
                _standing = standing;
                await rows.NextResultAsync(cancel);
                return (true, await read(rows), null);
            }
        }
        await _transaction.DisposeAsync();
        _transaction = null;
        // Given back: were it lost just now, opening another one says so, and says it as an outage.
        await _connection.DisposeAsync();
        _connection = null;
        return (false, default, await standings.Kept(caller, epoch, highest, at, cancel));
    }

    private NpgsqlBatch Batch(params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(_connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        if (_last)
            batch.BatchCommands.Add(new("commit"));
        return batch;
    }

    // A command remembers how it was prepared, and that holds on its first connection only.
    private static NpgsqlBatchCommand Anew(NpgsqlBatchCommand question)
    {
        var again = new NpgsqlBatchCommand(question.CommandText);
        foreach (NpgsqlParameter parameter in question.Parameters)
            again.Parameters.Add(parameter.Clone());
        return again;
    }
}
