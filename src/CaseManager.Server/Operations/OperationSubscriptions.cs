using System.Security.Cryptography;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Server.Operations;

/// <summary>Following an operation as it goes.</summary>
public static class OperationSubscriptions
{
    /// <summary>
    /// The board whenever it is another than before, under the rights of that moment; ends with the right to see the operation. One act that
    /// changes several records of the operation is told once.
    /// </summary>
    public static IAsyncEnumerable<Told<Board>> BoardChanged(OperationId operation, Since since, Caller caller, Feed feed, TimeProvider clock, CancellationToken cancel) =>
        feed.States<Board, OperationRow>(
            caller, operation.Value, poke => poke.Operation == operation.Value, reader => Board.Of(operation, reader, clock, cancel), Mark, since, cancel);

    private static string Mark(Board board) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(board, FactJson.Options)));
}
