using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>What waits for the caller, from all slices.</summary>
public static class InboxQuery
{
    /// <summary>What waits for the caller: what is overdue first, then the soonest due, then the longest waiting.</summary>
    /// <param name="case">Only what concerns this case.</param>
    /// <param name="kinds">Only these kinds.</param>
    /// <param name="overdue">Only what is overdue, or only what is not.</param>
    public static Task<Page<InboxItem>> Inbox(
        PageArgs page, CaseId? @case, IReadOnlyList<string>? kinds, bool? overdue, InboxReader inbox, CancellationToken cancel) =>
        inbox.Page(new InboxFilter(@case, kinds, overdue), page, cancel);
}
