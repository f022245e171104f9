using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>Each script runs many checks and reports every one; the test is green when all are.</summary>
public sealed class ClientTests(ConformanceHost host, ITestOutputHelper output) : IClassFixture<ConformanceHost>
{
    [Fact]
    public Task The_graphql_ws_client_and_its_close_codes_work() => NodeProject.Run("ws.mjs", host.Target, output);

    [Fact]
    public Task The_older_websocket_protocol_works() => NodeProject.Run("legacy.mjs", host.Target, output);

    [Fact]
    public Task The_graphql_sse_client_works() => NodeProject.Run("sse.mjs", host.Target, output);
}
