using CaseManager.Server.Hosting;
using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>The host takes the server it is given, or starts its own; it never goes on with an unfit one.</summary>
public class DevelopmentStoreTests
{
    private const string Setting = "ConnectionStrings:CaseManager";

    [Fact]
    public async Task A_server_that_would_lose_facts_is_refused_with_one_line_per_problem()
    {
        var builder = Builder("Development", await TestPostgres.NewDatabase());
        var refused = await Assert.ThrowsAsync<UnsafeStoreException>(() => DevelopmentStore.Attach(builder));
        Assert.Equal(3, refused.Problems.Count);
        Assert.Contains("\n  fsync is off", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said_to_be_so()
    {
        var builder = Builder("Development", "Host=127.0.0.1;Port=1;Username=x;Database=y");
        var refused = await Assert.ThrowsAsync<PostgresUnavailableException>(() => DevelopmentStore.Attach(builder));
        Assert.StartsWith("The PostgreSQL named in ConnectionStrings:CaseManager cannot be used: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_server_is_used_as_it_is_named()
    {
        var named = await TestPostgres.NewDurableDatabase();
        var builder = Builder("Production", named);
        await using var store = await DevelopmentStore.Attach(builder);
        Assert.False(store.IsEmbedded);
        Assert.Equal(PostgresConnection.Complete(named), builder.Configuration[Setting]);
    }

    [Fact]
    public async Task Production_never_begins_a_store_of_its_own() =>
        await Assert.ThrowsAsync<PostgresUnavailableException>(() => DevelopmentStore.Attach(Builder("Production", "")));

    [Fact]
    public async Task With_no_server_named_it_starts_its_own_and_stops_it_at_the_end()
    {
        var folder = TestPostgres.NewFolder();
        var builder = Builder("Development", "");
        builder.Configuration["Store:Folder"] = folder;
        await using (var store = await DevelopmentStore.Attach(builder))
        {
            Assert.True(store.IsEmbedded);
            Assert.Empty(await PostgresSettings.Problems(builder.Configuration[Setting]!));
        }
        Assert.True(EmbeddedPostgres.IsUnused(folder));
        Assert.False(File.Exists(Path.Combine(folder, "cluster", "postmaster.pid")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_banner_tells_where_to_go_who_to_be_and_what_to_ask()
    {
        using var told = new StringWriter();
        StartBanner.Print(told, TimeSpan.FromSeconds(2.31), [new("GraphQL", "http://127.0.0.1:5080/graphql")],
            [new("ito", "Supt. Ito", "Border", "supervisor")], [new("My cases", "ito", "{ me { id } }")]);
        Assert.Equal("""

            CaseManager is ready (started in 2.3 s). Ctrl-C stops it.
              GraphQL  http://127.0.0.1:5080/graphql

            Demo officers to sign in as (Development only):
              ito  Supt. Ito  Border  supervisor

            First queries to paste:
              # My cases (as ito)
              { me { id } }


            """, told.ToString());
    }

    private static WebApplicationBuilder Builder(string environment, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new(Setting, connectionString)]);
        return builder;
    }
}
