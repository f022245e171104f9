using CaseManager.Server.Kernel.Store;
using Marten;
using Npgsql;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Writes what an act leaves behind and commits it: in one round trip, or with messages in two, through Wolverine's outbox.</summary>
public sealed class ActCommit(IDocumentStore store, IWolverineRuntime messages)
{
    /// <returns>The acting record's row as stored, where the act may show it.</returns>
    internal Task<object?> Commit(NpgsqlTransaction transaction, ActWrites writes, CancellationToken cancel) =>
        writes.Messages.Count == 0 ? AtOnce(transaction, writes, cancel) : WithMessages(transaction, writes, cancel);

    private static async Task<object?> AtOnce(NpgsqlTransaction transaction, ActWrites writes, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var statement in writes.Statements)
            batch.BatchCommands.Add(statement.Command());
        // The server skips whatever follows a statement that failed: what is not whole does not come this far.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));

        await using var rows = await batch.ExecuteReaderAsync(cancel);
        for (var append = 0; append < writes.Appends; append++)
            await rows.NextResultAsync(cancel);
        var row = writes.Shown is { } shape && await rows.ReadAsync(cancel) ? shape.Read(rows) : null;
        // A fault of a later statement, the commit's too, is told where its result is asked for.
        while (await rows.NextResultAsync(cancel))
        {
        }
        return row;
    }

    private async Task<object?> WithMessages(NpgsqlTransaction transaction, ActWrites writes, CancellationToken cancel)
    {
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: true));
        foreach (var statement in writes.Statements)
            session.QueueOperation(new SqlOperation(statement));
        var outbox = new MartenOutbox(messages, session);
        foreach (var reaction in writes.Messages)
            await outbox.PublishAsync(reaction.Message, reaction.At is { } due ? new() { ScheduledTime = due } : null);
        await session.SaveChangesAsync(cancel);
        return null;
    }
}
