using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseManager.Bench.Web;

/// <summary>An officer of the demo world, acting by the API while somebody else looks on.</summary>
internal sealed class WebOfficer : IDisposable
{
    private const int AtOnce = 10;

    private readonly HttpClient _http;

    public WebOfficer(string address, string agency, string subject)
    {
        _http = new() { BaseAddress = new(address) };
        using var form = new FormUrlEncodedContent([new("grant_type", "urn:casemanager:demo-officer"), new("username", subject)]);
        using var answer = _http.PostAsync(new Uri($"/dev-identity/{agency}/token", UriKind.Relative), form).GetAwaiter().GetResult();
        var token = answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>().GetAwaiter().GetResult()!["access_token"]!.GetValue<string>();
        _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>A case with so many entries, over two years; its number.</summary>
    public async Task<string> OpenLongCase(int entries)
    {
        var opened = (await Ask("mutation($i: OpenCaseInput!) { openCase(input: $i) { case { id number } } }", new { i = new { title = "Long", summary = "Many entries", clientMutationId = Guid.NewGuid() } }))["openCase"]!["case"] ?? throw new InvalidOperationException("No case was opened.");
        var file = opened["id"]!.GetValue<string>();
        var began = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var done = 0; done < entries; done += AtOnce)
        {
            var parts = Enumerable.Range(done, AtOnce).Select(n =>
                $$"""e{{n}}: recordTimelineEntry(input: { case: "{{file}}", text: "Entry {{n}}: drums are moved from bay {{n % 9}} to bay {{n % 7}}, plate CKXR {{n % 500}}; the driver is not the one of last time.", tags: ["bay-{{n % 9}}"], occurred: { zone: "America/Toronto", at: "{{began.AddMinutes(100 * n):yyyy-MM-ddTHH:mm}}" }, clientMutationId: "{{Guid.NewGuid()}}" }) { errors { __typename } }""");
            await Ask("mutation {" + string.Join('\n', parts) + "}", null);
        }
        return opened["number"]!.GetValue<string>();
    }

    /// <summary>The operation, one's own site in it, and the version of the site.</summary>
    public async Task<(string Operation, string Site, long Version)> OwnSite()
    {
        var operation = (await Ask("{ operations(first: 1) { nodes { id sites(first: 5) { nodes { id version } } } } }", null))["operations"]!["nodes"]![0]!;
        var site = operation["sites"]!["nodes"]![0]!;
        return (operation["id"]!.GetValue<string>(), site["id"]!.GetValue<string>(), site["version"]!.GetValue<long>());
    }

    /// <summary>Says that the site is ready, or not; its version after.</summary>
    public async Task<long> Report(string site, long version, bool ready)
    {
        var id = Guid.NewGuid();
        var answer = ready
            ? (await Ask("mutation($i: ReportSiteReadyInput!) { done: reportSiteReady(input: $i) { version errors { __typename } } }", new { i = new { site, version, clientMutationId = id } }))["done"]!
            : (await Ask("mutation($i: ReportSiteNotReadyInput!) { done: reportSiteNotReady(input: $i) { version errors { __typename } } }", new { i = new { site, reason = "Radio", clientMutationId = id } }))["done"]!;
        return answer["version"]?.GetValue<long>() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Ask(string query, object? variables)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query, variables });
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return body["errors"] is null && body["data"] is { } data ? data : throw new InvalidOperationException(body.ToJsonString());
    }
}
