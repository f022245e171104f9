using CaseManager.Repo.Tests.Rules;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed class DirectionTests
{
    [Fact]
    public void Everybody_knows_only_whom_they_may()
    {
        var code = Tree.Code("src");

        Assert.True(code.Count > 150, $"found {code.Count} files");
        Assert.Empty(code.SelectMany(Directions.Problems));
    }

    [Theory]
    [InlineData("src/CaseManager.Domain/Cases/X.cs", "using CaseManager.Domain.Access;", "knows Domain.Access")]
    [InlineData("src/CaseManager.Domain/Kernel/X.cs", "using CaseManager.Domain.Cases;", "knows Domain.Cases")]
    [InlineData("src/CaseManager.Domain/Cases/X.cs", "using CaseManager.Server.Kernel;", "knows Server.Kernel")]
    [InlineData("src/CaseManager.Server/Access/X.cs", "using CaseManager.Server.Cases;", "knows Server.Cases")]
    [InlineData("src/CaseManager.Server/Access/X.cs", "using CaseManager.Domain.Cases;", "knows Domain.Cases")]
    [InlineData("src/CaseManager.Server/Cases/X.cs", "class X(IDocumentStore store);", "names IDocumentStore")]
    [InlineData("src/CaseManager.Server/Hosting/X.cs", "class X(NpgsqlDataSource database);", "names NpgsqlDataSource")]
    [InlineData("src/CaseManager.Server/Cases/X.cs", "static void F(HttpContext http) { }", "names HttpContext")]
    [InlineData("src/CaseManager.Server/Cases/X.cs", "using GraphQL.Types;", "knows the GraphQL engine")]
    [InlineData("src/CaseManager.Server/Kernel/Wire/X.cs", "using GraphQLParser.AST;", "knows the GraphQL engine")]
    public void What_they_may_not_is_found(string path, string text, string problem) =>
        Assert.Equal([$"{path} {problem}"], Directions.Problems(new(path, text)));

    [Fact]
    public void The_web_apps_imports_go_one_way()
    {
        var code = Tree.Files.Where(f => f.Path.StartsWith("src/CaseManager.Web/", StringComparison.Ordinal) && f.Path.Contains(".ts", StringComparison.Ordinal)).ToList();

        Assert.True(code.Count > 20, $"found {code.Count} files");
        Assert.Empty(code.SelectMany(WebDirections.Problems));
    }

    [Theory]
    [InlineData("ui/X.tsx", "import { graphql } from '../gql';", "knows gql")]
    [InlineData("ui/X.tsx", "const page = import('../features/cases/CasePage');", "knows features")]
    [InlineData("ui/X.tsx", "import { RecordLink } from '../records/RecordLink';", "knows records")]
    [InlineData("records/X.tsx", "const page = import('../features/cases/CasePage');", "knows features")]
    [InlineData("features/cases/X.tsx", "import { session } from '../../app/session';", "knows app/session")]
    [InlineData("features/cases/X.tsx", "import { Board } from '../operations/BoardPage';", "knows features/operations")]
    public void An_import_the_other_way_is_found(string path, string text, string problem) =>
        Assert.Equal([$"src/CaseManager.Web/{path} {problem}"], WebDirections.Problems(new($"src/CaseManager.Web/{path}", text)));
}
