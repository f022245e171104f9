using CaseManager.Domain.Kernel;
using CaseManager.Domain.SavedViews;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.SavedViews;

/// <summary>Filters that officers keep under names.</summary>
public sealed class SavedViewsSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [];

    public void Store(FactCatalog facts) => facts
        .Map<ViewSaved>("saved-view.saved.v1")
        .Map<SavedViewRenamed>("saved-view.renamed.v1")
        .Map<SavedViewRemoved>("saved-view.removed.v1")
        .Project(SavedViewRow.Projection);

    public void Wire(WireModel wire) => wire
        .Node<SavedViewRow, SavedViewId>("SavedView", SavedViewRow.View, id => id.Value)
        .Extend<SavedViewRow>(typeof(SavedViewFields))
        .ExtendById<OfficerId>(typeof(SavedViewsOfOfficer))
        .Mutation(typeof(SavedViewMutations));
}
