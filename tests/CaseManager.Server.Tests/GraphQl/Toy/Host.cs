using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseManager.Server.Tests.GraphQl.Toy;

/// <summary>The GraphQL side alone, in process, over a toy model. One for each test: nothing is shared.</summary>
public sealed class Host : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Host(WebApplication app) => _app = app;

    public World World => _app.Services.GetRequiredService<World>();

    public IServiceProvider Services => _app.Services;

    public HttpClient Http => _app.GetTestClient();

    internal GraphQlEngine Engine => _app.Services.GetRequiredService<GraphQlEngine>();

    public static WireModel Model() => new WireModel()
        .Node<CaseRow, CaseId>("Case", Columns.Cases, id => id.Value)
        .Node<OfficerRow, OfficerId>("Officer", Columns.Officers, id => id.Value)
        .Node<AgencyRow, AgencyId>("Agency", Columns.Agencies, _ => World.Cfp)
        .Node<EntryRow, EntryId>("Entry", Columns.Entries, id => id.Value)
        .Query(typeof(Queries))
        .Mutation(typeof(Mutations))
        .Subscription(typeof(Subscriptions))
        .Extend<CaseRow>(typeof(CaseFields));

    public static async Task<Host> Start(Action<IServiceCollection>? more = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton(Model());
        builder.Services.AddSingleton<World>();
        builder.Services.AddScoped<IReader, Reader>();
        builder.Services.AddSingleton<CallerOf>(http => http.Request.Headers.Authorization.ToString() switch
        {
            "Bearer officer" => World.Officer,
            "Bearer developer" => World.Developer,
            "Bearer analyst" => World.Analyst,
            _ => null,
        });
        builder.Services.AddSingleton<SeatCaller>((_, _, _) => { });
        builder.Services.AddSingleton<RecordReads>((_, _, _, _) => Task.CompletedTask);
        builder.Services.AddGraphQl(builder.Configuration, builder.Environment);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGraphQl();
        await app.StartAsync();
        return new Host(app);
    }

    internal async Task<Answer> Run(GraphQlRequest request, Caller? caller = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await Engine.Execute(request, scope.ServiceProvider, caller ?? World.Officer, default);
    }

    /// <summary>Executes as the officer and gives the answer as it goes on the wire.</summary>
    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        var json = variables is null ? null : (JsonElement?)JsonSerializer.SerializeToElement(variables);
        var request = new GraphQlRequest(query, null, json is { } given ? CaseManager.Server.GraphQl.Http.JsonValues.Object(given) : null);
        return Json(await Run(request));
    }

    internal static JsonElement Json(Answer answer)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        answer.WriteTo(bytes);
        return JsonDocument.Parse(bytes.WrittenMemory).RootElement;
    }

    public async Task<HttpResponseMessage> Post(string body, string? accept = null, string? token = "officer", string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await Send(request, accept, token);
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? accept = null, string? token = "officer")
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
