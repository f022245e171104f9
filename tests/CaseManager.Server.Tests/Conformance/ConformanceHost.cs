using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Ide;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>
/// The server that the clients talk to, and what they ask it: the product's slices, identity, endpoint and transports on a real socket
/// and a real PostgreSQL. The only place that knows which server that is.
/// </summary>
public sealed class ConformanceHost : IAsyncLifetime
{
    private const string Subject = "maya.roy";
    private const string Agency = "CFP";

    private WebApplication? _app;
    private string _case = "";

    private DevelopmentTokens Tokens => _app!.Services.GetRequiredService<DevelopmentTokens>();

    private string Url => $"{_app!.Urls.Single()}/graphql";

    /// <summary>What <c>tests/conformance/README.md</c> calls the target.</summary>
    public object Target => new
    {
        url = Url,
        token = Tokens.For(Subject, Agency),
        shortTokens = $"{_app!.Urls.Single()}/short-token",
        query = new { query = "{ me { id name } cases(first: 2) { totalCount nodes { id title } } }" },
        mutation = Entry("Otter {n}"),
        subscription = new { query = $"subscription {{ timelineChanged(case: \"{_case}\") {{ id text }} }}" },
        trigger = Entry("Seen again {n}"),
    };

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            ContentRootPath = Path.Combine(NodeProject.Root, "src", "CaseManager.Server"),
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:CaseManager"] = await TestPostgres.NewDatabase();
        builder.Configuration["Identity:KeyFolder"] = TestPostgres.NewFolder();
        builder.Configuration["Web:Prebuilt"] = "true";
        builder.Services.AddSingleton(new LiveLimits { InitWithin = TimeSpan.FromSeconds(3) });
        builder.AddIdentity();
        builder.AddSlices();
        builder.AddWire();
        _app = builder.Build();
        _app.UseIdentity();
        _app.UseWebSockets();
        _app.MapGraphQl();
        _app.MapIdeFiles();
        _app.MapGet("/short-token", () => Tokens.For(Subject, Agency, TimeSpan.FromSeconds(3))).AllowAnonymous();
        await _app.Services.GetRequiredService<KernelSchema>().Apply(CancellationToken.None);
        await _app.StartAsync();

        await Act("registrar.cfp", "registerOfficer", "RegisterOfficerInput", new { subject = Subject, name = "Maya Roy" }, "officer");
        _case = await Act(Subject, "openCase", "OpenCaseInput", new { title = "Otter", summary = "For the clients" }, "case");
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    private object Entry(string text) => new
    {
        query = "mutation Record($input: RecordTimelineEntryInput!) { recordTimelineEntry(input: $input) { entry { text } errors { __typename } } }",
        variables = new { input = new { @case = _case, text, occurred = new { zone = "America/Toronto", date = "2026-04-18" } } },
    };

    private async Task<string> Act(string subject, string mutation, string type, object input, string field)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.For(subject, Agency));
        var query = $"mutation Act($input: {type}!) {{ {mutation}(input: $input) {{ {field} {{ id }} errors {{ __typename }} }} }}";
        using var answer = await http.PostAsJsonAsync(Url, new { query, variables = new { input } });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return json.TryGetProperty("data", out var data) && data.GetProperty(mutation).GetProperty(field) is { ValueKind: JsonValueKind.Object } made
            ? made.GetProperty("id").GetString()!
            : throw new InvalidOperationException($"{mutation}: {json}");
    }
}
