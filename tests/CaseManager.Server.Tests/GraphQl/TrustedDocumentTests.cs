using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Trusted;
using CaseManager.Server.Tests.GraphQl.Toy;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Document = "query Hello{hello}";

    private static readonly string Sha256 = Hash(Document);

    private readonly string _folder = Directory.CreateTempSubdirectory("trusted").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    public static TheoryData<string> Bodies =>
    [
        $$"""{"id":"{{Sha256}}"}""",
        $$"""{"documentId":"sha256:{{Sha256}}"}""",
        $$"""{"doc_id":"{{Sha256.ToUpperInvariant()}}"}""",
        $$$$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{Sha256}}}}"}}}""",
        $$"""{"query":"{{Document}}"}""",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Executes_a_shipped_document_however_it_is_named(string body)
    {
        await using var host = await Locked();
        using var answer = await host.Post(body);
        Assert.Equal("""{"data":{"hello":"hello world"}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Executes_it_by_get_too()
    {
        await using var host = await Locked();
        using var answer = await host.Send(new HttpRequestMessage(HttpMethod.Get, $"/graphql?id={Sha256}"));
        Assert.Equal("""{"data":{"hello":"hello world"}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Executes_what_the_web_app_was_built_with_also_when_it_is_built_while_the_server_runs()
    {
        const string Later = "query Later{hello}";
        var manifest = Path.Combine(_folder, "app.manifest");
        await using var host = await Host.Start(
            services => services.AddSingleton<AppDocuments>(() => manifest), ("GraphQl:TrustedDocumentsOnly", "true"), ("GraphQl:TrustedDocuments", _folder));
        Assert.Equal("HC0020", await Code(host, Sha256));

        await Build(manifest, Document, DateTime.UtcNow.AddMinutes(-2));
        Assert.Null(await Code(host, Sha256));
        Assert.Equal("HC0020", await Code(host, Hash(Later)));

        // A page of the build before may still be open.
        await Build(manifest, Later, DateTime.UtcNow.AddMinutes(-1));
        Assert.Null(await Code(host, Hash(Later)));
        Assert.Null(await Code(host, Sha256));
        using var text = await host.Post($$"""{"query":"{{Later}}"}""");
        Assert.Equal("""{"data":{"hello":"hello world"}}""", await text.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"id":"0000"}""", "officer", "HC0020")]
    [InlineData("""{"query":"{hello}"}""", "officer", "HC0067")]
    [InlineData("""{"query":"{__schema{types{name}}}"}""", "officer", "HC0067")]
    [InlineData("""{"query":"{hello}"}""", "developer", null)]
    [InlineData("""{"query":"{__schema{types{name}}}"}""", "developer", null)]
    public async Task Executes_free_text_for_developers_only(string body, string token, string? code)
    {
        await using var host = await Locked();
        using var answer = await host.Post(body, token: token);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(code, json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    [Theory]
    [InlineData("{hello}", null)]
    [InlineData("{__schema{types{name}}}", "HC0046")]
    [InlineData("mutation{openCase(input:{title:\"A\",lead:\"T2ZmaWNlcjox\"}){version}}", "HC0067")]
    [InlineData("subscription{caseChanged(id:\"Q2FzZTox\"){id}}", "HC0067")]
    public async Task Executes_queries_of_their_own_for_roles_that_are_named_and_no_acts(string text, string? code)
    {
        await using var host = await Locked(("GraphQl:FreeQueryRoles:0", "analysis"));
        using var answer = await host.Post(JsonSerializer.Serialize(new { query = text }), token: "analyst");
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(code, json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
        using var officer = await host.Post(JsonSerializer.Serialize(new { query = text }));
        Assert.Contains("HC0067", await officer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_schema_to_officers_when_locked()
    {
        await using var host = await Locked();
        await File.WriteAllTextAsync(Path.Combine(_folder, "introspect.graphql"), "{__schema{types{name}}}");
        using var officer = await host.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl"));
        Assert.Equal(403, (int)officer.StatusCode);
        using var developer = await host.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl"), token: "developer");
        Assert.Equal(200, (int)developer.StatusCode);
    }

    [Fact]
    public async Task Does_not_introspect_for_officers_when_locked_even_by_a_trusted_document()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "introspect.graphql"), "{__schema{types{name}}}");
        await using var host = await Locked();
        using var answer = await host.Post("""{"query":"{__schema{types{name}}}"}""");
        Assert.Contains("HC0046", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reads_manifests_by_either_hash(bool sha)
    {
#pragma warning disable CA5351 // What Relay writes.
        var id = sha ? "sha256:" + Sha256 : Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Document)));
#pragma warning restore CA5351
        File.WriteAllText(Path.Combine(_folder, "persisted-documents.json"), JsonSerializer.Serialize(new Dictionary<string, string> { [id] = Document }));
        var documents = TrustedDocuments.In(_folder);
        Assert.Equal(Document, documents.Find(id));
        Assert.True(documents.Contains(Document));
    }

    [Fact]
    public void Does_not_start_with_a_document_under_a_foreign_id()
    {
        File.WriteAllText(Path.Combine(_folder, "persisted-documents.json"), JsonSerializer.Serialize(new Dictionary<string, string> { [Sha256] = "{other}" }));
        Assert.Throws<InvalidOperationException>(() => TrustedDocuments.In(_folder));
    }

    private static async Task Build(string manifest, string document, DateTime at)
    {
        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new Dictionary<string, string> { ["sha256:" + Hash(document)] = document }));
        File.SetLastWriteTimeUtc(manifest, at);
    }

    private static async Task<string?> Code(Host host, string hash)
    {
        using var answer = await host.Post($$"""{"documentId":"{{hash}}"}""");
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<Host> Locked(params (string, string)[] more)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "hello.graphql"), Document);
        return await Host.Start(null, [("GraphQl:TrustedDocumentsOnly", "true"), ("GraphQl:TrustedDocuments", _folder), .. more]);
    }
}
