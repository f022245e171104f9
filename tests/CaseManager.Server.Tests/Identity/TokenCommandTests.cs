using CaseManager.Server.Identity.Development;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed class TokenCommandTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Theory]
    [InlineData("maya.roy", null, "CFP")]
    [InlineData("registrar.nlfi", null, "NLFI")]
    [InlineData("somebody.new", "CBA", "CBA")]
    public async Task It_prints_a_token_that_the_running_server_takes(string subject, string? asked, string agency)
    {
        var (code, token, complaint) = Run(asked is null ? ["token", subject] : ["token", subject, "--agency", asked]);

        Assert.Equal((0, ""), (code, complaint));
        var who = await host.WhoIs(token.Trim());
        Assert.Equal((agency, subject), (who.Agency, who.Subject));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token", "nobody.known")]
    [InlineData("token", "maya.roy", "--agency", "NONE")]
    [InlineData("token", "maya.roy", "--agency")]
    [InlineData("token", "maya.roy", "--for", "CFP")]
    public void It_says_what_is_wrong_and_prints_no_token(params string[] args)
    {
        var (code, token, complaint) = Run(args);

        Assert.Equal((2, ""), (code, token));
        Assert.NotEmpty(complaint);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void It_makes_none_outside_Development(string environment)
    {
        var (code, token, complaint) = Run(["token", "maya.roy"], environment);

        Assert.Equal((2, ""), (code, token));
        Assert.Contains("Development only", complaint, StringComparison.Ordinal);
    }

    private (int Code, string Answer, string Complaint) Run(string[] args, string environment = "Development")
    {
        using var answer = new StringWriter();
        using var complaint = new StringWriter();
        var code = TokenCommand.Run(args, IdentityHost.Builder(environment, host.KeyFolder), answer, complaint);
        return (code, answer.ToString(), complaint.ToString());
    }
}
