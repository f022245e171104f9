using Alba;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Server.Tests.Access;

/// <summary>One database in which many worlds lie beside each other, and a node that answers for it. The agencies are in all worlds alike.</summary>
internal sealed class OracleHost : IAsyncDisposable
{
    public static readonly IReadOnlyList<Body> Bodies =
    [
        new("CFP", "CA"), new("OPS", "CA-ON"), new("CBA", "CA"), new("CHA", "CA"), new("USDE", "US"), new("NLFI", "NL"), new("MXFG", "MX"), new("INCL", null),
    ];

    private readonly string _keys = TestPostgres.NewFolder();
    private OracleHost(string database) => Database = database;

    public string Database { get; }

    public OracleNode Node { get; private set; } = null!;

    /// <summary>The agencies' records, by code.</summary>
    public Dictionary<string, string> Agencies { get; } = [];

    public static async Task<OracleHost> Start()
    {
        var host = new OracleHost(await TestPostgres.NewDurableDatabase());
        host.Node = await host.AnotherNode();
        foreach (var body in Bodies)
            host.Agencies[body.Code] = (await host.Node.Registrar(body).Do("registerAgency", new { name = $"Body {body.Code}", country = body.Country, zone = "UTC" })).Id;
        return host;
    }

    /// <summary>Another node on the same database; dispose of it before the host.</summary>
    /// <param name="other">Services that the node has otherwise than the product.</param>
    public async Task<OracleNode> AnotherNode(Action<IServiceCollection>? other = null)
    {
        var alba = await AlbaHost.For<Program>(host => host
            .UseEnvironment("Development")
            .UseSetting("ConnectionStrings:CaseManager", Database)
            .UseSetting("Identity:KeyFolder", _keys)
            .UseSetting("Web:Prebuilt", "true")
            .UseSetting("Demo:Load", "false")
            .ConfigureTestServices(services =>
            {
                // Everybody looks for what is hidden here, and would wait in every overseer's inbox; who is told is another test's.
                services.AddSingleton<TellProbing>((_, _, _) => Task.CompletedTask);
                other?.Invoke(services);
            }));
        return new OracleNode(alba);
    }

    public Task Sql(string sql) => Query.Run(Database, sql);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }
}

/// <summary>A node and a way to speak to it.</summary>
internal sealed class OracleNode(IAlbaHost alba) : IAsyncDisposable
{
    private readonly HttpClient _client = alba.Server.CreateClient();

    public IAlbaHost Alba => alba;

    public HttpClient Client => _client;

    public Voice As(string subject, Body agency) => new(_client, Token(subject, agency), subject, agency.Code);

    public string TokenOf(Person who) => Token(who.Subject, who.Agency);

    /// <summary>The registrar that every demo agency has.</summary>
    public Voice Registrar(Body agency) => As($"registrar.{agency.Code.ToLowerInvariant()}", agency);

    private string Token(string subject, Body agency) => alba.Services.GetRequiredService<DevelopmentTokens>().For(subject, agency.Code);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await alba.DisposeAsync();
    }
}
