using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.SavedViews;

/// <summary>Further fields of a saved view.</summary>
public static class SavedViewFields
{
    /// <summary>All that happened to it.</summary>
    public static Task<IReadOnlyList<Change>> History(SavedViewRow view, IReader reader, CancellationToken cancel) => reader.History(view.Key, cancel);
}

/// <summary>What an officer shows of saved views.</summary>
public static class SavedViewsOfOfficer
{
    private static readonly Condition Kept = new Condition.Test(SavedViewRow.View["removed"], Operator.Eq, false);

    /// <summary>What the officer saved, as far as the caller may see it; on oneself also what colleagues of the agency share.</summary>
    public static Loaded<Page<SavedViewRow>> SavedViews(
        OfficerId officer, Where<SavedViewRow>? where, Order<SavedViewRow>? order, PageArgs page, Caller caller, IReader reader) =>
        officer == caller.Officer
            ? new(cancel => reader.Page(Kept, where, order, page, cancel))
            : reader.PageOf("officer", officer.Value, Kept, where, order, page);
}
