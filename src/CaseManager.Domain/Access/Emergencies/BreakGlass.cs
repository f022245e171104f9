using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Opens a case for reading in an emergency. Whether the officer may is <see cref="AccessLaw.MayBreakGlass"/>'s to say.</summary>
/// <param name="TaskForce">In which a role allows it.</param>
/// <param name="Minutes">How long, from now.</param>
public sealed record BreakGlass(EmergencyId Emergency, CaseId Case, TaskForceId TaskForce, string Reason, int Minutes)
{
    public const int MostMinutes = 240;

    public static readonly Refusal BadLimit = new("emergency.bad-limit", "Emergency access lasts from one minute to four hours.");
    public static readonly Refusal NobodyToTell = new("emergency.nobody-to-tell", "Nobody else oversees the task force: there is nobody to be told of it and to review it.");
    public static readonly Refusal NotReviewed = new("emergency.not-reviewed", "Your last emergency access to this case has not been reviewed yet.");
    public static readonly Refusal SeveralCases = new("emergency.several-cases", "Several agencies have a case of this number: name the agency.");

    /// <summary>What is wrong with the reason or the limit, whoever asks and for whichever case.</summary>
    public static Refusal? Check(string reason, int minutes) =>
        Kernel.Reason.Check(reason) ?? (minutes is < 1 or > MostMinutes ? BadLimit.At("minutes") : null);

    /// <param name="overseers">Those of the task force who are told of it and can review it, without the officer.</param>
    public static Decision<IEmergencyFact> Decide(Acting by, BreakGlass command, IReadOnlyCollection<OfficerId> overseers)
    {
        if (Check(command.Reason, command.Minutes) is { } badInput)
            return badInput;
        if (!overseers.Any(overseer => overseer != by.Officer))
            return NobodyToTell;

        return Decision<IEmergencyFact>.Accept(new GlassBroken(
            command.Emergency, by.Officer, by.Agency, command.TaskForce, command.Case, command.Reason, by.At, by.At.AddMinutes(command.Minutes)));
    }
}
