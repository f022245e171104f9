namespace CaseManager.Domain.Kernel;

/// <summary>What other nouns may know of a site of an operation, to say that something was taken there.</summary>
/// <param name="Place">In words, with its address where there is one.</param>
/// <param name="Label">Who may read the site; <paramref name="OfOperation"/> who may read the operation.</param>
/// <param name="NotEntered">Why nothing was taken there; null once a go has covered it.</param>
public sealed record SiteBrief(SiteId Id, OperationId Operation, string Place, Label Label, Label OfOperation, Refusal? NotEntered);
