using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Releases;

/// <summary>Asks a case's originator whether another agency may be let in.</summary>
/// <param name="Due">Unanswered by then, the question lapses.</param>
public sealed record AskForRelease(AgencyId To, string Purpose, DateTimeOffset Due)
{
    /// <summary>How far ahead the answer may be due.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static readonly Refusal NotControlled = new("release.not-controlled", "The case does not carry H2: nobody need be asked.");
    public static readonly Refusal OwnToGive = new("release.own-to-give", "Your agency is the originator: it asks nobody.");
    public static readonly Refusal ToOriginator = new("release.to-originator", "The originating agency reads it already.");
    public static readonly Refusal DuePassed = new("release.due-passed", "The answer would be due already.");
    public static readonly Refusal DueTooFar = new("release.due-too-far", "The answer is due within ninety days at most.");
    public static readonly Refusal Waiting = new("release.waiting", "The originator has been asked for this agency and has not answered yet.");
    public static readonly Refusal Released = new("release.released", "It is released to this agency already.");

    public static Decision<IReleaseFact> Decide(Acting by, AskForRelease command, CaseBrief under, Release? release)
    {
        var originator = under.Label.Originator;
        if (Text.Check(command.Purpose, Reason.Longest, "purpose") is { } badPurpose)
            return badPurpose;
        if (command.Due <= by.At)
            return DuePassed.At("due");
        if (command.Due > by.At + Longest)
            return DueTooFar.At("due");
        if (!Release.IsAskedFor(under.Label))
            return NotControlled.At("case");
        if (by.Agency == originator)
            return OwnToGive.At("case");
        if (command.To == originator)
            return ToOriginator.At("to");
        if (release?.Status == ReleaseStatus.Asked)
            return Waiting.At("to");
        if (release?.Status == ReleaseStatus.Approved)
            return Released.At("to");

        return Decision<IReleaseFact>.Accept(new ReleaseAsked(
            (release?.Round ?? 0) + 1, under.Id, command.To, originator, by.Officer, by.Agency, command.Purpose, command.Due));
    }
}
