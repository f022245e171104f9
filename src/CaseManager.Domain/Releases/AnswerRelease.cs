using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Releases;

/// <summary>Lets an agency in, under conditions or none.</summary>
public sealed record ApproveRelease(string? Conditions)
{
    public static Decision<IReleaseFact> Decide(Acting by, ApproveRelease command, Release release)
    {
        if (Text.CheckOptional(command.Conditions, Reason.Longest, "conditions") is { } badInput)
            return badInput;
        return release.MustBeAsked(by) is { } no ? no : Decision<IReleaseFact>.Accept(new ReleaseApproved(release.Round, by.Officer, command.Conditions));
    }
}

/// <summary>Says no, and why.</summary>
public sealed record RefuseRelease(string Reason)
{
    public static Decision<IReleaseFact> Decide(Acting by, RefuseRelease command, Release release)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badInput)
            return badInput;
        return release.MustBeAsked(by) is { } no ? no : Decision<IReleaseFact>.Accept(new ReleaseRefused(release.Round, by.Officer, command.Reason));
    }
}

/// <summary>Takes an approval back. Who was let in by it stays until their role is withdrawn; nobody more is let in.</summary>
public sealed record RevokeRelease(string Reason)
{
    public static readonly Refusal NotReleased = new("release.not-released", "It is not released to this agency.");

    public static Decision<IReleaseFact> Decide(Acting by, RevokeRelease command, Release release)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badInput)
            return badInput;
        if (release.Originator != by.Agency)
            return Release.OnlyOriginator;
        return release.Status == ReleaseStatus.Approved ? Decision<IReleaseFact>.Accept(new ReleaseRevoked(release.Round, by.Officer, command.Reason)) : NotReleased;
    }
}

/// <summary>Asked by the product when an answer is due; says nothing when it was given in time.</summary>
/// <param name="Round">Names the question: a later one has its own time.</param>
public sealed record LapseRelease(int Round)
{
    public static readonly Refusal NotDueYet = new("release.not-due", "The answer is not due yet.");

    public static Decision<IReleaseFact> Decide(Acting by, LapseRelease command, Release release)
    {
        if (release.Status != ReleaseStatus.Asked || release.Round != command.Round)
            return Decision<IReleaseFact>.Nothing;
        return by.At < release.Due ? NotDueYet : Decision<IReleaseFact>.Accept(new ReleaseLapsed(release.Round));
    }
}
