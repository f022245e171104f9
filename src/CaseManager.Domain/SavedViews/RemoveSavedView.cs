using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.SavedViews;

/// <summary>Takes a saved view off the lists of all who saw it; its name is free again.</summary>
public sealed record RemoveSavedView
{
    public static Decision<ISavedViewFact> Decide(Acting by, SavedView view)
    {
        if (view.Officer != by.Officer)
            return SavedView.NotYours;
        if (view.Removed)
            return Decision<ISavedViewFact>.Nothing;

        return Decision<ISavedViewFact>.Accept(new SavedViewRemoved(view.Name));
    }
}
