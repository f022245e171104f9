namespace CaseManager.Domain.Links;

/// <summary>What a record is to the one it points at.</summary>
public enum LinkKind
{
    Related,
    Corroborates,
    Contradicts,
    FollowsFrom,
    Duplicates,
}
