using CaseManager.Server.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Identity;

public sealed class ForgedTokenTests(IdentityHost host, ITestOutputHelper output) : IClassFixture<IdentityHost>
{
    public static TheoryData<string> Forgeries => [.. ForgedTokens.All.Keys];

    [Fact]
    public async Task An_untouched_draft_is_let_in()
    {
        var who = await host.WhoIs(new Draft(host).Write());

        Assert.Equal(("CFP", "maya.roy"), (who.Agency, who.Subject));
    }

    [Theory, MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_answered_like_no_token(string what)
    {
        var token = ForgedTokens.All[what](host);

        Assert.Equal(await Answer(await host.Ask(null)), await Answer(await host.Ask(token)));
        Assert.Null(await TokenDoor.Authenticate(token, host.Services));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic bWF5YS5yb3k6cGFzc3dvcmQ=")]
    [InlineData("Negotiate YII=")]
    [InlineData("DPoP e30.e30.e30")]
    public async Task Another_way_of_signing_in_is_answered_like_none(string header)
    {
        Assert.Equal(await Answer(await host.Ask(null)), await Answer(await host.Ask(null, "/who", ("Authorization", header))));
    }

    [Fact]
    public async Task A_good_token_is_taken_from_the_header_only()
    {
        var token = host.Tokens.For("maya.roy", "CFP");

        var answer = await host.Ask(null, $"/who?access_token={token}", ("Cookie", $"access_token={token}"), ("X-Access-Token", token));

        Assert.Equal(await Answer(await host.Ask(null)), await Answer(answer));
    }

    [Fact]
    public async Task The_table_is_long_enough_and_all_of_it_is_refused()
    {
        var refused = await RefusedBy(host);

        output.WriteLine($"figure T16 tokens={ForgedTokens.All.Count} refused={refused}");
        Assert.True(ForgedTokens.All.Count >= 60);
        Assert.Equal(ForgedTokens.All.Count, refused);
    }

    public static TheoryData<string> Faults => [.. Planted.Keys];

    [Theory, MemberData(nameof(Faults))]
    public async Task The_table_finds_a_guard_that_was_left_out(string fault)
    {
        await using var spoilt = await IdentityHost.With(services => services.PostConfigureAll(Planted[fault]));

        Assert.InRange(await RefusedBy(spoilt), 1, ForgedTokens.All.Count - 1);
    }

    private static readonly Dictionary<string, Action<JwtBearerOptions>> Planted = new()
    {
        ["audience"] = jwt => jwt.TokenValidationParameters.AudienceValidator = (_, _, _) => true,
        ["lifetime"] = jwt => jwt.TokenValidationParameters.LifetimeValidator = (_, _, _, _) => true,
        ["signature"] = jwt =>
        {
            jwt.TokenValidationParameters.RequireSignedTokens = false;
            jwt.TokenValidationParameters.SignatureValidator = (token, _) => new JsonWebToken(token);
        },
        ["claims"] = jwt => jwt.Events.OnTokenValidated = _ => Task.CompletedTask,
        ["key by name"] = jwt => jwt.TokenValidationParameters.TryAllIssuerSigningKeys = true,
    };

    private static async Task<int> RefusedBy(IdentityHost guarded)
    {
        var expected = await Answer(await guarded.Ask(null));
        Assert.StartsWith("401 ", expected, StringComparison.Ordinal);
        var refused = 0;
        foreach (var make in ForgedTokens.All.Values)
            if (await Answer(await guarded.Ask(make(guarded))) == expected) refused++;
        return refused;
    }

    // Everything a client can see but the time of day.
    private static async Task<string> Answer(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)response.StatusCode} {string.Join("\n", headers)}\n{await response.Content.ReadAsStringAsync()}";
    }
}
