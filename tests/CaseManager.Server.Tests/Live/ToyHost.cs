using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Ide;
using CaseManager.Server.Hosting.Web;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Kernel;
using GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseManager.Server.Tests.Live;

/// <summary>The transports over the toy engine, on a real socket of this machine.</summary>
public sealed class ToyHost : IAsyncDisposable
{
    /// <summary>Accepted until an hour from now; followed by a name, it is that officer's.</summary>
    public const string Token = "good";

    /// <summary>Accepted, and expired two seconds later.</summary>
    public const string ShortToken = "short";

    private readonly WebApplication _app;

    private ToyHost(WebApplication app) => _app = app;

    public Uri Url => new($"{_app.Urls.Single()}/graphql");

    public ILiveSessions Sessions => _app.Services.GetRequiredService<ILiveSessions>();

    public ToyWatchers Watchers => _app.Services.GetRequiredService<ToyWatchers>();

    /// <param name="root">The content root, where the query page is looked for.</param>
    public static async Task<ToyHost> Start(LiveLimits? limits = null, Func<Task>? whileAuthenticating = null, string? root = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = root });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQL(graphql => graphql
            .AddAutoSchema<ToyQuery>(schema => schema.WithMutation<ToyMutation>().WithSubscription<ToySubscription>())
            .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        builder.Services.AddSingleton(limits ?? new LiveLimits());
        builder.Services.AddSingleton<ILiveEngine, ToyEngine>();
        builder.Services.AddSingleton<ToyWatchers>();
        builder.Services.AddScoped<ToyScope>();
        builder.Services.AddSingleton<AuthenticateLive>(async (token, _) =>
        {
            if (whileAuthenticating is not null) await whileAuthenticating();
            return CallerOf(token);
        });
        builder.Services.AddLive();
        builder.Services.AddWeb(build: false);
        builder.Services.AddSingleton(new SignInChoices([new("CFP", "https://login.example/cfp/v2.0", "app", "openid")], []));
        builder.Services.AddIde();

        var app = builder.Build();
        app.UseWebSockets();
        app.MapIdeFiles();
        app.MapWeb();
        app.Map("/graphql", (RequestDelegate)Answer);
        await app.StartAsync();
        return new ToyHost(app);
    }

    /// <summary>As on ctrl-C: no new connections, and those that are open may end in order.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Caller? CallerOf(string token)
    {
        var lifetime = token.StartsWith(Token, StringComparison.Ordinal) ? TimeSpan.FromHours(1)
            : token == ShortToken ? TimeSpan.FromSeconds(2) : TimeSpan.Zero;
        if (lifetime == TimeSpan.Zero) return null;
        var officer = new OfficerId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16)));
        return new Caller(officer, new AgencyId("TOY"), token, new HashSet<string>(), DateTimeOffset.UtcNow + lifetime);
    }

    private static async Task Answer(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await http.RequestServices.GetRequiredService<LiveSockets>().Answer(http);
            return;
        }
        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await http.RequestServices.GetRequiredService<IdePage>().Show(http);
            return;
        }
        if (CallerOf(http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)) is not { } caller)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var request = HttpMethods.IsGet(http.Request.Method)
            ? JsonSerializer.SerializeToElement(new { query = http.Request.Query["query"].ToString() })
            : await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        var engine = http.RequestServices.GetRequiredService<ILiveEngine>();
        if (http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
        {
            await http.RequestServices.GetRequiredService<EventStreams>()
                .Answer(http, caller, cancel => engine.Run(request, http.RequestServices, caller, cancel));
            return;
        }
        http.Response.ContentType = "application/json";
        await foreach (var result in engine.Run(request, http.RequestServices, caller, http.RequestAborted))
            await http.Response.Body.WriteAsync(result.Json);
    }
}
