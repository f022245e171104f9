using Xunit;

namespace CaseManager.Server.Tests.Access;

/// <summary>The oracle asks everything that the schema offers: whoever adds a field adds a question.</summary>
public sealed class CoverageTests
{
    /// <summary>Edges that lead to no record of anybody's, with the reason.</summary>
    private static readonly Dictionary<string, string> Left = [];

    [Fact]
    public void Every_root_field_edge_and_time_of_the_schema_is_asked_for()
    {
        var coverage = new Coverage(File.ReadAllText(Path.Combine(Root(), "schema.graphql")));
        foreach (var question in Questions.All)
            coverage.Walk(question);
        Assert.Empty(coverage.Needed.Except(coverage.Reached).Except(Left.Keys));
        Assert.Empty(Left.Keys.Except(coverage.Needed));
    }

    [Fact]
    public void A_field_without_a_question_is_found()
    {
        var coverage = new Coverage("type Query { secrets: Secret cases(asOf: String): Secret } type Secret { id: ID! of: Secret }");
        coverage.Walk("{ cases { id } }");
        Assert.Equal(["Query.secrets", "Query.cases(asOf)", "Secret.of"], coverage.Needed.Except(coverage.Reached));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseManager.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
