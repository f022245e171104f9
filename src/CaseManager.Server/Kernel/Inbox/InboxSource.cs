using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>
/// One kind of thing that can wait for an officer, as rows of a view. A slice registers its own; the inbox knows none of their nouns.
/// </summary>
/// <param name="Kind">Stable name as on the wire: <c>noun.what-is-asked</c>.</param>
/// <param name="Waits">Which of the view's rows wait for somebody with these rights at that time.</param>
public sealed record InboxSource(string Kind, IView View, Func<Domain.Access.Rights, DateTimeOffset, Condition> Waits)
{
    /// <summary>The case it belongs to; none for what belongs to an operation, whose readers need not know of its case.</summary>
    public Column? Case { get; init; }

    /// <summary>Since when it waits for the officer.</summary>
    public required Column Since { get; init; }

    /// <summary>By when it is asked.</summary>
    public Column? Due { get; init; }

    /// <summary>Whether that time has passed.</summary>
    public Column? Overdue { get; init; }
}

/// <summary>The inbox sources of all slices.</summary>
public sealed record InboxSources(IReadOnlyList<InboxSource> All);
