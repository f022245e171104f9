using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseManager.Server.Tests.Store;

/// <summary>The product's slices on a database, without the wire: what a server node is behind its endpoint.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Node(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public Ledger Ledger => Services.GetRequiredService<Ledger>();

    /// <param name="running">With its background work: messages, pokes. Without, nothing but the acts asked for touches the database.</param>
    public static async Task<Node> On(string connectionString, bool running = false, bool schema = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:CaseManager"] = connectionString;
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddSlices();
        var node = new Node(builder.Build());
        if (schema)
            await node.Services.GetRequiredService<KernelSchema>().Apply(CancellationToken.None);
        if (running)
            await node._app.StartAsync();
        return node;
    }

    /// <summary>Asks as the caller, under the rights of this moment.</summary>
    public async Task<T> As<T>(Caller caller, Func<IReader, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await ask(scope.ServiceProvider.GetRequiredService<IReader>());
    }

    /// <summary>An officer known to the issuer as registrar, so that nobody must be registered first.</summary>
    public static Caller Registrar(string subject, string agency = "CFP") => Officer(subject, agency, Caller.Registrar);

    public static Caller Officer(string subject, string agency = "CFP", params string[] roles)
    {
        var code = new AgencyId(agency);
        return new Caller(OfficerIds.Of(code, subject), code, subject, roles.ToHashSet(), DateTimeOffset.MaxValue);
    }

    /// <summary>What somebody means to do; without a key there is no idempotency.</summary>
    public static Intent Means(Caller caller, string? key = null, string content = "") =>
        new(caller, key, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)), "test");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
