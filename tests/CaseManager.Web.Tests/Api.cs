using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>The API as somebody's program uses it, to make the world a page is then looked at with.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient _http;

    private Api(HttpClient http) => _http = http;

    /// <param name="agency">Code of the officer's agency; <paramref name="subject"/> such as <c>maya.roy</c>.</param>
    public static async Task<Api> As(Uri address, string agency, string subject)
    {
        var http = new HttpClient { BaseAddress = address };
        using var form = new FormUrlEncodedContent([new("grant_type", "urn:casemanager:demo-officer"), new("username", subject)]);
        using var answer = await http.PostAsync(new Uri($"/dev-identity/{agency}/token", UriKind.Relative), form);
        var token = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http);
    }

    /// <summary>The data of the answer; an answer with errors is a fault.</summary>
    public async Task<JsonNode> Ask(string query, object? variables = null)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query, variables });
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True(body["errors"] is null, body["errors"]?.ToJsonString());
        return body["data"]!;
    }

    /// <summary>Does one act and answers with its payload, which must hold no errors.</summary>
    /// <param name="mutation">Such as <c>openCase</c>; <paramref name="input"/> without its key; <paramref name="wanted"/> the fields of the payload.</param>
    public async Task<JsonNode> Act(string mutation, object input, string wanted)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input!";
        var keyed = JsonSerializer.SerializeToNode(input)!.AsObject();
        keyed["clientMutationId"] = Guid.NewGuid().ToString();
        var payload = (await Ask($"mutation($input: {type}) {{ {mutation}(input: $input) {{ {wanted} errors {{ ... on Error {{ code message }} }} }} }}", new { input = keyed }))[mutation]!;
        Assert.True(payload["errors"] is null or JsonArray { Count: 0 }, payload["errors"]?.ToJsonString());
        return payload;
    }

    public void Dispose() => _http.Dispose();
}
