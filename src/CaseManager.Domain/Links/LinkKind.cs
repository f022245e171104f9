namespace CaseManager.Domain.Links;

/// <summary>What a record is to the one it points at.</summary>
public enum LinkKind
{
    Related,
    Corroborates,
    Contradicts,
    FollowsFrom,
    Duplicates,

    /// <summary>Of an exhibit: taken in this operation, at this site. Made by the seizure alone.</summary>
    SeizedIn,
}
