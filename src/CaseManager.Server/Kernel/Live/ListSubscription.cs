namespace CaseManager.Server.Kernel.Live;

/// <summary>Following lists.</summary>
public static class ListSubscription
{
    /// <summary>
    /// Which of the types have other records than before, among those the caller can see: at once those changed after the point, mostly none,
    /// as a sign that nothing is missed from then on, and then acts of about a second together. What changed is for the list to answer; an
    /// event says no more than asking it again would.
    /// </summary>
    /// <param name="types">By their names in this schema; of unknown names nothing is told.</param>
    public static IAsyncEnumerable<ListsChange> ListsChanged(IReadOnlyList<string> types, Since since, Caller caller, ListFeed feed, CancellationToken cancel) =>
        feed.Changes(caller, types, since, cancel);
}

/// <summary>Lists that are others than before.</summary>
/// <param name="Types">The types of their records.</param>
public sealed record ListsChange(IReadOnlyList<string> Types);
