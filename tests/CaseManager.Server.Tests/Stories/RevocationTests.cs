using System.Collections.Concurrent;
using System.Diagnostics;
using CaseManager.Server.Tests.Api;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Who loses a right loses what is live by it, on whichever node it runs, and nobody else does.</summary>
[Collection(ApiTests.Name)]
public sealed class RevocationTests(ServerHost host, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Northgate _world = host.World;
    private Alba.IAlbaHost _other = null!;
    private HttpClient _there = null!;
    private readonly ConcurrentBag<TimeSpan> _took = [];

    public async Task InitializeAsync()
    {
        _other = await host.AnotherNode();
        _there = _other.Server.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _there.Dispose();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Streams_end_on_both_nodes_when_a_role_is_withdrawn_and_those_of_others_go_on()
    {
        var rounds = 20 * Store.Scale.Of;
        for (var round = 0; round < rounds; round++)
        {
            var file = await _world.NewCase();
            await using var near = await Followed(_world.Theo, file);
            await using var far = await Followed(host.As("theo.lang", "OPS", _there), file);
            await using var others = await Followed(host.As("jules.bedard", "CFP", _there), file);

            await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
            var ending = Task.WhenAll(Ends(near, errorCode: null), Ends(far, errorCode: null));
            await _world.NewEntry(file, "Among us");
            await ending;

            await Hears(others, "Among us");
        }
        var late = _took.Count(took => took > Promised);
        output.WriteLine($"figure T4 revocations={2 * rounds} late={late} later-data=0 p99-ms={_took.Order().ElementAt(_took.Count * 99 / 100).TotalMilliseconds:0}");
    }

    [Fact]
    public async Task Streams_end_when_a_role_runs_out()
    {
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Novak.Id, role = "OBSERVER", until = DateTimeOffset.UtcNow.AddSeconds(3), reason = "For the briefing" });
        await using var stream = await Followed(host.As("a.novak", "USDE", _there), file);
        await Ends(stream, errorCode: null);
    }

    [Fact]
    public async Task Streams_end_when_the_agency_leaves_the_task_force()
    {
        var code = $"T{Guid.NewGuid():n}"[..9].ToUpperInvariant();
        var force = (await _world.Registrar.Do("establishTaskForce", new { code, name = "Spur", purpose = "Test of leaving", agreement = "v1" })).Id;
        await _world.Registrar.Do("joinTaskForce", new { taskForce = force, agency = "USDE" });
        foreach (var officer in new[] { _world.Daniel, _world.Maya })
            await _world.Registrar.Do("appointToTaskForce", new { taskForce = force, officer = officer.Id, role = "MEMBER", reason = "Agreement" });
        var file = (await _world.Maya.Do("openCase", new { title = "Shared", summary = "With all", taskForce = force, audience = "TASK_FORCE" })).Id;
        await using var stream = await Followed(host.As("daniel.reyes", "USDE", _there), file);

        await _world.Registrar.Do("leaveTaskForce", new { taskForce = force, agency = "USDE", reason = "Agreement ended" });
        await Ends(stream, errorCode: null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)] // nobody does anything at that moment: the clock alone ends the service
    public async Task Who_leaves_the_service_is_cut_off_everywhere(int seconds)
    {
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "Leaving Officer" });
        var leaving = host.As(subject, "CFP");
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = leaving.Id, role = "OBSERVER", reason = "Asked" });
        await using var near = await Followed(leaving, file);
        await using var far = await Followed(host.As(subject, "CFP", _there), file);

        await _world.Registrar.Do("recordDeparture", new { officer = leaving.Id, on = seconds == 0 ? (DateTimeOffset?)null : DateTimeOffset.UtcNow.AddSeconds(seconds), reason = "Retires" });
        await Task.WhenAll(Ends(near, "AUTH_NOT_AUTHORIZED"), Ends(far, "AUTH_NOT_AUTHORIZED"));
        Assert.Equal("null", (await leaving.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = file })).GetProperty("case").GetRawText());
    }

    private Task<EventStream> Followed(Voice by, string file) => Timelines.Followed(by, file, Patience, () => _world.NewEntry(file, "Seen"));

    private async Task Ends(EventStream stream, string? errorCode)
    {
        var asked = Stopwatch.StartNew();
        var last = "";
        while (await stream.Next(Patience) is { } told)
        {
            last = told.ToString();
            Assert.DoesNotContain("Among us", last, StringComparison.Ordinal);
        }
        _took.Add(asked.Elapsed);
        Assert.Equal(errorCode is not null, last.Contains("\"errors\"", StringComparison.Ordinal));
        Assert.Contains(errorCode ?? "", last, StringComparison.Ordinal);
    }

    private static async Task Hears(EventStream stream, string text)
    {
        while (await stream.Next(Patience) is { } told)
        {
            if (told.ToString().Contains(text, StringComparison.Ordinal))
                return;
        }
        Assert.Fail("The stream of somebody else ended.");
    }
}
