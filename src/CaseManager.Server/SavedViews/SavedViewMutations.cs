using CaseManager.Domain.Kernel;
using CaseManager.Domain.SavedViews;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.SavedViews;

/// <summary>Keeping filters for oneself, or for the agency.</summary>
public static class SavedViewMutations
{
    private static readonly Refusal TooMany = new("saved-view.too-many", "You have as many saved views as one may have: remove one first.");

    /// <summary>Keeps a page's filter under a name. What it looks for is read by all with whom it is shared.</summary>
    [Returns<SavedViewRow>("savedView")]
    public static async Task<Acted> SaveView(SaveViewInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        // It bounds a list and nobody's right: two saved at one moment may pass it.
        if (await HasMany(intent, reader, cancel))
            return TooMany;
        var id = Guid.NewGuid();
        var command = new SaveView(input.Page, input.Name, input.Query, input.Shared ?? Sharing.Nobody);
        return await ledger.Act(intent, new Undertaking(id, null, [], [], ground =>
            ground.Rights is { Registered: false }
                ? Grounds.NotPermitted
                : Deed.Of(id, Domain.SavedViews.SaveView.Decide(ground.By, command), SavedView.LabelOf(ground.By, command.Shared))), cancel);
    }

    [Returns<SavedViewRow>("savedView")]
    public static Task<Acted> RenameSavedView(RenameSavedViewInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnView(input.View, input.Version, intent, ledger, (view, by) => Domain.SavedViews.RenameSavedView.Decide(by, new RenameSavedView(input.Name), view), cancel);

    /// <summary>Takes it off the lists of all who saw it; its name is free again.</summary>
    [Returns<SavedViewRow>("savedView")]
    public static Task<Acted> RemoveSavedView(RemoveSavedViewInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnView(input.View, null, intent, ledger, (view, by) => Domain.SavedViews.RemoveSavedView.Decide(by, view), cancel);

    private static Task<Acted> OnView(
        SavedViewId id, long? seen, Intent intent, Ledger ledger, Func<SavedView, Acting, Decision<ISavedViewFact>> decide, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, seen, [], [], ground =>
            ground.Unknown(id.Value) is { } unknown
                ? unknown
                : Deed.Of(id.Value, decide(ground.State<SavedView, ISavedViewFact>(id.Value)!, ground.By), ground.LabelOf(id.Value)!)), cancel);

    private static async Task<bool> HasMany(Intent intent, IReader reader, CancellationToken cancel)
    {
        var own = new Condition.And(
        [
            new Condition.Test(SavedViewRow.View["officer"], Operator.Eq, intent.Caller.Officer),
            new Condition.Test(SavedViewRow.View["removed"], Operator.Eq, false),
        ]);
        var page = await reader.Page<SavedViewRow>(own, null, null, new PageArgs(0, null, null, null), cancel);
        return await page.TotalCount(cancel) >= SavedView.Most;
    }
}

/// <param name="Page">The page's short key, such as <c>cases</c>.</param>
/// <param name="Name">Unique among the officer's own, whether in capitals or not.</param>
/// <param name="Query">The filter as the page writes it into its address; the page as it opens when absent.</param>
/// <param name="Shared">Who else sees it; nobody when absent.</param>
public sealed record SaveViewInput(string Page, string Name, string? Query, Sharing? Shared);

/// <param name="Version">The version the person saw.</param>
public sealed record RenameSavedViewInput(SavedViewId View, long Version, string Name);

public sealed record RemoveSavedViewInput(SavedViewId View);
