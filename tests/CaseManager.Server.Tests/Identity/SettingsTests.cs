using System.Net;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed class SettingsTests : IDisposable
{
    private readonly string keys = Path.Combine(Path.GetTempPath(), $"identity-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("development-like")]
    public void The_local_provider_refuses_to_start_outside_Development(string environment)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => IdentityHost.Builder(environment, keys).AddIdentity());

        Assert.Contains("Development only", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(keys));
    }

    [Fact]
    public async Task Where_it_is_off_nothing_of_it_can_be_reached()
    {
        var builder = IdentityHost.Builder("Production", keys, [("Identity:LocalProvider", "false"), .. Tenants()]);
        builder.WebHost.UseTestServer();
        builder.AddIdentity();
        await using var app = builder.Build();
        app.UseIdentity();
        await app.StartAsync();

        foreach (var path in new[] { "v2.0/.well-known/openid-configuration", "keys", "authorize", "token" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.GetTestClient().GetAsync(new Uri($"/dev-identity/CFP/{path}", UriKind.Relative))).StatusCode);
        Assert.Null(app.Services.GetService<DevelopmentTokens>());
        Assert.Null(app.Services.GetService<DevelopmentKeys>());
    }

    [Theory]
    [InlineData("Identity:Agencies:0:Code", "cfp|x", "capital letters")]
    [InlineData("Identity:Agencies:0:Code", "OPS", "twice")]
    [InlineData("Identity:Agencies:0:TenantId", "", "lacks TenantId")]
    [InlineData("Identity:Agencies:0:ClientId", "", "lacks TenantId or ClientId")]
    [InlineData("Identity:Agencies:0:TenantId", "tenant-1", "more than one agency")]
    [InlineData("Identity:Agencies:0:TenantId", "common", "stands for many")]
    [InlineData("Identity:Agencies:0:TenantId", "Organizations", "stands for many")]
    [InlineData("Identity:Agencies:0:Instance", "http://login.example", "not https")]
    [InlineData("Identity:Agencies:0:Instance", "nowhere", "not https")]
    public void Production_refuses_issuers_that_do_not_keep_agencies_apart(string key, string value, string why)
    {
        var builder = IdentityHost.Builder("Production", keys, [("Identity:LocalProvider", "false"), .. Tenants(), (key, value)]);

        var fault = Assert.Throws<InvalidOperationException>(() => builder.AddIdentity());

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_agencies_refuses_to_start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });

        var fault = Assert.Throws<InvalidOperationException>(() => builder.AddIdentity());

        Assert.Contains("no agency", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_outlives_a_restart_and_is_its_owners_alone()
    {
        var first = new DevelopmentKeys(keys).KeyOf("CFP").KeyId;

        Assert.Equal(first, new DevelopmentKeys(keys).KeyOf("CFP").KeyId);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(keys, "CFP.key")));
    }

    [Fact]
    public void Two_processes_that_start_at_once_agree_on_the_key()
    {
        var ids = new string[8];

        Parallel.For(0, ids.Length, one => ids[one] = new DevelopmentKeys(keys).KeyOf("OPS").KeyId);

        Assert.Single(ids.Distinct());
        Assert.Equal("OPS.key", Path.GetFileName(Assert.Single(Directory.GetFiles(keys))));
    }

    [Fact]
    public void A_spoilt_key_file_is_named_and_not_replaced()
    {
        Directory.CreateDirectory(keys);
        File.WriteAllText(Path.Combine(keys, "CFP.key"), "not a key");

        var fault = Assert.Throws<InvalidOperationException>(() => new DevelopmentKeys(keys).KeyOf("CFP"));

        Assert.Contains("CFP.key", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(keys)) Directory.Delete(keys, recursive: true);
    }

    private static IEnumerable<(string, string?)> Tenants() =>
        IdentityHost.Codes.Select((_, at) => ($"Identity:Agencies:{at}:TenantId", (string?)$"tenant-{at}"));
}
