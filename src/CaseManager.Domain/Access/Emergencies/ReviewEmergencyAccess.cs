using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Judges an emergency access once it is over, with what was read under it in the read log.</summary>
public sealed record ReviewEmergencyAccess(EmergencyVerdict Verdict, string Note)
{
    public static readonly Refusal OwnEmergency = new("emergency.own", "A second person reviews it: nobody reviews their own emergency access.");
    public static readonly Refusal NotOver = new("emergency.not-over", "The emergency access is still open: end it first, or wait for its end.");
    public static readonly Refusal Reviewed = new("emergency.reviewed", "The emergency access has been reviewed already.");

    public static Decision<IEmergencyFact> Decide(Acting by, ReviewEmergencyAccess command, EmergencyAccess emergency)
    {
        if ((Choice.Check(command.Verdict, "verdict") ?? Text.Check(command.Note, Kernel.Reason.Longest, "note")) is { } badInput)
            return badInput;
        if (emergency.Officer == by.Officer)
            return OwnEmergency;
        if (emergency.Review is { } review)
            return review == new EmergencyReview(by.Officer, command.Verdict, command.Note) ? Decision<IEmergencyFact>.Nothing : Reviewed;
        if (by.At < emergency.EndsAt)
            return NotOver;

        return Decision<IEmergencyFact>.Accept(new GlassReviewed(by.Officer, command.Verdict, command.Note));
    }
}
