namespace CaseManager.Domain.Kernel;

/// <summary>Why somebody did it: demanded wherever a later reader, or a court, will ask.</summary>
public static class Reason
{
    public const int Longest = 1_000;

    public static Refusal? Check(string? reason) => Text.Check(reason, Longest, "reason");
}
