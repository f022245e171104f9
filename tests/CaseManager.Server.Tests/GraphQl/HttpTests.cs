using System.Net;
using System.Text;
using System.Text.Json;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Tests.GraphQl.Toy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class HttpTests : IAsyncLifetime
{
    private const string Response = "application/graphql-response+json";
    private const string Json = "application/json";

    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.Start();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(Response, Response)]
    [InlineData(Response + ", application/json;q=0.9", Response)]
    [InlineData("application/json;q=0.1, " + Response + ";q=0.2", Response)]
    [InlineData("text/event-stream, application/json", Json)]
    public async Task Answers_in_the_form_that_was_asked_for(string? accept, string form)
    {
        using var answer = await _host.Post("""{"query":"{hello}"}""", accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(form, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType!.CharSet);
    }

    [Theory]
    [InlineData("""{"query":"{"}""", Response, 400)]
    [InlineData("""{"query":"{"}""", Json, 200)]
    [InlineData("""{"query":"{unknown}"}""", Response, 400)]
    [InlineData("""{"query":"query A($n:Int!){cases(first:$n){totalCount}}"}""", Response, 400)]
    [InlineData("""{"query":"{missing}"}""", Response, 200)]
    [InlineData("""{"query":"{broken}"}""", Response, 200)]
    [InlineData("""{"query":"{broken}"}""", Json, 200)]
    [InlineData("""{"query":7}""", Json, 400)]
    [InlineData("""{"query":"{hello}","variables":[]}""", Json, 400)]
    [InlineData("""{"query":"{hello}","operationName":{}}""", Json, 400)]
    [InlineData("""{"query":"{hello}","extensions":"x"}""", Json, 400)]
    [InlineData("{}", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("""[{"query":"{hello}"}]""", Json, 400)]
    [InlineData("""{"query":"{hel""", Json, 400)]
    [InlineData("", Json, 400)]
    [InlineData("""{"query":"\ud800"}""", Json, 400)]
    [InlineData("""{"query":"subscription{caseChanged(id:\"x\"){id}}"}""", Json, 406)]
    [InlineData("""{"query":"{hello}","id":null,"variables":null,"operationName":null,"extensions":null}""", Json, 200)]
    public async Task Says_by_its_status_what_came_of_a_post(string body, string accept, int status)
    {
        using var answer = await _host.Post(body, accept);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.ValueKind);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("APPLICATION/JSON", 200)]
    public async Task Takes_json_only(string type, int status)
    {
        using var answer = await _host.Post("""{"query":"{hello}"}""", type: type);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_body_over_the_limit()
    {
        using var answer = await _host.Post("{\"query\":\"{hello}\",\"x\":\"" + new string('x', Limits.BodyBytes) + "\"}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_body_over_the_limit_that_does_not_say_its_length()
    {
        using var content = new StreamContent(new Endless());
        content.Headers.ContentType = new(Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        using var answer = await _host.Send(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("{\"query\":\"{hello}\"}", null)]
    [InlineData("{\"query\":\"{hello}\"}", "forged")]
    [InlineData("not json", "forged")]
    [InlineData("{\"query\":\"{__schema{types{name}}}\"}", null)]
    public async Task Gives_everybody_without_a_valid_token_the_same_answer(string body, string? token)
    {
        using var answer = await _host.Post(body, token: token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("""{"errors":[{"message":"The request carries no valid token.","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("query={hello}", 200)]
    [InlineData("query=query A($n:String!){hello(name:$n)}&variables={\"n\":\"x\"}&operationName=A", 200)]
    [InlineData("query={hello}&variables=x", 400)]
    [InlineData("query={hello}&variables=[]", 400)]
    [InlineData("query=mutation{amend(input:{case:\"x\" version:1 summary:\"s\"}){version}}", 405)]
    [InlineData("query=subscription{caseChanged(id:\"x\"){id}}", 405)]
    [InlineData("", 400)]
    public async Task Answers_queries_by_get(string query, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query);
        using var answer = await _host.Send(request, Json);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 405)
            Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("GraphQL-Preflight", 200)]
    [InlineData("GraphQL-Require-Preflight", 200)]
    [InlineData("Apollo-Require-Preflight", 200)]
    public async Task Wants_a_preflight_from_a_get_that_a_page_could_make(string? header, int status)
    {
        await using var host = await Host.Start(services => services.AddSingleton<CallerOf>(_ => World.Officer));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        if (header is not null)
            request.Headers.Add(header, "1");
        using var answer = await host.Send(request, token: null);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Knows_no_other_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var answer = await _host.Send(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Cannot_answer_in_a_form_it_does_not_know()
    {
        using var answer = await _host.Post("""{"query":"{hello}"}""", "text/csv");
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    public async Task Gives_the_schema_to_those_who_may_see_it(string path)
    {
        using var signedIn = await _host.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(_host.Services.ExportSchema(), await signedIn.Content.ReadAsStringAsync());
        using var anonymous = await _host.Send(new HttpRequestMessage(HttpMethod.Get, path), token: null);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
    }

    [Fact]
    public async Task Hands_a_subscription_to_the_stream_and_a_query_not()
    {
        var streamed = 0;
        await using var host = await Host.Start(services => services.AddSingleton<AnswerStream>((http, _, _) =>
        {
            streamed++;
            return http.Response.WriteAsync(":\n\n");
        }));
        using var query = await host.Post("""{"query":"{hello}"}""", "application/json, text/event-stream");
        Assert.Equal(0, streamed);
        using var subscription = await host.Post("""{"query":"subscription{caseChanged(id:\"x\"){id}}"}""", "application/json, text/event-stream");
        using var only = await host.Post("""{"query":"{hello}"}""", "text/event-stream");
        Assert.Equal(2, streamed);
    }

    [Fact]
    public async Task Writes_accents_and_quotes_as_they_are()
    {
        using var answer = await _host.Post("""{"query":"{cases(first:1){nodes{title}}}"}""");
        Assert.Contains("Loutre dérivée: 'œuf'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", true, true)]
    [InlineData("validate", false, true)]
    [InlineData("", true, false)]
    public async Task Tells_the_cost_when_asked(string header, bool data, bool cost)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{cases(first:2){nodes{id lead{name}} totalCount}}"}""", Encoding.UTF8, Json),
        };
        request.Headers.TryAddWithoutValidation("GraphQL-Cost", header);
        using var answer = await _host.Send(request);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(data, json.TryGetProperty("data", out _));
        Assert.Equal(cost, json.TryGetProperty("extensions", out var extensions));
        if (cost)
            Assert.Equal("""{"fieldCost":26,"typeCost":5}""", extensions.GetProperty("operationCost").GetRawText());
    }

    private sealed class Endless : MemoryStream
    {
        public Endless() : base(new byte[Limits.BodyBytes * 2]) { }

        public override bool CanSeek => false;
    }
}
