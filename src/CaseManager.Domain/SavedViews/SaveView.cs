using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.SavedViews;

/// <summary>Keeps a page's filter under a name. That no other of the officer's has the name is for the store to see to.</summary>
public sealed partial record SaveView(string Page, string Name, string? Query, Sharing Shared)
{
    public static readonly Refusal BadPage = new("saved-view.bad-page", "A page is named by up to 40 small letters, figures and hyphens.");

    public static Decision<ISavedViewFact> Decide(Acting by, SaveView command)
    {
        if (command.Page is null || !PageForm().IsMatch(command.Page))
            return BadPage.At("page");
        var badInput = Text.Check(command.Name, SavedView.LongestName, "name")
            ?? Text.CheckOptional(command.Query, SavedView.LongestQuery, "query")
            ?? Choice.Check(command.Shared, "shared");
        if (badInput is not null)
            return badInput;

        return Decision<ISavedViewFact>.Accept(new ViewSaved(by.Officer, command.Page, command.Name, command.Query, command.Shared));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex PageForm();
}
