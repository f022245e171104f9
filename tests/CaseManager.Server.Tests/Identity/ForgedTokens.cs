using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace CaseManager.Server.Tests.Identity;

/// <summary>Tokens that nobody may come in with, by what is wrong with them.</summary>
internal static class ForgedTokens
{
    private static readonly RSA Stranger = RSA.Create(2048);
    private static readonly ECDsa StrangerCurve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private const long Year = 31_536_000;

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    internal static readonly IReadOnlyDictionary<string, Func<IdentityHost, string>> All = Rows()
        .ToDictionary(row => row.What, row => row.Make, StringComparer.Ordinal);

    private static IEnumerable<(string What, Func<IdentityHost, string> Make)> Rows() =>
    [
        .. OfIssuers(), .. OfAudiences(), .. OfAlgorithms(), .. OfKeys(), .. OfTypes(), .. OfTimes(), .. OfKinds(), .. OfPersons(), .. OfForms(),
    ];

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfIssuers()
    {
        yield return Row("unknown issuer, its own key", (_, t) => t.Claim("iss", "https://issuer.example/v2.0").Signed(Draft.Rs256(Stranger)));
        yield return Row("unknown issuer, an agency's key", (_, t) => t.Claim("iss", "https://issuer.example/v2.0"));
        yield return Row("another agency's issuer, this agency's key", (h, t) => t.Claim("iss", h.Issuer("OPS").Issuer));
        yield return Row("another agency's issuer and tenant, this agency's key", (h, t) => t.Claim("iss", h.Issuer("OPS").Issuer).Claim("tid", "OPS"));
        yield return Row("this issuer, another agency's key", (h, t) => t.Signed(Draft.Rs256(h.Keys.KeyOf("OPS").Rsa)));
        yield return Row("this issuer, another agency's key and kid",
            (h, t) => t.Header("kid", h.Keys.KeyOf("OPS").KeyId).Signed(Draft.Rs256(h.Keys.KeyOf("OPS").Rsa)));
        yield return Row("issuer with a slash at the end", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer + "/"));
        yield return Row("issuer in capitals", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer.ToUpperInvariant()));
        yield return Row("issuer with a blank", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer + " "));
        yield return Row("issuer of the older version", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer.Replace("/v2.0", "", StringComparison.Ordinal)));
        yield return Row("issuer by https", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer.Replace("http:", "https:", StringComparison.Ordinal)));
        yield return Row("issuer of everybody's tenant", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer.Replace("/CFP/", "/common/", StringComparison.Ordinal)));
        yield return Row("issuer of a tenant template", (h, t) => t.Claim("iss", h.Issuer("CFP").Issuer.Replace("/CFP/", "/{tenantid}/", StringComparison.Ordinal)));
        yield return Row("no issuer", (_, t) => t.Without("iss"));
        yield return Row("issuer null", (_, t) => t.Claim("iss", null));
        yield return Row("issuer empty", (_, t) => t.Claim("iss", ""));
        yield return Row("issuer a number", (_, t) => t.Claim("iss", 1));
        yield return Row("two issuers in a list", (h, t) => t.Claim("iss", new JsonArray(h.Issuer("CFP").Issuer, h.Issuer("OPS").Issuer)));
        yield return Row("issuer twice", (h, t) => t.ClaimsAppended($"\"iss\":\"{h.Issuer("OPS").Issuer}\""));
        yield return Row("issuer twice, the same", (h, t) => t.ClaimsAppended($"\"iss\":\"{h.Issuer("CFP").Issuer}\""));
        yield return Row("issuer twice, once escaped", (h, t) => t.ClaimsAppended($"\"\\u0069ss\":\"{h.Issuer("OPS").Issuer}\""));
        yield return Row("tenant of another agency", (_, t) => t.Claim("tid", "OPS"));
        yield return Row("tenants in a list", (_, t) => t.Claim("tid", new JsonArray("CFP", "OPS")));
        yield return Row("tenant a number", (_, t) => t.Claim("tid", 1));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfAudiences()
    {
        yield return Row("another audience", (_, t) => t.Claim("aud", "another-application"));
        yield return Row("no audience", (_, t) => t.Without("aud"));
        yield return Row("audience empty", (_, t) => t.Claim("aud", ""));
        yield return Row("audience null", (_, t) => t.Claim("aud", null));
        yield return Row("audience a number", (_, t) => t.Claim("aud", 7));
        yield return Row("audience ours and another", (_, t) => t.Claim("aud", new JsonArray("casemanager", "another-application")));
        yield return Row("audience none of a list", (_, t) => t.Claim("aud", new JsonArray()));
        yield return Row("audience in capitals", (_, t) => t.Claim("aud", "CASEMANAGER"));
        yield return Row("audience that begins like ours", (_, t) => t.Claim("aud", "casemanager2"));
        yield return Row("audience is the client", (_, t) => t.Claim("aud", "casemanager-web"));
        yield return Row("audience is the issuer", (h, t) => t.Claim("aud", h.Issuer("CFP").Issuer));
        yield return Row("audience an object", (_, t) => t.Claim("aud", new JsonObject { ["is"] = "casemanager" }));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfAlgorithms()
    {
        foreach (var none in new[] { "none", "None", "nOnE", "NONE" })
            yield return Row($"unsigned: {none}", (_, t) => t.Header("alg", none).Signed(_ => []));
        yield return Row("unsigned in name, signed in fact", (_, t) => t.Header("alg", "none"));
        yield return Row("HS256 with the public key's PEM", (h, t) => t.Header("alg", "HS256")
            .Signed(text => HMACSHA256.HashData(Encoding.ASCII.GetBytes(h.Keys.KeyOf("CFP").Rsa.ExportSubjectPublicKeyInfoPem()), text)));
        yield return Row("HS256 with the public key's PKCS 1 bytes", (h, t) => t.Header("alg", "HS256")
            .Signed(text => HMACSHA256.HashData(h.Keys.KeyOf("CFP").Rsa.ExportRSAPublicKey(), text)));
        yield return Row("HS256 with the public modulus", (h, t) => t.Header("alg", "HS256")
            .Signed(text => HMACSHA256.HashData(h.Keys.KeyOf("CFP").Rsa.ExportParameters(false).Modulus!, text)));
        yield return Row("HS256 with an empty key", (_, t) => t.Header("alg", "HS256").Signed(text => HMACSHA256.HashData(Array.Empty<byte>(), text)));
        yield return Row("HS384 with the public key's PEM", (h, t) => t.Header("alg", "HS384")
            .Signed(text => HMACSHA384.HashData(Encoding.ASCII.GetBytes(h.Keys.KeyOf("CFP").Rsa.ExportSubjectPublicKeyInfoPem()), text)));
        yield return Row("HS512 with the public key's PEM", (h, t) => t.Header("alg", "HS512")
            .Signed(text => HMACSHA512.HashData(Encoding.ASCII.GetBytes(h.Keys.KeyOf("CFP").Rsa.ExportSubjectPublicKeyInfoPem()), text)));
        yield return Row("an algorithm not agreed on, well signed", (h, t) => t.Header("alg", "RS512")
            .Signed(text => h.Keys.KeyOf("CFP").Rsa.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)));
        yield return Row("another padding than it says", (h, t) =>
            t.Signed(text => h.Keys.KeyOf("CFP").Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        yield return Row("a weak digest", (h, t) => t.Header("alg", "RS1")
            .Signed(text => h.Keys.KeyOf("CFP").Rsa.SignData(text, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)));
        yield return Row("no algorithm", (_, t) => t.Without("alg"));
        yield return Row("algorithm in small letters", (_, t) => t.Header("alg", "rs256"));
        yield return Row("algorithm a list", (_, t) => t.Header("alg", new JsonArray("RS256")));
        yield return Row("algorithm twice", (h, t) => t.RawHeader($$"""{"alg":"none","alg":"RS256","typ":"JWT","kid":"{{h.Keys.KeyOf("CFP").KeyId}}"}"""));
        yield return Row("a stranger's curve", (_, t) => t.Header("alg", "ES256").Signed(text => StrangerCurve.SignData(text, HashAlgorithmName.SHA256)));
        yield return Row("the signature of zeros", (_, t) => t.Header("alg", "ES256").Signed(_ => new byte[64]));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfKeys()
    {
        yield return Row("a stranger's key under the right kid", (_, t) => t.Signed(Draft.Rs256(Stranger)));
        yield return Row("a stranger's key, its own kid", (_, t) => t.Header("kid", "stranger").Signed(Draft.Rs256(Stranger)));
        yield return Row("the right key, unknown kid", (_, t) => t.Header("kid", "unknown"));
        yield return Row("no kid", (_, t) => t.Without("kid"));
        yield return Row("kid empty", (_, t) => t.Header("kid", ""));
        yield return Row("kid a number", (_, t) => t.Header("kid", 1));
        yield return Row("kid a path", (_, t) => t.Header("kid", "../../../../dev/null").Header("alg", "HS256").Signed(text => HMACSHA256.HashData(Array.Empty<byte>(), text)));
        yield return Row("kid a query", (_, t) => t.Header("kid", "x' UNION SELECT 'key'--").Signed(Draft.Rs256(Stranger)));
        yield return Row("key by jku", (_, t) => t.Header("jku", "http://127.0.0.1:1/keys").Header("kid", "stranger").Signed(Draft.Rs256(Stranger)));
        yield return Row("key by x5u", (_, t) => t.Header("x5u", "http://127.0.0.1:1/chain").Header("kid", "stranger").Signed(Draft.Rs256(Stranger)));
        yield return Row("key in jwk", (_, t) => t.Header("jwk", Jwk()).Header("kid", "stranger").Signed(Draft.Rs256(Stranger)));
        yield return Row("key in jwk, right kid", (_, t) => t.Header("jwk", Jwk()).Signed(Draft.Rs256(Stranger)));
        yield return Row("key in x5c", (_, t) => t.Header("x5c", new JsonArray(Certificate())).Header("kid", "stranger").Signed(Draft.Rs256(Stranger)));
        yield return Row("well signed, but with a jku", (_, t) => t.Header("jku", "http://127.0.0.1:1/keys"));
        yield return Row("well signed, but with a jwk", (_, t) => t.Header("jwk", Jwk()));
        yield return Row("a rule that must be understood", (_, t) => t.Header("crit", new JsonArray("exp-ms")).Header("exp-ms", 1));
        yield return Row("unencoded payload", (_, t) => t.Header("crit", new JsonArray("b64")).Header("b64", false));
        yield return Row("compressed", (_, t) => t.Header("zip", "DEF"));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfTypes()
    {
        foreach (var type in new[] { "logout+jwt", "dpop+jwt", "secevent+jwt", "id_token", "JWE", "jwt+at", "" })
            yield return Row($"of type '{type}'", (_, t) => t.Header("typ", type));
        yield return Row("of no type", (_, t) => t.Without("typ"));
        yield return Row("of types in a list", (_, t) => t.Header("typ", new JsonArray("JWT")));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfTimes()
    {
        yield return Row("expired a minute ago", (_, t) => t.Claim("nbf", Now - 600).Claim("exp", Now - 60));
        yield return Row("expired a year ago", (_, t) => t.Claim("nbf", Now - (2 * Year)).Claim("exp", Now - Year));
        yield return Row("ends before it begins", (_, t) => t.Claim("nbf", Now + 300).Claim("exp", Now - 300));
        yield return Row("no end", (_, t) => t.Without("exp"));
        yield return Row("end null", (_, t) => t.Claim("exp", null));
        yield return Row("end zero", (_, t) => t.Claim("exp", 0));
        yield return Row("end negative", (_, t) => t.Claim("exp", -1));
        yield return Row("end in words", (_, t) => t.Claim("exp", "tomorrow"));
        yield return Row("end a text of digits", (_, t) => t.Claim("exp", $"{Now + 600}"));
        yield return Row("end beyond all calendars", (_, t) => t.Without("exp").ClaimsAppended("\"exp\":1e300"));
        yield return Row("end beyond the last year", (_, t) => t.Claim("exp", long.MaxValue));
        yield return Row("end in milliseconds", (_, t) => t.Claim("exp", 9_999_999_999_999_999));
        yield return Row("end a list", (_, t) => t.Claim("exp", new JsonArray(Now - 60, Now + 600)));
        yield return Row("end twice", (_, t) => t.Claim("exp", Now - 60).ClaimsAppended($"\"exp\":{Now + 600}"));
        yield return Row("begins in two minutes", (_, t) => t.Claim("nbf", Now + 120));
        yield return Row("begins in a year", (_, t) => t.Claim("nbf", Now + Year).Claim("exp", Now + (2 * Year)));
        yield return Row("begins in words", (_, t) => t.Claim("nbf", "yesterday"));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfKinds()
    {
        yield return Row("an id token", (_, t) => t.Without("scp").Claim("nonce", "n").Claim("at_hash", "h").Claim("aud", "casemanager"));
        yield return Row("an id token for the client", (_, t) => t.Without("scp").Claim("nonce", "n").Claim("aud", "casemanager-web"));
        yield return Row("an id token that claims the scope", (_, t) => t.Claim("nonce", "n"));
        yield return Row("an id token with an access token's digest", (_, t) => t.Claim("at_hash", "h"));
        yield return Row("an id token with a code's digest", (_, t) => t.Claim("c_hash", "h"));
        yield return Row("no scope", (_, t) => t.Without("scp"));
        yield return Row("scope empty", (_, t) => t.Claim("scp", ""));
        yield return Row("another scope", (_, t) => t.Claim("scp", "cases.read profile"));
        yield return Row("a scope that begins like ours", (_, t) => t.Claim("scp", "cases.readwrite.all"));
        yield return Row("scope in capitals", (_, t) => t.Claim("scp", "Cases.ReadWrite"));
        yield return Row("scopes in a list", (_, t) => t.Claim("scp", new JsonArray("profile", "cases.readwrite")));
        yield return Row("scope under another name", (_, t) => t.Without("scp").Claim("scope", "cases.readwrite"));
        yield return Row("an application with a role", (_, t) => t.Without("scp").Claim("roles", new JsonArray("cases.readwrite")).Claim("idtyp", "app"));
        yield return Row("an application with a scope", (_, t) => t.Claim("idtyp", "app"));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfPersons()
    {
        yield return Row("nobody", (_, t) => t.Without("sub"));
        yield return Row("nobody but an object id", (_, t) => t.Without("sub").Claim("oid", "maya.roy"));
        yield return Row("subject null", (_, t) => t.Claim("sub", null));
        yield return Row("subject empty", (_, t) => t.Claim("sub", ""));
        yield return Row("subject blank", (_, t) => t.Claim("sub", "  "));
        yield return Row("subject with a blank behind", (_, t) => t.Claim("sub", "maya.roy "));
        yield return Row("subject a number", (_, t) => t.Claim("sub", 42));
        yield return Row("subject true", (_, t) => t.Claim("sub", true));
        yield return Row("subjects in a list", (_, t) => t.Claim("sub", new JsonArray("maya.roy", "jules.bedard")));
        yield return Row("subject an object", (_, t) => t.Claim("sub", new JsonObject { ["is"] = "maya.roy" }));
        yield return Row("subject twice", (_, t) => t.ClaimsAppended("\"sub\":\"jules.bedard\""));
        yield return Row("subject with a line end", (_, t) => t.Claim("sub", "maya.roy\njules.bedard"));
        yield return Row("subject with a nought", (_, t) => t.Claim("sub", "maya.roy\0"));
        yield return Row("subject too long", (_, t) => t.Claim("sub", new string('m', 201)));
        yield return Row("object id empty", (_, t) => t.Claim("oid", ""));
        yield return Row("object id a number", (_, t) => t.Claim("oid", 1));
        yield return Row("object ids in a list", (_, t) => t.Claim("oid", new JsonArray("one", "two")));
    }

    private static IEnumerable<(string, Func<IdentityHost, string>)> OfForms()
    {
        foreach (var text in new[] { "x.y.z", "a.b", "a", ".", "..", "...", "e30.e30.e30", "null", "Bearer", "!!!.???.***", "eyJ.eyJ." })
            yield return Text($"garbage: {text}", _ => text);
        yield return Text("signature cut off", t => t[..(t.LastIndexOf('.') + 1)]);
        yield return Text("signature and its dot cut off", t => t[..t.LastIndexOf('.')]);
        yield return Text("half a signature", t => t[..^100]);
        yield return Text("signature changed", t => t[..^10] + (t[^10] == 'A' ? 'B' : 'A') + t[^9..]);
        yield return Text("signed claims replaced", t => Splice(t, 1, Draft.Part("""{"sub":"jules.bedard"}""")));
        yield return Text("signed header replaced", t => Splice(t, 0, Draft.Part("""{"alg":"none","typ":"JWT","kid":"x"}""")));
        yield return Row("another token's signature", (_, t) => t, (h, t) => Splice(t, 2, h.Tokens.For("maya.roy", "CFP").Split('.')[2]));
        yield return Text("four parts", t => t + ".e30");
        yield return Text("five parts", t => t + ".e30.e30");
        yield return Text("encrypted to nobody", _ => $"{Draft.Part("""{"alg":"dir","enc":"A128CBC-HS256","typ":"JWT","kid":"x"}""")}..AAAA.AAAA.AAAA");
        yield return Text("padded", t => t + "=");
        yield return Text("two spellings of base64", t => Splice(t, 2, "+/" + t.Split('.')[2][2..]));
        yield return Text("a blank inside", t => t.Insert(t.Length / 2, " "));
        yield return Text("two tokens", t => $"{t}, {t}");
        yield return Text("twice Bearer", t => $"Bearer {t}");
        yield return Text("in quotation marks", t => $"\"{t}\"");
        yield return Row("claims not JSON", (_, t) => t.RawClaims("maya.roy"));
        yield return Row("claims a list", (_, t) => t.RawClaims("[]"));
        yield return Row("claims nothing", (_, t) => t.RawClaims("null"));
        yield return Row("claims with a comma too many", (_, t) => t.RawClaims("""{"sub":"maya.roy",}"""));
        yield return Row("claims very deep", (_, t) => t.ClaimsAppended($"\"deep\":{new string('[', 500)}{new string(']', 500)}"));
        yield return Row("header a list", (_, t) => t.RawHeader("[]"));
        yield return Row("header empty", (_, t) => t.RawHeader("{}"));
        yield return Row("longer than any", (_, t) => t.Claim("more", new string('x', 20_000)));
        yield return ("in another encoding", h => new Draft(h).Write(Encoding.Unicode));
        yield return ("in no encoding", h => new Draft(h).Claim("name", "é").RawClaims("{\"sub\":\"é\"}").Write(Encoding.Latin1));
    }

    private static (string, Func<IdentityHost, string>) Row(string what, Func<IdentityHost, Draft, Draft> spoil) =>
        (what, host => spoil(host, new Draft(host)).Write());

    private static (string, Func<IdentityHost, string>) Row(
        string what, Func<IdentityHost, Draft, Draft> spoil, Func<IdentityHost, string, string> change) =>
        (what, host => change(host, spoil(host, new Draft(host)).Write()));

    private static (string, Func<IdentityHost, string>) Text(string what, Func<string, string> change) =>
        (what, host => change(new Draft(host).Write()));

    private static string Splice(string token, int part, string other)
    {
        var parts = token.Split('.');
        parts[part] = other;
        return string.Join('.', parts);
    }

    private static JsonObject Jwk()
    {
        var open = Stranger.ExportParameters(includePrivateParameters: false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = Draft.Part(open.Modulus!), ["e"] = Draft.Part(open.Exponent!), ["kid"] = "stranger" };
    }

    private static string Certificate()
    {
        var request = new CertificateRequest("CN=CFP", Stranger, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Convert.ToBase64String(certificate.RawData);
    }
}
