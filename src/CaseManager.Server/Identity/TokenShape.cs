using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace CaseManager.Server.Identity;

/// <summary>What can be said of a token before any signature is checked. Nothing here is trusted but a "no".</summary>
internal static class TokenShape
{
    private const int LongestToken = 16 * 1024;

    /// <summary>Entra signs with RS256; the others are its announced successors. Symmetric ones and none are never taken.</summary>
    internal static readonly string[] Algorithms = ["RS256", "PS256", "ES256"];

    /// <summary>An access token's own type; a logout token, a DPoP proof and an id token by a strict issuer say another.</summary>
    internal static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    // A key or a rule brought along by the token itself; no issuer of ours sends any of them.
    private static readonly string[] BroughtAlong = ["jku", "jwk", "x5u", "x5c", "crit", "zip", "enc", "b64"];

    // The same member twice is read differently by different readers: refused, whoever would win.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    // Without the blanks and the padding that decoders tolerate: they would give one token several spellings.
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The unverified <c>iss</c>, or null if this cannot be an access token of any issuer.</summary>
    internal static string? IssuerNamedBy(string token)
    {
        if (token.Length > LongestToken) return null;
        var parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0)) return null;
        using var header = Read(parts[0]);
        if (header is null || !IsAccessTokenHeader(header.RootElement)) return null;
        using var claims = Read(parts[1]);
        return claims is not null && AreOfRightKinds(claims.RootElement) ? Text(claims.RootElement, "iss") : null;
    }

    // The token library reads a number as a name and a text as a time; one person could then be written in two ways.
    private static bool AreOfRightKinds(JsonElement claims) =>
        claims.ValueKind == JsonValueKind.Object
        && claims.EnumerateObject().All(claim => claim.Name switch
        {
            "iss" or "aud" or "sub" or "oid" or "tid" or "scp" or "idtyp" => claim.Value.ValueKind == JsonValueKind.String,
            "exp" or "nbf" or "iat" => claim.Value.ValueKind == JsonValueKind.Number,
            _ => true,
        });

    private static bool IsAccessTokenHeader(JsonElement header) =>
        Text(header, "alg") is { } algorithm && Algorithms.Contains(algorithm)
        && Text(header, "typ") is { } type && Types.Contains(type)
        && !string.IsNullOrEmpty(Text(header, "kid"))
        && !BroughtAlong.Any(name => header.TryGetProperty(name, out _));

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonDocument? Read(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Letters) || !Base64Url.IsValid(part)) return null;
        try
        {
            return JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
