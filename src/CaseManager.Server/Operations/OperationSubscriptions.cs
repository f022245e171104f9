using System.Runtime.CompilerServices;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Server.Operations;

/// <summary>Following an operation as it goes.</summary>
public static class OperationSubscriptions
{
    /// <summary>The board whenever it is another than before, under the rights of that moment; ends with the right to see the operation.</summary>
    public static async IAsyncEnumerable<Board> BoardChanged(OperationId operation, Caller caller, Feed feed, [EnumeratorCancellation] CancellationToken cancel)
    {
        Board? last = null;
        // One act pokes several records of the operation: the board that shows it is told once.
        var boards = feed.Answers<Board, OperationRow>(
            caller, operation.Value, poke => poke.Operation == operation.Value, (_, reader) => Board.Of(operation, reader, cancel), cancel);
        await foreach (var board in boards)
        {
            if (board == last)
                continue;
            last = board;
            yield return board;
        }
    }
}
