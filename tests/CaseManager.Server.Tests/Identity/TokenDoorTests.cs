using CaseManager.Server.Identity;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed class TokenDoorTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_token_in_a_message_gives_the_same_caller_as_in_a_header()
    {
        var token = host.Tokens.For("registrar.ops", "OPS");

        var caller = await TokenDoor.Authenticate(token, host.Services);

        Assert.NotNull(caller);
        Assert.Equivalent(await host.WhoIs(token), Who.Of(caller));
    }

    [Fact]
    public async Task Each_message_is_judged_by_its_own_token()
    {
        var first = await TokenDoor.Authenticate(host.Tokens.For("maya.roy", "CFP"), host.Services);
        var refused = await TokenDoor.Authenticate("x.y.z", host.Services);
        var second = await TokenDoor.Authenticate(host.Tokens.For("theo.lang", "OPS"), host.Services);

        Assert.Equal(("CFP", null, "OPS"), (first?.Agency.Code, refused?.Agency.Code, second?.Agency.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\r\nX-Agency: OPS")]
    public async Task No_token_is_nobody(string? token)
    {
        Assert.Null(await TokenDoor.Authenticate(token, host.Services));
    }
}
