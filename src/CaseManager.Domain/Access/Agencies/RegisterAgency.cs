using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Enters a body in the directory under the code of its identity issuer.</summary>
public sealed partial record RegisterAgency(AgencyId Agency, string Name, string? Country, string Zone)
{
    public const int LongestName = 200;

    public static readonly Refusal BadCode = new("agency.bad-code", "A code is 2 to 12 capital letters and digits, a letter first.");
    public static readonly Refusal BadCountry = new("agency.bad-country", "A country is an ISO 3166 code such as CA or CA-ON.");
    public static readonly Refusal Registered = new("agency.registered", "The agency is registered already, with other particulars.");

    public static Decision<IAgencyFact> Decide(Acting by, RegisterAgency command, Agency? agency)
    {
        if (command.Agency.Code is not { } code || !CodeForm().IsMatch(code) || command.Agency == Acting.SystemAgency)
            return BadCode.At("code");
        if (Text.Check(command.Name, LongestName, "name") is { } badName)
            return badName;
        if (command.Country is not null && !CountryForm().IsMatch(command.Country))
            return BadCountry.At("country");
        if (Kernel.Zone.Check(command.Zone, "zone") is { } badZone)
            return badZone;

        var registered = new AgencyRegistered(command.Agency, command.Name, command.Country, command.Zone);
        if (agency is null)
            return Decision<IAgencyFact>.Accept(registered);
        return agency == Access.Agency.Evolve(null, registered) ? Decision<IAgencyFact>.Nothing : Registered;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,11}\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\A[A-Z]{2}(-[A-Z0-9]{1,3})?\z")]
    private static partial Regex CountryForm();
}
