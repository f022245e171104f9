namespace CaseManager.Server.Kernel.Live;

/// <summary>Following lists.</summary>
public static class ListSubscription
{
    /// <summary>
    /// Which of the types have other records than before, among those the caller can see: none at once, as a sign that nothing is missed from
    /// then on, and then acts of about a second together. What changed is for the list to answer; an event says no more than asking it again would.
    /// </summary>
    /// <param name="types">By their names in this schema; of unknown names nothing is told.</param>
    public static IAsyncEnumerable<ListsChange> ListsChanged(IReadOnlyList<string> types, Caller caller, ListFeed feed, CancellationToken cancel) =>
        feed.Changes(caller, types, cancel);
}

/// <summary>Lists that are others than before.</summary>
/// <param name="Types">The types of their records.</param>
public sealed record ListsChange(IReadOnlyList<string> Types);
