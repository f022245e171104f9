namespace CaseManager.Server.Kernel.Reading;

/// <summary>Which slice of a list is asked for, by sealed cursors. At most one of first and last.</summary>
public sealed record PageArgs(int? First, string? After, int? Last, string? Before)
{
    public const int Default = 10;
    public const int Most = 50;
}

/// <summary>A slice of a list; totals and cursors are worked out only when asked for.</summary>
public sealed record Page<TRow>(
    IReadOnlyList<TRow> Rows, bool HasNextPage, bool HasPreviousPage, Func<TRow, string> Cursor, Func<CancellationToken, Task<int>> TotalCount)
{
    public static Page<TRow> Empty { get; } = new([], false, false, _ => "", _ => Task.FromResult(0));
}

/// <summary>A cursor that this server did not give for this list; on the wire <c>HC0078</c>.</summary>
public sealed class BadCursorException() : Exception("The cursor does not belong to this list.");
