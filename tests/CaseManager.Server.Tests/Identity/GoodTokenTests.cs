using CaseManager.Server.Kernel;
using System.Net;
using CaseManager.Domain.Kernel;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed class GoodTokenTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    public static TheoryData<string> Codes => [.. IdentityHost.Codes];

    [Theory, MemberData(nameof(Codes))]
    public async Task The_issuer_names_the_agency(string code)
    {
        var who = await host.WhoIs(host.Tokens.For("somebody", code));

        Assert.Equal(code, who.Agency);
        Assert.Equal("somebody", who.Subject);
        Assert.Equal(OfficerIds.Of(new AgencyId(code), "somebody").Value, who.Officer);
        Assert.Empty(who.Roles);
    }

    [Fact]
    public async Task The_same_subject_at_two_agencies_is_two_officers()
    {
        var one = await host.WhoIs(host.Tokens.For("a.smith", "CFP"));
        var other = await host.WhoIs(host.Tokens.For("a.smith", "OPS"));

        Assert.NotEqual(one.Officer, other.Officer);
    }

    [Fact]
    public async Task A_demo_officer_has_the_roles_of_the_directory()
    {
        var who = await host.WhoIs(host.Tokens.For("registrar.ops", "OPS"));

        Assert.Equal(["registrar"], who.Roles);
    }

    [Fact]
    public async Task A_caller_ends_with_the_token()
    {
        var before = DateTimeOffset.UtcNow;

        var who = await host.WhoIs(host.Tokens.For("maya.roy", "CFP", TimeSpan.FromMinutes(7)));

        Assert.InRange(who.Until, before.AddMinutes(7).AddSeconds(-1), DateTimeOffset.UtcNow.AddMinutes(7));
    }

    [Fact]
    public async Task Nothing_in_a_request_changes_the_agency()
    {
        var token = host.Tokens.For("maya.roy", "CFP");

        var answer = await host.Ask(token, "/who?agency=OPS&iss=OPS&tid=OPS",
            ("X-Agency", "OPS"), ("X-MS-CLIENT-PRINCIPAL-IDP", "OPS"), ("X-Forwarded-User", "theo.lang"), ("Cookie", "agency=OPS"));

        Assert.Contains("\"agency\":\"CFP\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_elsewhere_learns_the_keys_by_discovery()
    {
        await using var elsewhere = await IdentityHost.With(
            services => services.ConfigureAll<JwtBearerOptions>(jwt => jwt.BackchannelHttpHandler = host.Door()),
            [("Identity:LocalProvider", "false"), .. AsTenants()]);

        Assert.Equal("NLFI", (await elsewhere.WhoIs(host.Tokens.For("sanne.bakker", "NLFI"))).Agency);
        Assert.Equal("USDE", (await elsewhere.WhoIs(host.Tokens.For("daniel.reyes", "USDE"))).Agency);
        var crossed = new Draft(host, "NLFI").Claim("iss", host.Issuer("USDE").Issuer).Claim("tid", "USDE").Write();
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.Ask(crossed)).StatusCode);
    }

    [Fact]
    public async Task A_token_ends_by_the_applications_clock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 13, 9, 0, 0, TimeSpan.Zero));
        await using var timed = await IdentityHost.With(services => services.AddSingleton<TimeProvider>(clock));
        var token = timed.Tokens.For("maya.roy", "CFP", TimeSpan.FromMinutes(10));
        Assert.Equal(clock.GetUtcNow().AddMinutes(10), (await timed.WhoIs(token)).Until);

        clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.Unauthorized, (await timed.Ask(token)).StatusCode);
    }

    private static IEnumerable<(string, string?)> AsTenants() => IdentityHost.Codes.SelectMany((code, at) => new[]
    {
        ($"Identity:Agencies:{at}:Instance", (string?)"http://127.0.0.1:5080/dev-identity"),
        ($"Identity:Agencies:{at}:TenantId", code),
    });

    [Fact]
    public void An_officers_id_never_changes()
    {
        // These stand in stored facts: if this fails, the rule of making ids was changed.
        Assert.Equal(new Guid("68aae889-9eae-56b1-93a3-d76ee2e47b38"), OfficerIds.Of(new AgencyId("CFP"), "maya.roy").Value);
    }
}
