using Npgsql;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>
/// Writes lines of the read log: what operations bring while one transaction is under way goes together in the next, so that reading costs a
/// share of a commit. On connections of its own: whoever waits here still holds the one it read on.
/// </summary>
public sealed class ReadWriter(string connectionString) : IAsyncDisposable
{
    private const int Connections = 4;
    private const int Seconds = 5;
    private const int MostTogether = 200;

    private const string Insert =
        """
        insert into cm.read_log (officer, agency, kind, operation, document, decision, view, label, also, records, total, emergency)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = Connections, CommandTimeout = Seconds, Timeout = Seconds });

    private readonly Lock _turn = new();
    private List<Waiting> _waiting = [];
    private bool _writing;

    internal NpgsqlDataSource Database => _own;

    /// <summary>Done when the lines are committed; fails with the fault that kept them from it.</summary>
    internal Task Write(IReadOnlyList<ReadLine> lines, CancellationToken cancel)
    {
        var mine = new Waiting(lines, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_turn)
        {
            _waiting.Add(mine);
            if (_writing)
                return mine.Written.Task.WaitAsync(cancel);
            _writing = true;
        }
        // What is written later is others', and belongs to no trace of whoever began.
        using (ExecutionContext.SuppressFlow())
            _ = WriteAll();
        return mine.Written.Task.WaitAsync(cancel);
    }

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    private async Task WriteAll()
    {
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                await Commit(together);
                together.ForEach(w => w.Written.SetResult());
            }
            catch (Exception fault)
            {
                together.ForEach(w => w.Written.SetException(fault));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (_turn)
        {
            var together = _waiting.Take(MostTogether).ToList();
            _waiting = _waiting.Count > MostTogether ? _waiting[MostTogether..] : [];
            _writing = together.Count > 0;
            return together;
        }
    }

    // One batch is one round trip and one transaction: all of it is committed, or nothing.
    private async Task Commit(List<Waiting> together)
    {
        await using var batch = _own.CreateBatch();
        foreach (var line in together.SelectMany(w => w.Lines))
            batch.BatchCommands.Add(Command(line));
        await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatchCommand Command(ReadLine line) => new(Insert)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = line.By.Officer.Value },
            new NpgsqlParameter<string> { TypedValue = line.By.Agency.Code },
            new NpgsqlParameter<string> { TypedValue = line.Occasion.Kind.ToString() },
            new NpgsqlParameter<string?> { TypedValue = line.Occasion.Operation },
            new NpgsqlParameter<string?> { TypedValue = line.Occasion.Document },
            new NpgsqlParameter<string> { TypedValue = line.Decision.ToString() },
            new NpgsqlParameter<string?> { TypedValue = line.View },
            new NpgsqlParameter<int> { TypedValue = line.Label },
            new NpgsqlParameter<int[]> { TypedValue = line.Also },
            new NpgsqlParameter<Guid[]> { TypedValue = line.Records },
            new NpgsqlParameter<int> { TypedValue = line.Total },
            new NpgsqlParameter<Guid?> { TypedValue = line.Emergency?.Value },
        },
    };

    private sealed record Waiting(IReadOnlyList<ReadLine> Lines, TaskCompletionSource Written);
}
