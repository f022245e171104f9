using System.Net.Http.Json;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

/// <summary>An application of nothing but the identity slice and one guarded endpoint that says who is asking.</summary>
public sealed class IdentityHost : IAsyncLifetime, IAsyncDisposable
{
    public static readonly string[] Codes = ["CFP", "OPS", "CBA", "CHA", "USDE", "NLFI", "MXFG", "INCL"];

    private readonly string keys = Path.Combine(Path.GetTempPath(), $"identity-{Guid.NewGuid():N}");
    private WebApplication app = null!;

    public IServiceProvider Services => app.Services;

    public DevelopmentTokens Tokens => Services.GetRequiredService<DevelopmentTokens>();

    internal DevelopmentKeys Keys => Services.GetRequiredService<DevelopmentKeys>();

    internal IdentitySettings Settings => Services.GetRequiredService<IdentitySettings>();

    internal AgencyIssuer Issuer(string code) => Settings.Agencies.Single(agency => agency.Code == code);

    public string KeyFolder => keys;

    public HttpClient Client() => app.GetTestClient();

    public Task InitializeAsync() => Start(_ => { });

    /// <summary>The same application with something changed after its own registration.</summary>
    public static async Task<IdentityHost> With(Action<IServiceCollection> change, params (string Key, string? Value)[] settings)
    {
        var host = new IdentityHost();
        await host.Start(change, settings);
        return host;
    }

    public HttpMessageHandler Door() => app.GetTestServer().CreateHandler();

    private async Task Start(Action<IServiceCollection> change, params (string Key, string? Value)[] settings)
    {
        var builder = Builder("Development", keys, settings);
        builder.WebHost.UseTestServer();
        builder.AddIdentity();
        change(builder.Services);
        app = builder.Build();
        app.UseIdentity();
        app.MapGet("/who", (HttpContext http) => Who.Of(Callers.CallerFrom(http.User)!)).RequireAuthorization();
        await app.StartAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        if (Directory.Exists(keys)) Directory.Delete(keys, recursive: true);
    }

    /// <summary>The application's own settings file under another environment's name.</summary>
    public static WebApplicationBuilder Builder(string environment, string keys, params (string Key, string? Value)[] more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json"));
        foreach (var (key, value) in more.Append(("Identity:KeyFolder", keys))) builder.Configuration[key] = value;
        builder.Logging.ClearProviders();
        return builder;
    }

    public Task<HttpResponseMessage> Ask(string? token, string path = "/who", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client().SendAsync(request);
    }

    public async Task<Who> WhoIs(string token) =>
        await (await Ask(token)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Who>()
        ?? throw new InvalidOperationException("An empty answer.");
}

/// <summary>A caller in JSON.</summary>
public sealed record Who(Guid Officer, string Agency, string Subject, string[] Roles, DateTimeOffset Until)
{
    public static Who Of(Caller caller) => new(
        caller.Officer.Value, caller.Agency.Code, caller.Subject, [.. caller.AppRoles], caller.ExpiresAt);
}
