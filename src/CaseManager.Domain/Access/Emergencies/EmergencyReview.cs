using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Whether opening the case was right.</summary>
public enum EmergencyVerdict
{
    Justified,
    NotJustified,
}

/// <summary>What a second person said of an emergency access: once, and for good.</summary>
public sealed record EmergencyReview(OfficerId By, EmergencyVerdict Verdict, string Note)
{
    /// <summary>Time for it from when the glass was broken; when it has passed the review is overdue, and still open.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(72);
}
