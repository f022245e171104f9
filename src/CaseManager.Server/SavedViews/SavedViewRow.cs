using CaseManager.Domain.Kernel;
using CaseManager.Domain.SavedViews;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.SavedViews;

/// <summary>A page's filter under a name.</summary>
public readonly record struct SavedViewId(Guid Value) : IId<SavedViewId>
{
    public static SavedViewId Of(Guid value) => new(value);
}

/// <summary>A page's filter that an officer keeps under a name.</summary>
/// <param name="Officer">Who saved it.</param>
/// <param name="Page">The page's short key, such as <c>cases</c>.</param>
/// <param name="Query">The filter as the page writes it into its address; absent: the page as it opens.</param>
/// <param name="Shared">Who else sees it.</param>
/// <param name="Removed">It is on nobody's list any more.</param>
public sealed record SavedViewRow(
    SavedViewId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer, string Page, string Name, string? Query,
    Sharing Shared, bool Removed) : IRow
{
    public static View<SavedViewRow> View { get; } = new("saved_view")
    {
        Indexes = ["unique index on (officer, lower(name)) where not removed"],
        DefaultOrder = [("name", false)],
        Collisions = new Dictionary<string, Refusal>
        {
            ["saved_view_0"] = new("saved-view.name-taken", "Another of your saved views has this name.", "name"),
        },
    };

    public static Projected<ISavedViewFact, SavedViewRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static SavedViewRow Evolve(SavedViewRow? row, StoredFact<ISavedViewFact> stored)
    {
        var next = stored.Fact switch
        {
            ViewSaved e => new SavedViewRow(new SavedViewId(stored.Stream), 0, 0, default, e.Officer, e.Page, e.Name, e.Query, e.Shared, false),
            SavedViewRenamed e => row! with { Name = e.Is },
            SavedViewRemoved => row! with { Removed = true },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
