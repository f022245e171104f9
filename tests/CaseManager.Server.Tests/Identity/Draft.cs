using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CaseManager.Server.Tests.Identity;

/// <summary>A token written by hand. Untouched it is good, so that each forgery is wrong in the one thing it changes.</summary>
internal sealed class Draft
{
    private readonly JsonObject header;
    private readonly JsonObject claims;
    private Func<byte[], byte[]> sign;
    private string? rawHeader;
    private string? rawClaims;

    internal Draft(IdentityHost host, string agency = "CFP")
    {
        var issuer = host.Issuer(agency);
        var key = host.Keys.KeyOf(agency);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.KeyId };
        claims = new JsonObject
        {
            ["iss"] = issuer.Issuer, ["aud"] = issuer.ExpectedAudience, ["sub"] = "maya.roy", ["tid"] = issuer.TenantId,
            ["scp"] = "cases.readwrite", ["iat"] = now, ["nbf"] = now, ["exp"] = now + 600,
        };
        sign = Rs256(key.Rsa);
    }

    internal static Func<byte[], byte[]> Rs256(RSA key) =>
        text => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    internal Draft Header(string name, JsonNode? value)
    {
        header[name] = value;
        return this;
    }

    internal Draft Claim(string name, JsonNode? value)
    {
        claims[name] = value;
        return this;
    }

    internal Draft Without(params string[] names)
    {
        foreach (var name in names)
        {
            header.Remove(name);
            claims.Remove(name);
        }
        return this;
    }

    /// <summary>The claims with more text before the closing brace, where an object cannot say what is wanted.</summary>
    internal Draft ClaimsAppended(string json)
    {
        rawClaims = claims.ToJsonString()[..^1] + "," + json + "}";
        return this;
    }

    internal Draft RawClaims(string text)
    {
        rawClaims = text;
        return this;
    }

    internal Draft RawHeader(string text)
    {
        rawHeader = text;
        return this;
    }

    internal Draft Signed(Func<byte[], byte[]> other)
    {
        sign = other;
        return this;
    }

    internal string Write() => Write(Encoding.UTF8);

    internal string Write(Encoding encoding)
    {
        var text = $"{Part(encoding.GetBytes(rawHeader ?? header.ToJsonString()))}.{Part(encoding.GetBytes(rawClaims ?? claims.ToJsonString()))}";
        return $"{text}.{Part(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    internal static string Part(byte[] bytes) => Base64Url.EncodeToString(bytes);

    internal static string Part(string json) => Part(Encoding.UTF8.GetBytes(json));
}
