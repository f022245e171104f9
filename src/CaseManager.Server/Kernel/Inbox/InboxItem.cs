using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>Something that waits for the caller.</summary>
/// <param name="Kind">What is asked, such as <c>task.to-do</c>.</param>
/// <param name="Since">Since when it waits for the caller.</param>
/// <param name="Due">By when it is asked, if a time was set.</param>
/// <param name="Overdue">That time has passed.</param>
/// <param name="Case">The case it belongs to; absent for what belongs to an operation.</param>
/// <param name="Record">What it is about.</param>
public sealed record InboxItem(string Kind, DateTimeOffset Since, DateTimeOffset? Due, bool Overdue, CaseId? Case, AnyRecord Record);
