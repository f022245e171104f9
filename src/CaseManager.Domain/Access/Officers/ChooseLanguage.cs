using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Says in which language an officer is spoken to. Each chooses their own.</summary>
public sealed record ChooseLanguage(string Language)
{
    public static readonly Refusal NotYours = new("officer.language-not-yours", "Each officer chooses their own language.");

    public static Decision<IOfficerFact> Decide(Acting by, ChooseLanguage command, Officer officer)
    {
        if (RegisterOfficer.CheckLanguage(command.Language, "language") is { } badLanguage)
            return badLanguage;
        if (by.Officer != officer.Id)
            return NotYours;
        if (officer.Language == command.Language)
            return Decision<IOfficerFact>.Nothing;

        return Decision<IOfficerFact>.Accept(new OfficerLanguageChosen(officer.Language, command.Language));
    }
}
