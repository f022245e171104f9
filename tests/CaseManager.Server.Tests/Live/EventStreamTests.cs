using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CaseManager.Server.GraphQl.Live;
using Xunit;

namespace CaseManager.Server.Tests.Live;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_silent_stream_is_kept_open_by_comments()
    {
        await using var host = await ToyHost.Start(new LiveLimits { CommentEvery = TimeSpan.FromMilliseconds(100) });
        using var lines = await Open(host, "subscription { watch }");

        Assert.Equal(
            [":", "", "event: next", """data: {"data":{"watch":"watching"}}""", "", ":", "", ":", ""],
            await Lines(lines, 9));
    }

    [Fact]
    public async Task Revocation_ends_the_stream_with_an_error()
    {
        await using var host = await ToyHost.Start();
        using var lines = await Open(host, "subscription { watch }");
        await Lines(lines, 5);

        host.Sessions.End(caller => caller.Subject == ToyHost.Token);

        var rest = await lines.ReadToEndAsync();
        Assert.Contains("AUTH_NOT_AUTHORIZED", rest, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", rest, StringComparison.Ordinal);
        await Eventually.True(() => host.Watchers.Count == 0 && host.Sessions.Count == 0, "nothing is held");
    }

    [Fact]
    public async Task A_client_that_vanishes_frees_everything()
    {
        await using var host = await ToyHost.Start();
        var lines = await Open(host, "subscription { watch }");
        await Lines(lines, 5);
        Assert.Equal(1, host.Watchers.Count);

        lines.Dispose();

        await Eventually.True(() => host.Watchers.Count == 0 && host.Sessions.Count == 0, "nothing is held");
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off()
    {
        await using var host = await ToyHost.Start(new LiveLimits { StalledAfter = TimeSpan.FromSeconds(1) });
        using var lines = await Open(host, "subscription { flood }");

        await Eventually.True(() => host.Watchers.Count == 1, "the flood begins");
        await Eventually.True(() => host.Watchers.Count == 0 && host.Sessions.Count == 0, "the flood is stopped");
    }

    [Fact]
    public async Task One_stream_too_many_of_an_officer_is_refused()
    {
        await using var host = await ToyHost.Start(new LiveLimits { ConnectionsPerOfficer = 1 });
        using var first = await Open(host, "subscription { watch }");

        using var second = await Ask(host, "subscription { watch }");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task A_bug_is_told_without_its_text()
    {
        await using var host = await ToyHost.Start();
        using var lines = await Open(host, "bug");

        var all = await lines.ReadToEndAsync();

        Assert.Contains("INTERNAL_ERROR", all, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", all, StringComparison.Ordinal);
    }

    private static async Task<StreamReader> Open(ToyHost host, string query)
    {
        var answer = await Ask(host, query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task<HttpResponseMessage> Ask(ToyHost host, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host.Url) { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ToyHost.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<List<string?>> Lines(StreamReader reader, int count)
    {
        var lines = new List<string?>();
        while (lines.Count < count) lines.Add(await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)));
        return lines;
    }

    private static readonly HttpClient Http = new();
}
