using System.Net;
using CaseManager.Server.GraphQl;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Who asks too much in a short time is told to wait, and nobody waits for another.</summary>
[Collection(ApiTests.Name)]
public sealed class CostBudgetTests(ServerHost host) : IAsyncLifetime
{
    private const string Page = "{ cases(first: 50) { nodes { id } } }";

    private readonly Northgate _world = host.World;
    private Alba.IAlbaHost _node = null!;
    private HttpClient _client = null!;

    // Nothing comes back within a test.
    public async Task InitializeAsync()
    {
        _node = await host.AnotherNode(services => services.AddSingleton(new GraphQlOptions { CostBudget = 200, CostPerSecond = 1 }));
        _client = _node.Server.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_spent_it_is_told_when_to_ask_again_and_others_are_answered()
    {
        var maya = host.As("maya.roy", "CFP", _client);
        var answered = 0;
        while (!(await maya.Answer(Page)).Contains("COST_BUDGET_SPENT", StringComparison.Ordinal))
            Assert.InRange(++answered, 1, 10);

        using var refused = await maya.Send(Page);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Contains("\"retryable\":true", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(answered, 1, 10);
        Assert.True((await host.As("theo.lang", "OPS", _client).Ask(Page)).TryGetProperty("cases", out _));
    }

    [Fact]
    public async Task An_act_that_is_refused_for_it_is_not_done()
    {
        var jules = host.As("jules.bedard", "CFP", _client);
        var asked = 0;
        while (!(await jules.Answer("{ point }")).Contains("COST_BUDGET_SPENT", StringComparison.Ordinal))
            Assert.InRange(++asked, 1, 40);
        var before = await host.Facts();

        var outcome = await jules.Act("recordTimelineEntry", new { @case = _world.Halden, text = "Too soon", occurred = new { zone = "America/Toronto", date = "2026-04-18" } });

        Assert.Contains("COST_BUDGET_SPENT", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(before, await host.Facts());
    }

    [Fact]
    public async Task Documents_that_are_not_even_understood_cost_something_too()
    {
        var amara = host.As("amara.okafor", "CFP", _client);

        var asked = 0;
        while (!(await amara.Answer("{ nonsense }")).Contains("COST_BUDGET_SPENT", StringComparison.Ordinal))
            Assert.InRange(++asked, 1, 40);
    }

    [Theory]
    [InlineData("Production", Limits.CostBudget)]
    [InlineData("Development", null)]
    public void Where_people_work_there_is_one(string environment, int? budget)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });

        builder.Services.AddGraphQl(builder.Configuration, builder.Environment);

        Assert.Equal(budget, builder.Services.Select(s => s.ImplementationInstance).OfType<GraphQlOptions>().Single().CostBudget);
    }
}
