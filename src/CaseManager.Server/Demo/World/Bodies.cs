using CaseManager.Server.Identity;

namespace CaseManager.Server.Demo.World;

/// <summary>Northgate's agencies, their officers, and who is what in the task force.</summary>
internal static class Bodies
{
    public const string Northgate = "NG";

    private const string Since = "2026-02-02T05:00:00Z";
    private const string Registrar = "registrar.cfp";

    private static readonly Body[] _all =
    [
        new("CFP", "Canadian federal police", "CA", When.Toronto),
        new("OPS", "Ontario provincial service", "CA-ON", When.Toronto),
        new("CBA", "Border agency", "CA", When.Toronto),
        new("CHA", "Health authority", "CA", When.Toronto),
        new("USDE", "US drug enforcement partner", "US", When.NewYork),
        new("NLFI", "Dutch investigation service", "NL", When.Amsterdam),
        new("MXFG", "Mexican federal prosecutor", "MX", When.Mazatlan),
        new("INCL", "Liaison of the international control body", null, "Europe/Vienna"),
    ];

    private static readonly Dictionary<string, string> _languages = new()
    {
        ["jules.bedard"] = "fr-CA", ["ines.ouellet"] = "fr-CA", ["marc.tremblay"] = "fr-CA",
        ["piet.devries"] = "nl-NL", ["sanne.bakker"] = "nl-NL", ["elena.cruz"] = "es-MX",
    };

    // A. Novak is not among them: her agency takes part, she does not.
    private static readonly (string Officer, string Role)[] _members =
    [
        ("jules.bedard", "SUPERVISOR"), ("amara.okafor", "COORDINATOR"), ("maya.roy", "INVESTIGATOR"), ("nadia.haddad", "EXHIBIT_CUSTODIAN"),
        ("ines.ouellet", "AUDITOR"), ("theo.lang", "INVESTIGATOR"), ("lin.chen", "ANALYST"), ("priya.nair", "ANALYST"),
        ("daniel.reyes", "LIAISON"), ("sanne.bakker", "LIAISON"), ("elena.cruz", "LIAISON"), ("piet.devries", "MEMBER"),
    ];

    public static Body First => _all[0];

    public static Body Last => _all[^1];

    public static DemoAct LastJoins => Joins(Last);

    /// <summary>Each agency, then its officers, by its own registrar.</summary>
    public static IEnumerable<DemoAct> Register(IReadOnlyList<DemoOfficer> officers)
    {
        foreach (var body in _all)
        {
            var registrar = $"registrar.{body.Code.ToLowerInvariant()}";
            yield return new(registrar, "registerAgency", new { body.Name, body.Country, body.Zone });
            foreach (var officer in officers.Where(o => o.Agency == body.Code))
            {
                var language = _languages.GetValueOrDefault(officer.Subject, "en");
                yield return new(registrar, "registerOfficer", new { officer.Subject, officer.Name, language }, officer.Subject);
            }
        }
    }

    /// <summary>The task force with all but its last member, and its people.</summary>
    public static IEnumerable<DemoAct> SetUpNorthgate()
    {
        yield return new(Registrar, "establishTaskForce", new
        {
            code = Northgate, name = "JTF Northgate", purpose = "Precursor diversion and illicit fentanyl manufacture",
            agreement = "Northgate agreement v3", since = Since,
        }, Northgate);
        foreach (var body in _all[1..^1])
            yield return Joins(body);
        foreach (var (officer, role) in _members)
            yield return new(Registrar, "appointToTaskForce", new
            {
                taskForce = new The(Northgate), officer = new The(officer), role, reason = "Named in annex B of the agreement",
            });
    }

    private static DemoAct Joins(Body body) =>
        new(Registrar, "joinTaskForce", new { taskForce = new The(Northgate), agency = body.Code, from = Since });

    internal sealed record Body(string Code, string Name, string? Country, string Zone);
}
