namespace CaseManager.Server.Kernel.Inbox;

/// <summary>How much waits for the caller.</summary>
/// <param name="Waiting">All that waits; <paramref name="Overdue"/> of it past its time.</param>
public sealed record InboxState(int Waiting, int Overdue);
