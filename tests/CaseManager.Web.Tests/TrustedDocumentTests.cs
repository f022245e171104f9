using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What the pages ask, the server knows by its hash.</summary>
[Collection(Northgate.Name)]
public sealed class TrustedDocumentTests(Site site)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_document_of_a_page_is_answered_by_its_hash_alone()
    {
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(Path.Combine(WebBuilt.Source, "dist", "app", "persisted-documents.json")))!;
        var (hash, _) = Assert.Single(manifest, d => d.Value.StartsWith("query Me ", StringComparison.Ordinal));
        await using var maya = await site.Open("Maya Roy");
        var token = new AuthenticationHeaderValue("Bearer", await maya.Page.EvaluateAsync<string>("sessionStorage.getItem('casemanager.token')"));

        Assert.Equal("Maya Roy", (await Ask(new { documentId = hash }, token)).GetProperty("data").GetProperty("me").GetProperty("name").GetString());
        var bare = new { extensions = new { persistedQuery = new { version = 1, sha256Hash = hash.Replace("sha256:", "", StringComparison.Ordinal) } } };
        Assert.Equal("Maya Roy", (await Ask(bare, token)).GetProperty("data").GetProperty("me").GetProperty("name").GetString());
        var unknown = (await Ask(new { documentId = "sha256:" + new string('0', 64) }, token)).GetProperty("errors")[0];
        Assert.Equal(("PersistedQueryNotFound", "HC0020"), (unknown.GetProperty("message").GetString(), unknown.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/persisted-documents.json")]
    [InlineData("/app/persisted-documents.json")]
    [InlineData("/assets/persisted-documents.json")]
    public async Task Nobody_is_handed_the_list_of_them(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(site.Address, path))).StatusCode);

    private async Task<JsonElement> Ask(object body, AuthenticationHeaderValue token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/graphql")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token;
        using var answer = await Http.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
