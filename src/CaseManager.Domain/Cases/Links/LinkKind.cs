namespace CaseManager.Domain.Cases;

/// <summary>What an entry is to the one it points at.</summary>
public enum LinkKind
{
    Related,
    Corroborates,
    Contradicts,
    FollowsFrom,
    Duplicates,
}
