using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.SavedViews;

/// <summary>Facts of one saved view's stream. Stored for ever: add, never edit.</summary>
public interface ISavedViewFact : IFact;

/// <param name="Page">The page's short key, such as <c>cases</c>.</param>
/// <param name="Query">The filter as the page writes it into its address; absent: the page as it opens.</param>
public sealed record ViewSaved(OfficerId Officer, string Page, string Name, string? Query, Sharing Shared) : ISavedViewFact;

public sealed record SavedViewRenamed(string Was, string Is) : ISavedViewFact;

public sealed record SavedViewRemoved(string Name) : ISavedViewFact;
