using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Ends an officer's service, now when no time is given.</summary>
public sealed record RecordDeparture(DateTimeOffset? On, string Reason)
{
    public static readonly Refusal Departed = new("officer.departed", "The officer has left the agency.");
    public static readonly Refusal Backdated = new("officer.departure-backdated", "A departure takes effect now or later: what was read until now was read by right.");

    public static Decision<IOfficerFact> Decide(Acting by, RecordDeparture command, Officer officer)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (by.Agency != officer.Agency)
            return RegisterOfficer.OtherAgency;
        if (officer.DepartedOn is { } departed)
            return command.On is null || command.On == departed ? Decision<IOfficerFact>.Nothing : Departed;
        if (command.On < by.At)
            return Backdated.At("on");

        return Decision<IOfficerFact>.Accept(new OfficerDeparted(command.On ?? by.At, command.Reason));
    }
}
