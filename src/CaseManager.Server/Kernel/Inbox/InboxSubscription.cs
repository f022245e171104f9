namespace CaseManager.Server.Kernel.Inbox;

/// <summary>Following one's inbox.</summary>
public static class InboxSubscription
{
    /// <summary>How much waits for the caller: at once, and then whenever something came, went or fell overdue, within a second or two.</summary>
    public static IAsyncEnumerable<InboxState> InboxChanged(Caller caller, InboxFeed feed, CancellationToken cancel) => feed.States(caller, cancel);
}
