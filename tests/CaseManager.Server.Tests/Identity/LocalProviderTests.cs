using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed partial class LocalProviderTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Back = "http://127.0.0.1:4000/back";
    private const string Verifier = "a-verifier-that-is-at-least-forty-three-letters-long";

    public static TheoryData<string> Codes => [.. IdentityHost.Codes];

    [Theory, MemberData(nameof(Codes))]
    public async Task Each_issuer_describes_itself_and_shows_its_own_key(string code)
    {
        var document = await Json(await host.Ask(null, $"/dev-identity/{code}/v2.0/.well-known/openid-configuration"));

        Assert.Equal(host.Issuer(code).Issuer, (string?)document["issuer"]);
        Assert.EndsWith($"/dev-identity/{code}/authorize", (string?)document["authorization_endpoint"], StringComparison.Ordinal);
        Assert.EndsWith($"/dev-identity/{code}/token", (string?)document["token_endpoint"], StringComparison.Ordinal);
        Assert.Equal(["S256"], document["code_challenge_methods_supported"]!.AsArray().Select(method => (string?)method));
        var keys = (await Json(await host.Ask(null, new Uri((string)document["jwks_uri"]!).AbsolutePath)))["keys"]!.AsArray();
        Assert.Equal(host.Keys.KeyOf(code).KeyId, (string?)Assert.Single(keys)!["kid"]);
        Assert.Null(keys[0]!["d"]);
    }

    [Fact]
    public void No_two_agencies_share_a_key()
    {
        Assert.Equal(IdentityHost.Codes.Length, IdentityHost.Codes.Select(code => host.Keys.KeyOf(code).KeyId).Distinct().Count());
    }

    [Fact]
    public async Task An_officer_signs_in_through_the_page_with_a_code_and_its_proof()
    {
        var page = await host.Ask(null, Authorize("CHA"));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("theo.lang", html, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(Links().Matches(html).Single(match => match.Groups[2].Value == "Lin Chen").Groups[1].Value);

        var tokens = await Json(await Redeem("CHA", await CodeAt($"/dev-identity/CHA/authorize{link}")));

        var who = await host.WhoIs((string)tokens["access_token"]!);
        Assert.Equal(("CHA", "lin.chen"), (who.Agency, who.Subject));
        var said = new JsonWebToken((string)tokens["id_token"]!);
        Assert.Equal((host.Issuer("CHA").Issuer, "n-1"), (said.Issuer, said.GetPayloadValue<string>("nonce")));
    }

    [Fact]
    public async Task The_id_token_of_a_sign_in_opens_nothing()
    {
        var tokens = await Json(await Redeem("CFP", await CodeFor("CFP", "maya.roy")));

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Ask((string)tokens["id_token"]!)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_without_asking_for_cases_opens_nothing()
    {
        var code = await CodeAt(Authorize("CFP", "openid") + "&officer=maya.roy");

        var tokens = await Json(await Redeem("CFP", code));

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Ask((string)tokens["access_token"]!)).StatusCode);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_its_proof()
    {
        var answer = await Redeem("CFP", await CodeFor("CFP", "maya.roy"), new string('x', 50));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_of_one_agency_is_worth_nothing_at_another()
    {
        var answer = await Redeem("OPS", await CodeFor("CFP", "maya.roy"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/back")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("client_id", "another-client")]
    [InlineData("code_challenge", "")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("scope", "openid everything")]
    [InlineData("response_type", "token")]
    public async Task A_request_out_of_order_never_leads_to_a_code(string parameter, string value)
    {
        var asked = QueryHelpers.ParseQuery(Authorize("CFP").Split('?')[1]).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        asked["officer"] = "maya.roy";
        asked[parameter] = value;

        var answer = await host.Ask(null, QueryHelpers.AddQueryString("/dev-identity/CFP/authorize", asked));

        Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? "", StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_script_becomes_a_demo_officer_by_name()
    {
        var tokens = await Json(await Post("OPS", ("grant_type", "urn:casemanager:demo-officer"), ("username", "registrar.ops")));

        var who = await host.WhoIs((string)tokens["access_token"]!);

        Assert.Equal(("OPS", "registrar.ops"), (who.Agency, who.Subject));
        Assert.Equal(["registrar"], who.Roles);
    }

    [Fact]
    public async Task Nobody_becomes_an_officer_of_another_agency_by_name()
    {
        var answer = await Post("OPS", ("grant_type", "urn:casemanager:demo-officer"), ("username", "maya.roy"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<string> CodeFor(string agency, string subject) => CodeAt($"{Authorize(agency)}&officer={subject}");

    private async Task<string> CodeAt(string path)
    {
        var answer = await host.Ask(null, path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var back = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.StartsWith(Back, answer.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("s-1", back["state"]);
        Assert.StartsWith($"{host.Settings.DevelopmentBase}/dev-identity/", back["iss"].ToString(), StringComparison.Ordinal);
        return back["code"]!;
    }

    private Task<HttpResponseMessage> Redeem(string agency, string code, string verifier = Verifier) => Post(agency,
        ("grant_type", "authorization_code"), ("client_id", "casemanager-web"), ("redirect_uri", Back), ("code", code), ("code_verifier", verifier));

    private Task<HttpResponseMessage> Post(string agency, params (string Name, string Value)[] fields) => host.Client().PostAsync(
        new Uri($"/dev-identity/{agency}/token", UriKind.Relative),
        new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)));

    private static string Authorize(string agency, string scope = "openid cases.readwrite") =>
        QueryHelpers.AddQueryString($"/dev-identity/{agency}/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "casemanager-web", ["response_type"] = "code", ["redirect_uri"] = Back, ["scope"] = scope,
            ["state"] = "s-1", ["nonce"] = "n-1", ["code_challenge_method"] = "S256",
            ["code_challenge"] = Draft.Part(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        });

    private static async Task<JsonNode> Json(HttpResponseMessage response) =>
        await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>() ?? throw new InvalidOperationException("An empty answer.");

    [GeneratedRegex("<a href=\"([^\"]*)\">([^<]*)</a>")]
    private static partial Regex Links();
}
