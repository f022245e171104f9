using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;

namespace CaseManager.Server.Demo;

/// <summary>Speaks to the server as any client would: over HTTP, with a token of the officer who acts.</summary>
internal sealed class DemoClient(HttpClient http, IdentitySettings settings, DevelopmentTokens tokens)
{
    private readonly Dictionary<string, string> _tokens = [];
    private readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public async Task<JsonNode> Ask(string subject, string query, object? variables, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Registration.Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(subject));
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Content = JsonContent.Create(new { query, variables }, options: _json);
        using var response = await http.SendAsync(request, cancel);
        var answer = await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
        return answer!;
    }

    private string TokenOf(string subject)
    {
        if (_tokens.TryGetValue(subject, out var token))
            return token;
        var agency = settings.DemoOfficers.Single(officer => officer.Subject == subject).Agency;
        return _tokens[subject] = tokens.For(subject, agency);
    }
}
