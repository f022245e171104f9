using System.Net;
using CaseManager.Server.Tests.Live;
using Xunit;

namespace CaseManager.Server.Tests.Ide;

public sealed class IdePageTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ide-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_browser_that_opens_the_endpoint_gets_the_built_page_and_its_files()
    {
        Source("ide/main.tsx", "sources");
        Built("assets/index-1.js", "script");
        Built("index.html", """<script src="/graphql/ide/assets/index-1.js">""");
        await using var host = await ToyHost.Start(root: _root.FullName);

        var page = await Get(host, "/graphql");
        var script = await Get(host, "/graphql/ide/assets/index-1.js");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("script", "text/javascript"), (await script.Content.ReadAsStringAsync(), script.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_browser_is_told_to_ask_no_other_host_and_run_no_inline_script()
    {
        await using var host = await ToyHost.Start(root: _root.FullName);

        var page = await Get(host, "/graphql");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_built_says_how_to_build_it()
    {
        Source("ide/main.tsx", "sources");
        await using var host = await ToyHost.Start(root: _root.FullName);

        var page = await Get(host, "/graphql");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("npm ci &amp;&amp; npm run build", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_was_broken_off_is_not_shown()
    {
        Source("ide/main.tsx", "sources");
        Built("index.html", """<script src="/graphql/ide/assets/index-1.js">""");
        await using var host = await ToyHost.Start(root: _root.FullName);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Get(host, "/graphql")).StatusCode);
    }

    [Fact]
    public async Task A_page_older_than_its_sources_is_not_shown()
    {
        Built("index.html", "old");
        File.SetLastWriteTimeUtc(Path.Combine(Web, "dist", "ide", "index.html"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Source("ide/main.tsx", "sources");
        await using var host = await ToyHost.Start(root: _root.FullName);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Get(host, "/graphql")).StatusCode);
    }

    [Theory]
    [InlineData("..%2Findex.html")]
    [InlineData("..%5Cindex.html")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("none.js")]
    public async Task Only_the_pages_own_files_are_given(string name)
    {
        Source("ide/main.tsx", "sources");
        Built("assets/index-1.js", "script");
        Built("index.html", "page");
        await using var host = await ToyHost.Start(root: _root.FullName);

        Assert.Equal(HttpStatusCode.NotFound, (await Get(host, $"/graphql/ide/assets/{name}")).StatusCode);
    }

    private string Web => Path.Combine(_root.FullName, "src", "CaseManager.Web");

    private void Source(string name, string text)
    {
        Write(Path.Combine(Web, name), text);
        Write(Path.Combine(Web, "package-lock.json"), "{}");
    }

    private void Built(string name, string text) => Write(Path.Combine(Web, "dist", "ide", name), text);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static Task<HttpResponseMessage> Get(ToyHost host, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, path));
        request.Headers.Accept.ParseAdd("text/html");
        return Http.SendAsync(request);
    }
}
