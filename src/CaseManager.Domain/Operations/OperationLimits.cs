namespace CaseManager.Domain.Operations;

/// <summary>Longest texts, in UTF-16 units, and largest counts.</summary>
public static class OperationLimits
{
    public const int Name = 60;
    public const int Aim = 2_000;
    public const int Sites = 50;
    public const int Phases = 20;
    public const int PhaseName = 60;
    public const int Place = 200;
    public const int Address = 300;
    public const int AuthorityReference = 100;
    public const int PolicyName = 60;

    /// <summary>Minutes that a phase lies before or after H at most: a week.</summary>
    public const int PhaseMinutes = 7 * 24 * 60;

    /// <summary>Widest simultaneity window, in minutes.</summary>
    public const int Window = 24 * 60;
}
