using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

public sealed record CorrectOfficerName(string Name, string Reason)
{
    public static Decision<IOfficerFact> Decide(Acting by, CorrectOfficerName command, Officer officer)
    {
        if (Text.Check(command.Name, RegisterOfficer.LongestName, "name") is { } badName)
            return badName;
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (by.Agency != officer.Agency)
            return RegisterOfficer.OtherAgency;
        if (officer.Name == command.Name)
            return Decision<IOfficerFact>.Nothing;

        return Decision<IOfficerFact>.Accept(new OfficerNameCorrected(officer.Name, command.Name, command.Reason));
    }
}
