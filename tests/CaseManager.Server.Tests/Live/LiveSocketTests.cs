using System.Net.WebSockets;
using CaseManager.Server.GraphQl.Live;
using Xunit;

namespace CaseManager.Server.Tests.Live;

/// <summary>What no well-behaved client shows: revocation, limits, clients that do not read or just vanish.</summary>
public sealed class LiveSocketTests
{
    private const string Watch = "subscription { watch }";

    [Fact]
    public async Task Revocation_closes_that_officers_sockets_and_no_others()
    {
        await using var host = await ToyHost.Start();
        await using var revoked = await ToySocket.Ready(host, "good-ana");
        await using var other = await ToySocket.Ready(host, "good-ben");
        await revoked.Subscribe("1", Watch);
        Assert.Equal("next", (await revoked.Hear()).Type);

        host.Sessions.End(caller => caller.Subject == "good-ana");

        Assert.Equal(("closed", null, "4403"), await revoked.Hear());
        await Eventually.True(() => host.Watchers.Count == 0, "the operation ends with the socket");
        await other.Subscribe("1", "{ me }");
        Assert.Contains("good-ben", (await other.Hear()).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revocation_reaches_whoever_is_being_authenticated_at_that_moment()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var host = await ToyHost.Start(whileAuthenticating: async () =>
        {
            asked.TrySetResult();
            await answer.Task;
        });
        await using var socket = await ToySocket.Open(host, "good-ana");
        await asked.Task;

        host.Sessions.End(caller => caller.Subject == "good-ana");
        answer.SetResult();

        Assert.Equal(("closed", null, "4403"), await socket.Hear());
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_and_everything_is_freed()
    {
        await using var host = await ToyHost.Start(new LiveLimits { StalledAfter = TimeSpan.FromSeconds(1), QueuedMessages = 4 });
        await using var socket = await ToySocket.Ready(host);
        await socket.Subscribe("1", "subscription { flood }");

        await Eventually.True(() => host.Watchers.Count == 1, "the flood begins");
        await Eventually.True(() => host.Watchers.Count == 0 && host.Sessions.Count == 0, "the flood is stopped");
    }

    [Fact]
    public async Task A_client_that_vanishes_frees_everything()
    {
        await using var host = await ToyHost.Start();
        var socket = await ToySocket.Ready(host);
        await socket.Subscribe("1", Watch);
        await Eventually.True(() => host.Watchers.Count == 1, "the subscription begins");

        await socket.DisposeAsync();

        await Eventually.True(() => host.Watchers.Count == 0 && host.Sessions.Count == 0, "nothing is held");
    }

    [Fact]
    public async Task One_operation_too_many_is_refused_and_the_others_go_on()
    {
        await using var host = await ToyHost.Start(new LiveLimits { OperationsPerSocket = 2 });
        await using var socket = await ToySocket.Ready(host);
        await socket.Subscribe("1", Watch);
        await socket.Subscribe("2", Watch);
        await socket.Subscribe("3", Watch);

        var heard = new[] { await socket.Hear(), await socket.Hear(), await socket.Hear() };

        Assert.Equal(["error 3", "next 1", "next 2"], heard.Select(message => $"{message.Type} {message.Id}").Order());
        await socket.Say("""{"id":"1","type":"complete"}""");
        await socket.Subscribe("4", "{ hello }");
        Assert.Equal(("next", "4"), await socket.Hear() is var (type, id, _) ? (type, id) : default);
    }

    [Fact]
    public async Task One_socket_too_many_of_an_officer_is_refused_until_another_is_closed()
    {
        await using var host = await ToyHost.Start(new LiveLimits { ConnectionsPerOfficer = 1 });
        var first = await ToySocket.Ready(host);
        await using var second = await ToySocket.Open(host);
        Assert.Equal(("closed", null, "4403"), await second.Hear());
        await using var colleague = await ToySocket.Ready(host, "good-ben");

        await first.DisposeAsync();
        await Eventually.True(() => host.Sessions.Count == 1, "the first is gone");
        await using var third = await ToySocket.Ready(host);
    }

    [Fact]
    public async Task Each_operation_has_a_scope_of_its_own()
    {
        await using var host = await ToyHost.Start();
        await using var socket = await ToySocket.Ready(host);

        var scopes = new HashSet<string>();
        for (var id = 0; id < 3; id++)
        {
            await socket.Subscribe($"{id}", "{ scope }");
            scopes.Add((await socket.Hear()).Payload);
            Assert.Equal("complete", (await socket.Hear()).Type);
        }

        Assert.Equal(3, scopes.Count);
    }

    [Fact]
    public async Task A_bug_in_one_operation_is_told_without_its_text_and_the_socket_lives()
    {
        await using var host = await ToyHost.Start();
        await using var socket = await ToySocket.Ready(host);

        await socket.Subscribe("1", "bug");
        var (type, _, payload) = await socket.Hear();

        Assert.Equal("error", type);
        Assert.DoesNotContain("secret", payload, StringComparison.Ordinal);
        await socket.Subscribe("1", "{ hello }");
        Assert.Contains("Schönen Tag", (await socket.Hear()).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_down_says_so()
    {
        await using var host = await ToyHost.Start();
        await using var socket = await ToySocket.Ready(host);

        var stopping = host.Stop();

        Assert.Equal(("closed", null, "1001"), await socket.Hear());
        await stopping;
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}", true)]
    [InlineData("https://listed.example", true)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("null", false)]
    public async Task A_browsers_page_must_be_ours_or_listed(string origin, bool may)
    {
        await using var host = await ToyHost.Start(new LiveLimits { Origins = ["https://listed.example"] });
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", origin.Replace("{port}", $"{host.Url.Port}", StringComparison.Ordinal));

        var opening = Record.ExceptionAsync(() => socket.ConnectAsync(new UriBuilder(host.Url) { Scheme = "ws" }.Uri, default));

        Assert.Equal(may, await opening is null);
    }
}
