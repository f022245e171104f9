using System.Globalization;
using Alba;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>The product's own host on a database of its own, with a small Northgate in it; shared by all tests that speak to the API.</summary>
public sealed class ServerHost : IAsyncLifetime
{
    private readonly string _keys = TestPostgres.NewFolder();
    private string _database = "";
    private HttpClient? _client;

    public IAlbaHost Alba { get; private set; } = null!;

    public Northgate World { get; private set; } = null!;

    /// <summary>For looks past every door, as the tables' owner.</summary>
    internal string Database => _database;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.NewDurableDatabase();
        Alba = await AnotherNode();
        _client = Alba.Server.CreateClient();
        World = await Northgate.Build(this);
    }

    /// <summary>A further node on the same database.</summary>
    /// <param name="other">What is different on it.</param>
    public Task<IAlbaHost> AnotherNode(Action<IServiceCollection>? other = null) => AlbaHost.For<Program>(host => host
        .ConfigureTestServices(services => other?.Invoke(services))
        .UseEnvironment("Development")
        .UseSetting("ConnectionStrings:CaseManager", _database)
        .UseSetting("Identity:KeyFolder", _keys)
        .UseSetting("Web:Prebuilt", "true")
        .UseSetting("Demo:Load", "false"));

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await Alba.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    /// <summary>Speaks to the API with the token that the agency's issuer gives this person.</summary>
    /// <param name="at">Another node's client.</param>
    public Voice As(string subject, string agency, HttpClient? at = null) =>
        new(at ?? _client!, Alba.Services.GetRequiredService<DevelopmentTokens>().For(subject, agency), subject, agency);

    /// <summary>How many facts people have stored; what the product notes by itself comes when it comes.</summary>
    public Task<long> Facts() => Number($"select count(*) from es.mt_events where user_name <> '{Acting.SystemOfficer.Value}'");

    /// <summary>How many facts the record has.</summary>
    public Task<long> FactsOf(string id) => Number($"select count(*) from es.mt_events where stream_id = '{GlobalIds.Key(id)}'");

    /// <summary>How many facts of that kind the record has.</summary>
    public Task<long> FactsOf(string id, string kind) => Number($"select count(*) from es.mt_events where stream_id = '{GlobalIds.Key(id)}' and type = '{kind}'");

    private async Task<long> Number(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ServerHost>
{
    public const string Name = "API";
}
