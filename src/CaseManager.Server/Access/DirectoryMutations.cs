using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Registering bodies and people.</summary>
public static class DirectoryMutations
{
    /// <summary>Enters the caller's own agency, under the code of its issuer. Registrars only.</summary>
    [Returns<AgencyRow>("agency")]
    public static Task<Acted> RegisterAgency(RegisterAgencyInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var agency = intent.Caller.Agency;
        var stream = AgencyRow.KeyOf(agency);
        return ledger.Act(intent, new Undertaking(stream, null, [], [], ground =>
            ground.ForbidsRegistrar(Permission.RegisterAgency) is { } no
                ? no
                : Deed.Of(stream, Domain.Access.RegisterAgency.Decide(
                    ground.By, new RegisterAgency(agency, input.Name, input.Country, input.Zone), ground.State<Agency, IAgencyFact>(stream)),
                    Label.Community(agency))), cancel);
    }

    /// <summary>Enters an officer of the caller's own agency. Registrars only.</summary>
    [Returns<OfficerRow>("officer")]
    public static Task<Acted> RegisterOfficer(RegisterOfficerInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var agency = intent.Caller.Agency;
        var officer = OfficerIds.Of(agency, input.Subject);
        return ledger.Act(intent, new Undertaking(officer.Value, null, [], [], ground =>
            ground.ForbidsRegistrar(Permission.RegisterOfficer) is { } no
                ? no
                : Deed.Of(officer.Value, Domain.Access.RegisterOfficer.Decide(
                    ground.By, new RegisterOfficer(officer, agency, input.Subject, input.Name, input.Language), ground.State<Officer, IOfficerFact>(officer.Value)),
                    Label.Community(agency))), cancel);
    }

    /// <summary>Corrects how an officer is called. Registrars of the officer's agency only.</summary>
    [Returns<OfficerRow>("officer")]
    public static Task<Acted> CorrectOfficerName(CorrectOfficerNameInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOfficer(input.Officer, input.Version, intent, ledger, input.Reason,
            (officer, by) => Domain.Access.CorrectOfficerName.Decide(by, new CorrectOfficerName(input.Name, input.Reason), officer), cancel);

    /// <summary>Ends an officer's service: every right ends with it. Registrars of the officer's agency only.</summary>
    [Returns<OfficerRow>("officer")]
    public static Task<Acted> RecordDeparture(RecordDepartureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOfficer(input.Officer, null, intent, ledger, input.Reason,
            (officer, by) => Domain.Access.RecordDeparture.Decide(by, new RecordDeparture(input.On, input.Reason), officer), cancel);

    /// <summary>Says in which language the caller is spoken to.</summary>
    [Returns<OfficerRow>("officer")]
    public static Task<Acted> ChooseLanguage(ChooseLanguageInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var self = intent.Caller.Officer.Value;
        return ledger.Act(intent, new Undertaking(self, null, [], [], ground =>
            ground.Unknown(self) is { } unknown
                ? unknown
                : Deed.Of(self, Domain.Access.ChooseLanguage.Decide(ground.By, new ChooseLanguage(input.Language), ground.State<Officer, IOfficerFact>(self)!),
                    ground.LabelOf(self)!)), cancel);
    }

    private static Task<Acted> OnOfficer(
        OfficerId id, long? seen, Intent intent, Ledger ledger, string? reason, Func<Officer, Acting, Decision<IOfficerFact>> decide, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, seen, [], [], ground =>
            ground.Unknown(id.Value) is { } unknown ? unknown
            : ground.ForbidsRegistrar(Permission.RegisterOfficer) is { } no ? no
            : Deed.Of(id.Value, decide(ground.State<Officer, IOfficerFact>(id.Value)!, ground.By), ground.LabelOf(id.Value)!, reason)) { Affects = [id] }, cancel);
}

/// <param name="Country">ISO 3166-1 alpha-2 or a subdivision such as <c>CA-ON</c>; none for an international body.</param>
/// <param name="Zone">IANA name such as <c>America/Toronto</c>.</param>
public sealed record RegisterAgencyInput(string Name, string? Country, string Zone);

/// <param name="Subject">The person's identifier at the agency's issuer.</param>
/// <param name="Language">BCP 47 tag such as <c>fr-CA</c>.</param>
public sealed record RegisterOfficerInput(string Subject, string Name, string? Language);

public sealed record CorrectOfficerNameInput(OfficerId Officer, long Version, string Name, string Reason);

/// <param name="On">When the service ends; now when absent, never in the past.</param>
public sealed record RecordDepartureInput(OfficerId Officer, DateTimeOffset? On, string Reason);

/// <param name="Language">BCP 47 tag such as <c>fr</c> or <c>en-CA</c>.</param>
public sealed record ChooseLanguageInput(string Language);
