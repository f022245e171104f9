using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>Each script runs many checks and reports every one; the test is green when all are.</summary>
public sealed class ClientTests(ConformanceHost host, ITestOutputHelper output) : IClassFixture<ConformanceHost>
{
    [Fact]
    public Task The_audits_of_graphql_http_pass() => NodeProject.Run("http.mjs", host.Target, output);

    [Fact]
    public Task The_graphql_ws_client_and_its_close_codes_work() => NodeProject.Run("ws.mjs", host.Target, output);

    [Fact]
    public Task The_older_websocket_protocol_works() => NodeProject.Run("legacy.mjs", host.Target, output);

    [Fact]
    public Task The_graphql_sse_client_works() => NodeProject.Run("sse.mjs", host.Target, output);

    [Fact]
    public Task Introspection_with_all_options_builds_a_client_schema() => NodeProject.Run("introspection.mjs", host.Target, output);

    [Fact]
    public Task Relay_and_graphql_codegen_compile_the_documents_against_the_committed_schema() =>
        NodeProject.Run("documents.mjs", new { schema = Path.Combine(NodeProject.Root, "schema.graphql") }, output);
}
