using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CaseManager.Server.Identity;

/// <summary>What must hold of a token of one agency besides its signature, so that it opens this door and no other opens it.</summary>
internal static class AccessTokenRules
{
    /// <summary>The right an officer gives the client to act here; an id token and an application's own token never carry it.</summary>
    internal const string Scope = "cases.readwrite";

    private const int LongestSubject = 200;

    // Servers of several bodies are not on one clock, but a minute apart is a fault.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // Only an id token has them.
    private static readonly string[] IdTokenClaims = ["nonce", "at_hash", "c_hash", "s_hash"];

    internal static void ApplyTo(TokenValidationParameters rules, AgencyIssuer agency, TimeProvider clock)
    {
        // The agency rides on the scheme's name, which no claim can set.
        rules.AuthenticationType = agency.Scheme;
        rules.NameClaimType = JwtRegisteredClaimNames.Sub;
        rules.RoleClaimType = "roles";
        rules.ValidIssuer = agency.Issuer;
        rules.IssuerValidator = (issuer, _, _) => string.Equals(issuer, agency.Issuer, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("Another issuer.");
        rules.AudienceValidator = (audiences, _, _) => audiences.SequenceEqual([agency.ExpectedAudience], StringComparer.Ordinal);
        rules.ValidAudience = agency.ExpectedAudience;
        rules.ValidAlgorithms = TokenShape.Algorithms;
        rules.ValidTypes = TokenShape.Types;
        rules.RequireSignedTokens = true;
        rules.RequireExpirationTime = true;
        rules.ValidateIssuerSigningKey = true;
        rules.TryAllIssuerSigningKeys = false;
        rules.LifetimeValidator = (from, until, _, _) => IsRunning(from, until, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Asked of the claims of a token whose signature, issuer, audience and time are in order.</summary>
    internal static bool Admit(ClaimsPrincipal principal, AgencyIssuer agency)
    {
        if (Single(principal, JwtRegisteredClaimNames.Sub) is not { } subject || !IsName(subject)) return false;
        if (principal.FindFirst("oid") is not null && !(Single(principal, "oid") is { } person && IsName(person))) return false;
        if (principal.FindFirst("tid") is not null && Single(principal, "tid") != agency.TenantId) return false;
        if (Single(principal, "scp") is not { } scopes || !scopes.Split(' ').Contains(Scope)) return false;
        if (principal.FindFirst("idtyp") is { } kind && kind.Value != "user") return false;
        return !IdTokenClaims.Any(name => principal.FindFirst(name) is not null);
    }

    private static bool IsRunning(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now < Later(end) && (from is not { } start || start <= Later(now));

    private static DateTime Later(DateTime time) => time > DateTime.MaxValue - Skew ? time : time + Skew;

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestSubject && !text.Any(char.IsControl) && text.Trim() == text;

    private static string? Single(ClaimsPrincipal principal, string type)
    {
        var claims = principal.FindAll(type).Take(2).ToList();
        return claims is [{ ValueType: ClaimValueTypes.String } only] ? only.Value : null;
    }
}
