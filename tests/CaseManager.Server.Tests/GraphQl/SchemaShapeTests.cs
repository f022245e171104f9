using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Tests.GraphQl.Toy;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class SchemaShapeTests : IAsyncLifetime
{
    private string _sdl = "";
    private Host _host = null!;

    public async Task InitializeAsync()
    {
        _host = await Host.Start();
        _sdl = _host.Services.ExportSchema();
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("interface Node {")]
    [InlineData("type Case implements Node {")]
    [InlineData("  node(id: ID!): Node ")]
    [InlineData("  nodes(ids: [ID!]!): [Node]! ")]
    [InlineData("  lead: Officer ")]
    [InlineData("  team: [Officer]! ")]
    [InlineData("  number: String!")]
    [InlineData("  summary: String\n")]
    [InlineData("  tags: [String!]!")]
    [InlineData("  oldNumber: String! @deprecated(reason: \"Use number.\")")]
    [InlineData("type CasesConnection {")]
    [InlineData("  edges: [CasesEdge!]")]
    [InlineData("  nodes: [Case!]")]
    [InlineData("  pageInfo: PageInfo!")]
    [InlineData("  totalCount: Int! ")]
    [InlineData("type TimelineEdge {\n  \"Marks the row's place in the list.\"\n  cursor: String!")]
    [InlineData("    where: CaseFilterInput @cost(weight: \"10\"))")]
    [InlineData("    order: [CaseSortInput!] @cost(weight: \"10\"),")]
    [InlineData("@listSize(assumedSize: 50, requireOneSlicingArgument: false, sizedFields: [\"edges\", \"nodes\"]")]
    [InlineData("  openCase(input: OpenCaseInput!): OpenCasePayload! ")]
    [InlineData("union OpenCaseError = InvalidInputError | RefusedError | StaleError")]
    [InlineData("  errors: [OpenCaseError!]")]
    [InlineData("interface Error {")]
    [InlineData("type StaleError implements Error {")]
    [InlineData("  changes: [Change!]!")]
    [InlineData("  marking: Tlp! = AMBER")]
    [InlineData("  lead: ID!")]
    [InlineData("  for: String\n")]
    [InlineData("  clientMutationId: String")]
    [InlineData("input WhenInput @oneOf {")]
    [InlineData("  AMBER_STRICT")]
    [InlineData("enum SortEnumType {\n  ASC\n  DESC\n}")]
    [InlineData("scalar DateTime @specifiedBy(url: ")]
    [InlineData("scalar Duration @specifiedBy(url: ")]
    [InlineData("  caseChanged(id: ID!): Case! ")]
    [InlineData("  tags: ListStringOperationFilterInput")]
    [InlineData("  lead: IdOperationFilterInput")]
    [InlineData("  marking: TlpOperationFilterInput")]
    [InlineData("\"A case of the toy world.\"")]
    [InlineData("  \"People's number.\"\n  number")]
    [InlineData("    \"Its global id.\"\n    id: ID!): Case")]
    public void Holds(string part) => Assert.Contains(part, _sdl, StringComparison.Ordinal);

    [Theory]
    [InlineData("notShown")]
    [InlineData("labelId")]
    [InlineData("secret")]
    [InlineData("directive @specifiedBy")]
    [InlineData("directive @oneOf")]
    [InlineData("semanticNonNull")]
    [InlineData("directive @defer")]
    public void Does_not_hold(string part) => Assert.DoesNotContain(part, _sdl, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Is_the_same_text_from_another_composition()
    {
        await using var other = await Host.Start();
        Assert.Equal(_sdl, other.Services.ExportSchema());
    }

    [Fact]
    public void Names_a_connection_after_its_parent_where_two_fields_of_one_name_list_different_rows()
    {
        var model = Host.Model().Query(typeof(OtherTimeline));
        var sdl = SchemaText.Print(SchemaComposer.Compose(model, _host.Services.GetRequiredService<IServiceProviderIsService>()));
        Assert.Contains("type TimelineConnection {", sdl, StringComparison.Ordinal);
        Assert.Contains("type QueryTimelineConnection {", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_id_that_names_no_registered_node()
    {
        var model = new WireModel().Query(typeof(Queries));
        Assert.ThrowsAny<InvalidOperationException>(() => SchemaComposer.Compose(model, _host.Services.GetRequiredService<IServiceProviderIsService>()));
    }

    [Fact]
    public async Task Introspection_tells_of_specifications_and_input_deprecation()
    {
        var answer = await _host.Ask("""{ __type(name:"DateTime"){specifiedByURL} when: __type(name:"WhenInput"){isOneOf} __schema{directives{name isRepeatable args(includeDeprecated:true){name isDeprecated}}} }""");
        Assert.StartsWith("https://", answer.GetProperty("data").GetProperty("__type").GetProperty("specifiedByURL").GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("data").GetProperty("when").GetProperty("isOneOf").GetBoolean());
    }

    public static class OtherTimeline
    {
        public static Task<Kernel.Reading.Page<OfficerRow>> Timeline(Kernel.Reading.PageArgs page) => Task.FromResult(Kernel.Reading.Page<OfficerRow>.Empty);
    }
}
