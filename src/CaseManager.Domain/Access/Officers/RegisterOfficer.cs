using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Enters a person of the registrar's own agency.</summary>
public sealed partial record RegisterOfficer(OfficerId Officer, AgencyId Agency, string Subject, string Name, string? Language)
{
    public const int LongestName = 200;
    public const int LongestSubject = 255;

    public static readonly Refusal OtherAgency = new("officer.other-agency", "An officer is registered by the officer's own agency.");
    public static readonly Refusal BadLanguage = new("officer.bad-language", "A language is a tag such as fr or fr-CA.");
    public static readonly Refusal Registered = new("officer.registered", "The officer is registered already, with other particulars.");

    public static Decision<IOfficerFact> Decide(Acting by, RegisterOfficer command, Officer? officer)
    {
        if (Text.Check(command.Subject, LongestSubject, "subject") is { } badSubject)
            return badSubject;
        if (Text.Check(command.Name, LongestName, "name") is { } badName)
            return badName;
        if (command.Language is not null && CheckLanguage(command.Language, "language") is { } badLanguage)
            return badLanguage;
        if (by.Agency != command.Agency && by.Agency != Acting.SystemAgency)
            return OtherAgency.At("agency");

        var registered = new OfficerRegistered(command.Officer, command.Agency, command.Subject, command.Name, command.Language);
        if (officer is null)
            return Decision<IOfficerFact>.Accept(registered);
        return officer == Access.Officer.Evolve(null, registered) ? Decision<IOfficerFact>.Nothing : Registered;
    }

    internal static Refusal? CheckLanguage(string? language, string field) =>
        language is not null && LanguageForm().IsMatch(language) ? null : BadLanguage.At(field);

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\z")]
    private static partial Regex LanguageForm();
}
