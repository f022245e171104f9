using System.Net;
using System.Text.RegularExpressions;
using CaseManager.Server.Tests.Live;
using Xunit;

namespace CaseManager.Server.Tests.Web;

public sealed partial class AppPageTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("app-");

    private string Project => Path.Combine(_root.FullName, "src", "CaseManager.Web");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("/")]
    [InlineData("/cases/NG-2026-014")]
    public async Task Every_address_of_the_app_is_its_page_with_a_nonce_of_its_own(string path)
    {
        Build();
        await using var host = await ToyHost.Start(root: _root.FullName);

        var (one, other) = (await Get(host, path), await Get(host, path));

        var nonce = Nonce().Match(await one.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.Equal(24, nonce.Length);
        Assert.Contains($"style-src 'self' 'nonce-{nonce}'", Policy(one), StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_come_from_this_server_and_only_the_issuers_are_asked_besides()
    {
        Build();
        await using var host = await ToyHost.Start(root: _root.FullName);

        var policy = Policy(await Get(host, "/"));

        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' https://login.example; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_given_compressed_to_whom_it_may_and_kept_for_ever()
    {
        Build();
        await using var host = await ToyHost.Start(root: _root.FullName);
        using var asks = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, "/assets/index-1.js"));
        asks.Headers.Add("Accept-Encoding", "gzip, br");

        using var compressed = await Http.SendAsync(asks);
        var plain = await Get(host, "/assets/index-1.js");

        Assert.Equal(("br", "brotli"), (Assert.Single(compressed.Content.Headers.ContentEncoding), await compressed.Content.ReadAsStringAsync()));
        Assert.Equal("script", await plain.Content.ReadAsStringAsync());
        Assert.Contains("immutable", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/none.js")]
    [InlineData("/assets/..%2Findex.html")]
    [InlineData("/robots.txt")]
    public async Task What_is_no_place_in_the_app_is_not_found(string path)
    {
        Build();
        await using var host = await ToyHost.Start(root: _root.FullName);

        Assert.Equal(HttpStatusCode.NotFound, (await Get(host, path)).StatusCode);
    }

    [Fact]
    public async Task An_app_that_is_not_built_says_how_to_build_it()
    {
        Write("package-lock.json", "{}");
        await using var host = await ToyHost.Start(root: _root.FullName);

        var page = await Get(host, "/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("npm ci &amp;&amp; npm run build", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private void Build()
    {
        Write("package-lock.json", "{}");
        Write("dist/app/assets/index-1.js", "script");
        Write("dist/app/assets/index-1.js.br", "brotli");
        Write("dist/app/index.html", """<meta name="style-nonce" content="" /><script src="/assets/index-1.js">""");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(Project, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static Task<HttpResponseMessage> Get(ToyHost host, string path) => Http.GetAsync(new Uri(host.Url, path));

    private static string Policy(HttpResponseMessage page) => Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("content=\"([^\"]+)\"")]
    private static partial Regex Nonce();
}
