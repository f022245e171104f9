using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Tests.Live;
using Xunit;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>The server that the clients talk to, and what they ask it. The only place that knows which server that is.</summary>
public sealed class ConformanceHost : IAsyncLifetime
{
    private ToyHost? _host;

    /// <summary>What <c>tests/conformance/README.md</c> calls the target.</summary>
    public object Target => new
    {
        url = _host!.Url.ToString(),
        token = ToyHost.Token,
        shortToken = ToyHost.ShortToken,
        query = new { query = "{ hello }" },
        mutation = new { query = "mutation { ping }" },
        subscription = new { query = "subscription { watch }" },
    };

    public async Task InitializeAsync() => _host = await ToyHost.Start(new LiveLimits { InitWithin = TimeSpan.FromSeconds(3) });

    public async Task DisposeAsync() => await _host!.DisposeAsync();
}
