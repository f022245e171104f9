using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CaseManager.Server.Identity.Development;

/// <summary>Access tokens of the local issuers, for tests, the seeder and the token command. Registered in Development only.</summary>
public sealed class DevelopmentTokens
{
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly IdentitySettings settings;
    private readonly DevelopmentKeys keys;
    private readonly TimeProvider clock;

    internal DevelopmentTokens(IdentitySettings settings, DevelopmentKeys keys, TimeProvider clock)
    {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /// <summary>A token for anybody of a configured agency.</summary>
    /// <param name="subject">A demo officer's subject, or any other.</param>
    /// <param name="agency">The agency's code; throws if it is not configured.</param>
    /// <param name="lifetime">One hour if not given.</param>
    /// <param name="appRoles">The demo officer's own if not given, none for anybody else.</param>
    public string For(string subject, string agency, TimeSpan? lifetime = null, IEnumerable<string>? appRoles = null)
    {
        var issuer = settings.Agencies.SingleOrDefault(entry => entry.Code == agency)
            ?? throw new ArgumentException($"No agency {agency} is configured.", nameof(agency));
        var officer = settings.DemoOfficers.FirstOrDefault(one => one.Agency == agency && one.Subject == subject);
        var now = clock.GetUtcNow().UtcDateTime;
        return Writer.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer.Issuer,
            Audience = issuer.ExpectedAudience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (lifetime ?? TimeSpan.FromHours(1)),
            SigningCredentials = keys.CredentialsOf(agency),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["tid"] = issuer.TenantId,
                ["name"] = officer?.Name ?? subject,
                ["scp"] = AccessTokenRules.Scope,
                ["roles"] = (appRoles ?? officer?.AppRoles ?? []).ToArray(),
            },
        });
    }
}
