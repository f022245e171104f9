using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.SavedViews;

/// <summary>Who else sees a saved view.</summary>
public enum Sharing
{
    Nobody,

    /// <summary>The officers of the officer's agency.</summary>
    Agency,
}

/// <summary>What the rules need to know of a saved view: whose it is, and what it is called.</summary>
public sealed record SavedView(OfficerId Officer, string Name, bool Removed) : IState<SavedView, ISavedViewFact>
{
    public const int LongestName = 100;
    public const int LongestQuery = 2_000;

    /// <summary>How many one officer keeps at most.</summary>
    public const int Most = 100;

    public static readonly Refusal NotYours = new("saved-view.not-yours", "A saved view is changed by the officer who saved it.");
    public static readonly Refusal IsRemoved = new("saved-view.removed", "The saved view was removed.");

    public static SavedView Evolve(SavedView? state, ISavedViewFact fact) => fact switch
    {
        ViewSaved e => new SavedView(e.Officer, e.Name, false),
        SavedViewRenamed e => state! with { Name = e.Is },
        SavedViewRemoved => state! with { Removed = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>What somebody looks for says something, so it is for their own eyes if they do not share it.</summary>
    public static Label LabelOf(Acting by, Sharing shared) => shared == Sharing.Agency
        ? new Label(by.Agency, Tlp.AmberStrict, null, null, [])
        : new Label(by.Agency, Tlp.Red, null, null, [by.Officer]);
}
