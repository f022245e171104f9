using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>One person at the API.</summary>
public sealed class Voice(HttpClient client, string token, string subject, string agency, string? trace = null)
{
    /// <summary>The person's id in the directory.</summary>
    public string Id { get; } = GlobalIds.Of("Officer", OfficerIds.Of(new AgencyId(agency), subject).Value);

    /// <summary>The same person, whose requests belong to a trace.</summary>
    /// <param name="parent">As in the header <c>traceparent</c>.</param>
    public Voice Within(string parent) => new(client, token, subject, agency, parent);

    /// <summary>The same person at another node.</summary>
    public Voice At(HttpClient node) => new(node, token, subject, agency);

    /// <summary>Follows something live.</summary>
    /// <param name="over">One of <see cref="LiveLine"/>'s transports.</param>
    public Task<LiveLine> Follow(string over, Alba.IAlbaHost node, string query, object variables) => LiveLine.Open(over, node, token, query, variables);

    /// <summary>Comes back to an event stream as a browser does.</summary>
    public Task<LiveLine> FollowAgain(Alba.IAlbaHost node, string query, object variables, string lastEvent) =>
        LiveLine.Again(node, token, query, variables, lastEvent);

    public override string ToString() => $"{subject} ({agency})";

    /// <summary>The answer's data; the question must have been answered without errors.</summary>
    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        var text = await Answer(query, variables);
        var answer = JsonDocument.Parse(text).RootElement;
        Assert.False(answer.TryGetProperty("errors", out _), text);
        return answer.GetProperty("data");
    }

    /// <summary>The whole answer, byte for byte.</summary>
    public async Task<string> Answer(string query, object? variables = null)
    {
        using var request = Request(query, variables, "application/json");
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The answer with its status and headers.</summary>
    public async Task<HttpResponseMessage> Send(string query)
    {
        using var request = Request(query, null, "application/graphql-response+json");
        return await client.SendAsync(request);
    }

    /// <summary>Does one act and reads back what came of it.</summary>
    /// <param name="mutation">Such as <c>openCase</c>.</param>
    public async Task<Outcome> Act(string mutation, object input)
    {
        var text = await Answer(Mutations.Document(mutation), new { input });
        var answer = JsonDocument.Parse(text).RootElement;
        if (answer.TryGetProperty("errors", out var errors))
            return Outcome.NotUnderstood(text, errors[0]);
        return Outcome.Of(text, answer.GetProperty("data").GetProperty(mutation));
    }

    /// <summary>The same, for acts that a test takes for granted.</summary>
    public async Task<Outcome> Do(string mutation, object input)
    {
        var outcome = await Act(mutation, input);
        Assert.True(outcome.Code is null, outcome.Text);
        return outcome;
    }

    /// <summary>Listens to a subscription until the connection is let go.</summary>
    public async Task<EventStream> Listen(string query, object? variables = null)
    {
        using var request = Request(query, variables, "text/event-stream");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(response, await response.Content.ReadAsStreamAsync());
    }

    private HttpRequestMessage Request(string query, object? variables, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (trace is not null)
            request.Headers.Add("traceparent", trace);
        return request;
    }
}
