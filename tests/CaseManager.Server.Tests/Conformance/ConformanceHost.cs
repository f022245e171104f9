using System.Runtime.CompilerServices;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Ide;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Tests.GraphQl.Toy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>
/// The server that the clients talk to, and what they ask it: the product's own endpoint, engine and transports on a real socket.
/// The only place that knows which server that is.
/// </summary>
public sealed class ConformanceHost : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>What <c>tests/conformance/README.md</c> calls the target.</summary>
    public object Target => new
    {
        url = $"{_app!.Urls.Single()}/graphql",
        token = "officer",
        shortToken = "short",
        query = new { query = "{ me { id name } cases(first: 2) { totalCount nodes { id title } } }" },
        mutation = new
        {
            query = "mutation Open($input: OpenCaseInput!) { openCase(input: $input) { case { title } errors { __typename } } }",
            variables = new { input = new { title = "Otter {n}", lead = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"Officer:{World.Ann}")) } },
        },
        subscription = new { query = "subscription { watch }" },
    };

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton(Host.Model().Subscription(typeof(Watching)));
        services.AddSingleton<World>();
        services.AddScoped<IReader, GraphQl.Toy.Reader>();
        services.AddSingleton<SeatCaller>((_, _) => { });
        services.AddSingleton<CallerOf>(http => Of(http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)));
        services.AddSingleton<AuthenticateLive>((token, _) => Task.FromResult(Of(token)));
        services.AddSingleton(new LiveLimits { InitWithin = TimeSpan.FromSeconds(3) });
        services.AddGraphQl(builder.Configuration, builder.Environment);
        services.AddSingleton<LiveBridge>();
        services.AddSingleton<ILiveEngine>(s => s.GetRequiredService<LiveBridge>());
        services.AddSingleton<AnswerSocket>(s => s.GetRequiredService<LiveSockets>().Answer);
        services.AddSingleton<AnswerStream>(s =>
        {
            var (streams, bridge) = (s.GetRequiredService<EventStreams>(), s.GetRequiredService<LiveBridge>());
            return (http, request, caller) => streams.Answer(http, caller, cancel => bridge.Run(request, http.RequestServices, caller, cancel));
        });
        services.AddLive();
        services.AddIde(build: false);
        services.AddSingleton<ShowIde>(s => s.GetRequiredService<IdePage>().Show);

        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGraphQl();
        _app.MapIdeFiles();
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    private static Caller? Of(string token) => token switch
    {
        "officer" => World.Developer with { ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) },
        "short" => World.Officer with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) },
        _ => null,
    };
}

/// <summary>One value at once, then silence until somebody stops it.</summary>
public static class Watching
{
    public static async IAsyncEnumerable<string> Watch([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return "watching";
        await Task.Delay(Timeout.Infinite, cancel);
    }
}
