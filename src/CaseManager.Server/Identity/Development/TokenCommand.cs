namespace CaseManager.Server.Identity.Development;

/// <summary><c>-- token &lt;subject&gt; [--agency CODE]</c>: prints a bearer token for scripts. Development only.</summary>
public static class TokenCommand
{
    private const int Done = 0;
    private const int Refused = 2;

    // A working day: a script's author is not asked to renew.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Whether the command line asks for a token instead of a server.</summary>
    public static bool IsAsked(string[] args) => args is ["token", ..];

    /// <returns>The exit code: 0 with the token alone on <paramref name="answer"/>, 2 with a sentence on <paramref name="complaint"/>.</returns>
    public static int Run(string[] args, WebApplicationBuilder builder, TextWriter answer, TextWriter complaint)
    {
        if (!builder.Environment.IsDevelopment()) return Refuse("Tokens are made in Development only.");
        var settings = IdentitySettings.From(builder.Configuration, builder.Environment);
        if (!settings.LocalProvider) return Refuse("Identity:LocalProvider is off: the agencies' own issuers give the tokens.");

        var (subject, agency) = args switch
        {
            ["token", var one] => (one, AgencyOf(one, settings)),
            ["token", var one, "--agency", var code] => (one, code),
            _ => (null, null),
        };
        if (subject is null) return Refuse("Usage: token <subject> [--agency CODE]");
        if (agency is null) return Refuse($"No single demo officer is called {subject}; say --agency, or one of: {Subjects(settings)}");
        if (!settings.Agencies.Any(known => known.Code == agency)) return Refuse($"No agency {agency} is configured.");

        var keys = DevelopmentKeys.Of(settings, builder.Environment);
        answer.WriteLine(new DevelopmentTokens(settings, keys, TimeProvider.System).For(subject, agency, Lifetime));
        return Done;

        int Refuse(string why)
        {
            complaint.WriteLine(why);
            return Refused;
        }
    }

    private static string? AgencyOf(string subject, IdentitySettings settings) =>
        settings.DemoOfficers.Where(officer => officer.Subject == subject).ToList() is [var only] ? only.Agency : null;

    private static string Subjects(IdentitySettings settings) =>
        string.Join(" ", settings.DemoOfficers.Select(officer => officer.Subject));
}
