using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.SavedViews;

public sealed record RenameSavedView(string Name)
{
    public static Decision<ISavedViewFact> Decide(Acting by, RenameSavedView command, SavedView view)
    {
        if (Text.Check(command.Name, SavedView.LongestName, "name") is { } badName)
            return badName;
        if (view.Officer != by.Officer)
            return SavedView.NotYours;
        if (view.Removed)
            return SavedView.IsRemoved;
        if (view.Name == command.Name)
            return Decision<ISavedViewFact>.Nothing;

        return Decision<ISavedViewFact>.Accept(new SavedViewRenamed(view.Name, command.Name));
    }
}
