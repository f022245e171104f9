using System.Net;
using CaseManager.Server.Hosting;
using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>Live asks nothing, ready asks everything, and neither tells why.</summary>
public class HealthTests
{
    [Fact]
    public async Task With_all_checks_well_it_is_ready_and_names_them()
    {
        var database = await TestPostgres.NewDatabase();
        var answer = await Get("/health/ready", new DatabaseReachable(database), new ClocksAgree(database, TimeProvider.System));
        Assert.Equal((HttpStatusCode.OK,
            """{"ok":true,"checks":[{"name":"database","ok":true},{"name":"clock","ok":true}]}"""), answer);
    }

    [Fact]
    public async Task Without_its_database_it_is_not_ready_but_lives_and_has_started()
    {
        var gone = new NpgsqlConnectionStringBuilder(await TestPostgres.NewDatabase()) { Port = 1 }.ConnectionString;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"checks":[{"name":"database","ok":false}]}"""),
            await Get("/health/ready", new DatabaseReachable(gone)));
        Assert.Equal(HttpStatusCode.OK, (await Get("/health/live", new DatabaseReachable(gone))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get("/health/startup", new DatabaseReachable(gone))).Status);
    }

    [Fact]
    public async Task What_is_wrong_is_not_told_outside()
    {
        var answer = await Get("/health/ready", new Broken());
        Assert.Equal("""{"ok":false,"checks":[{"name":"schema","ok":false}]}""", answer.Body);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(60, "s apart")]
    [InlineData(-60, "s apart")]
    public async Task Clocks_apart_are_a_problem(int seconds, string? ending)
    {
        var problem = await new ClocksAgree(await TestPostgres.NewDatabase(), new Shifted(TimeSpan.FromSeconds(seconds))).Problem(default);
        Assert.Equal(ending is null, problem is null);
        Assert.EndsWith(ending ?? "", problem ?? "", StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Get(string path, params IReadinessCheck[] checks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        foreach (var check in checks)
            builder.Services.AddSingleton(check);
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        var response = await app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class Broken : IReadinessCheck
    {
        public string Name => "schema";
        public Task<string?> Problem(CancellationToken cancel) => throw new InvalidOperationException("table informants is missing");
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
