using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Ends emergency access before its time: by the officer who has it, or with a reason by who oversees it.</summary>
public sealed record GiveBackEmergencyAccess(string? Reason)
{
    public static Decision<IEmergencyFact> Decide(Acting by, GiveBackEmergencyAccess command, EmergencyAccess emergency)
    {
        var badReason = by.Officer == emergency.Officer ? Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason") : Kernel.Reason.Check(command.Reason);
        if (badReason is not null)
            return badReason;
        if (emergency.EndsAt <= by.At)
            return Decision<IEmergencyFact>.Nothing;

        return Decision<IEmergencyFact>.Accept(new GlassMended(emergency.Officer, by.Officer, command.Reason, by.At));
    }
}
