namespace CaseManager.Server.Identity;

/// <summary>The configuration section <c>Identity</c>.</summary>
public sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>One entry per agency that may send its officers.</summary>
    public IReadOnlyList<AgencyIssuer> Agencies { get; init; } = [];

    /// <summary>Let the local provider of Development play every agency's issuer.</summary>
    public bool LocalProvider { get; init; }

    /// <summary>The local provider's address as it stands in <c>iss</c>.</summary>
    public string DevelopmentBase { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Where the local provider keeps its keys, relative to the repository, or to the application where there is none.</summary>
    public string KeyFolder { get; init; } = ".data/identity";

    /// <summary>Whom the local provider's sign-in page offers.</summary>
    public IReadOnlyList<DemoOfficer> DemoOfficers { get; init; } = [];

    /// <summary>Reads the section; throws with a sentence for the operator if it cannot be trusted to keep agencies apart.</summary>
    public static IdentitySettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection(Section).Get<IdentitySettings>() ?? new IdentitySettings();
        if (settings.LocalProvider && !environment.IsDevelopment()) throw new InvalidOperationException(
            $"Identity:LocalProvider gives a token to anyone who asks for one. It runs in Development only, and this is {environment.EnvironmentName}: remove the setting.");
        if (settings.LocalProvider) settings = settings.PlayedLocally();
        if (AgencyIssuer.FaultIn(settings.Agencies, environment) is { } fault) throw new InvalidOperationException(fault);
        return settings;
    }

    private IdentitySettings PlayedLocally() => new()
    {
        Agencies = [.. Agencies.Select(agency => agency.PlayedAt($"{DevelopmentBase.TrimEnd('/')}/dev-identity"))],
        LocalProvider = true,
        DevelopmentBase = DevelopmentBase.TrimEnd('/'),
        KeyFolder = KeyFolder,
        DemoOfficers = DemoOfficers,
    };
}
