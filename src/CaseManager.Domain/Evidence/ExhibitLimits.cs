namespace CaseManager.Domain.Evidence;

/// <summary>Longest texts, in UTF-16 units.</summary>
public static class ExhibitLimits
{
    public const int Description = 2_000;
    public const int Place = 500;
    public const int AuthorityReference = 200;
    public const int Seal = 64;
}
