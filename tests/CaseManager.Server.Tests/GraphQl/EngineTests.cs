using System.Data.Common;
using System.Net.Sockets;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Guard;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.Tests.GraphQl.Toy;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class EngineTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.Start();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Masks_what_a_resolver_throws_and_logs_no_text_of_it()
    {
        var log = new Lines();
        await using var host = await Host.Start(services => services.AddLogging(l => l.AddProvider(log)));
        var answer = await host.Ask("{broken}");
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("Unexpected execution error", error.GetProperty("message").GetString());
        Assert.Equal("Query.broken", error.GetProperty("extensions").GetProperty("coordinate").GetString());
        var trace = error.GetProperty("extensions").GetProperty("traceId").GetString()!;
        Assert.Contains(log.All, line => line.Contains(trace, StringComparison.Ordinal) && line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, line => line.Contains("informant", StringComparison.Ordinal));
    }

    public static TheoryData<Exception> Outages => [new Gone("57P01"), new Gone(null), new SocketException(111), new InvalidOperationException("x", new Gone("08006"))];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Says_that_an_outage_may_be_tried_again(Exception outage)
    {
        _host.World.Fails = outage;
        var extensions = (await _host.Ask("{me{name}}")).GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal("SERVICE_UNAVAILABLE", extensions.GetProperty("code").GetString());
        Assert.True(extensions.GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task Does_not_call_a_wrong_statement_an_outage()
    {
        _host.World.Fails = new Gone("42601", transient: false);
        Assert.Equal("INTERNAL_ERROR", Code(await _host.Ask("{me{name}}")));
    }

    [Fact]
    public async Task Suggests_no_names()
    {
        foreach (var query in new[] { "{helo}", "{case(di:\"x\"){id}}", "query A($x:Cas){hello}", "{hello(nam:\"x\")}", "{cases(where:{titel:{eq:\"x\"}}){nodes{id}}}", "fragment F on Cases{id} {...F}" })
        {
            var answer = await _host.Ask(query);
            Assert.NotEmpty(answer.GetProperty("errors").EnumerateArray());
            Assert.DoesNotContain("Did you mean", answer.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Reports_at_most_ten_errors()
    {
        var answer = await _host.Ask("{" + string.Concat(Enumerable.Range(0, 50).Select(i => $"f{i} ")) + "}");
        Assert.Equal(10, answer.GetProperty("errors").GetArrayLength());
        var executed = await _host.Ask("{" + string.Concat(Enumerable.Range(0, 20).Select(i => $"f{i}:broken ")) + "}");
        Assert.Equal(10, executed.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Ends_an_operation_at_its_deadline()
    {
        await using var host = await Host.Start(null, ("GraphQl:Deadline", "00:00:00.050"));
        Assert.Equal("HC0045", Code(await host.Ask("{slow}")));
    }

    [Fact]
    public async Task Ends_an_operation_with_its_request()
    {
        using var gone = new CancellationTokenSource();
        await using var scope = _host.Services.CreateAsyncScope();
        var running = _host.Engine.Execute(new("{slow}"), scope.ServiceProvider, World.Officer, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Refuses_an_operation_nobody_asks()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var answer = await _host.Engine.Execute(new("{hello}"), scope.ServiceProvider, null, default);
        Assert.Equal("AUTH_NOT_AUTHENTICATED", answer.Errors[0].Code);
        Assert.False(answer.Executed);
    }

    [Fact]
    public async Task Shows_every_event_of_a_subscription_in_a_scope_of_its_own()
    {
        var id = GlobalId.Write("Case", World.Otter);
        var titles = new List<string>();
        await foreach (var answer in _host.Engine.Subscribe(new($"subscription{{caseChanged(id:\"{id}\"){{title lead{{name}}}}}}"), _host.Services, World.Officer, default))
            titles.Add(Host.Json(answer).GetRawText());
        Assert.Equal(
            ["""{"data":{"caseChanged":{"title":"one","lead":{"name":"Ann"}}}}""", """{"data":{"caseChanged":{"title":"two","lead":{"name":"Ann"}}}}"""],
            titles);
        Assert.Equal(2, _host.World.Readers);
    }

    [Fact]
    public async Task Opens_a_subscription_without_a_fault_in_the_log()
    {
        var log = new Lines();
        await using var host = await Host.Start(services => services.AddLogging(l => l.AddProvider(log)));
        var id = GlobalId.Write("Case", World.Otter);
        await foreach (var _ in host.Engine.Subscribe(new($"subscription{{caseChanged(id:\"{id}\"){{title}}}}"), host.Services, World.Officer, default))
        {
        }
        Assert.DoesNotContain(log.All, line => line.Contains("INTERNAL_ERROR", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subscription{caseChanged(id:\"x\"){unknown}}", false)]
    [InlineData("{hello}", true)]
    public async Task Answers_once_what_is_no_stream(string query, bool executed)
    {
        var answers = new List<Answer>();
        await foreach (var answer in _host.Engine.Subscribe(new(query), _host.Services, World.Officer, default))
            answers.Add(answer);
        Assert.Equal(executed, Assert.Single(answers).Executed);
    }

    [Fact]
    public async Task Ends_a_subscription_when_nobody_listens_any_more()
    {
        using var gone = new CancellationTokenSource();
        var id = GlobalId.Write("Case", World.Otter);
        await using var events = _host.Engine.Subscribe(new($"subscription{{caseChanged(id:\"{id}\"){{title}}}}"), _host.Services, World.Officer, gone.Token)
            .GetAsyncEnumerator(gone.Token);
        Assert.True(await events.MoveNextAsync());
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await events.MoveNextAsync());
    }

    [Fact]
    public async Task Takes_the_size_of_a_page_from_a_variable_into_the_cost()
    {
        const string query = "query A($n:Int=1){cases(first:50){nodes{timeline(first:$n){nodes{id}}}}}";
        Assert.True((await _host.Ask(query)).TryGetProperty("data", out _));
        Assert.Equal("HC0047", Code(await _host.Ask(query, new { n = 50 })));
        Assert.True((await _host.Ask(query, new { n = 1 })).TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Lets_an_ordinary_page_pass_the_cost()
    {
        var answer = await _host.Ask("{cases(first:50){totalCount pageInfo{hasNextPage endCursor} edges{cursor node{id number title lead{id name agency{name}}}}}}");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
    }

    [Fact]
    public async Task Keeps_only_documents_that_passed_and_not_more_than_it_may()
    {
        var cache = new DocumentCache(2);
        var schema = _host.Services.GetRequiredService<ISchema>();
        foreach (var text in new[] { "{hello}", "{me{id}}" })
            cache.Keep(text, (await Preparing.Prepare(schema, text, default)).Prepared!);
        Assert.NotNull(cache.Find("{hello}"));
        cache.Keep("{__typename}", (await Preparing.Prepare(schema, "{__typename}", default)).Prepared!);
        Assert.Null(cache.Find("{me{id}}"));
        Assert.NotNull(cache.Find("{hello}"));
        Assert.Equal(2, cache.Count);
    }

    [Theory]
    [InlineData("{a:hello a:me{id}}")]
    [InlineData("{hello(name:\"a\") hello(name:\"b\")}")]
    [InlineData("{node(id:\"x\"){...on Case{x:number} ...on Officer{x:agency{name}}}}")]
    [InlineData("{me{id} ...F} fragment F on Query{me:case(id:\"x\"){id}}")]
    [InlineData("{node(id:\"x\"){...on Case{x:title} ...on Case{x:number}}}")]
    [InlineData("{node(id:\"x\"){...on Case{x:title} ...on Officer{x:agency{x:name}}}}")]
    [InlineData("{cases{nodes{...A ...B}}} fragment A on Case{lead{x:name}} fragment B on Case{lead{x:id}}")]
    [InlineData("{node(id:\"x\"){...on Case{x:priority} ...on Officer{x:name}}}")]
    public async Task Refuses_fields_that_cannot_be_merged(string query) =>
        Assert.Equal("OVERLAPPING_FIELDS_CAN_BE_MERGED", Code(await _host.Ask(query)));

    [Theory]
    [InlineData("{hello hello}")]
    [InlineData("{hello(name:\"a\") hello(name:\"a\")}")]
    [InlineData("{me{id} me{name}}")]
    [InlineData("{node(id:\"x\"){...on Case{x:title} ...on Officer{x:name}}}")]
    [InlineData("{node(id:\"x\"){...on Case{x:lead{name}} ...on Entry{x:case{title}}}}")]
    [InlineData("{cases{nodes{...A ...A lead{id}}}} fragment A on Case{lead{name}}")]
    public async Task Merges_fields_that_can_be(string query) =>
        Assert.True((await _host.Ask(query)).TryGetProperty("data", out _));

    private static string? Code(System.Text.Json.JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private sealed class Gone(string? state, bool transient = true) : DbException("host=secret")
    {
        public override string? SqlState => state;

        public override bool IsTransient => transient && state is null;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception?.Message);

        public void Dispose() { }
    }
}
