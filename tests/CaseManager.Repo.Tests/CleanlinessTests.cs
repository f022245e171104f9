using CaseManager.Repo.Tests.Rules;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed class CleanlinessTests
{
    // The samples below are what the rule looks for.
    private static readonly string _own = "tests/CaseManager.Repo.Tests/CleanlinessTests.cs";

    [Fact]
    public void Nothing_is_in_the_tree_that_has_no_place_there()
    {
        Assert.True(Tree.Files.Count > 250, $"found {Tree.Files.Count} files");
        Assert.Empty(Tree.Files.Where(f => f.Path != _own).SelectMany(Cleanliness.Problems));
    }

    [Theory]
    [InlineData("a.md", "see /wo" + "rk/notes", "names a path of some machine")]
    [InlineData("a.cs", "var f = \"/home/ann/data\";", "names a path of some machine")]
    [InlineData("a.cs", "var f = @\"C:\\Users\\ann\";", "names a path of some machine")]
    [InlineData("a.cs", "// TODO: later", "is marked as unfinished")]
    [InlineData("a.cs", "throw new NotImplementedException();", "is marked as unfinished")]
    [InlineData("a.json", "\"password\": \"Tr0ub4dor3xyz\"", "holds a secret")]
    [InlineData("a.env", "KEY=AKIAABCDEFGHIJKLMNOP", "holds a secret")]
    [InlineData("x/package-lock.json", "\"resolved\": \"https://mirror.corp/npm/a.tgz\"", "names a registry")]
    [InlineData(".npmrc", "registry=http://10.0.0.7:8080/", "names a registry")]
    [InlineData("a.cs", "bell \u0007", "holds a control character")]
    public void What_has_no_place_is_found(string path, string text, string problem) =>
        Assert.Equal([$"{path}:1 {problem}"], Cleanliness.Problems(new(path, text)));

    [Theory]
    [InlineData("a.cs", "GET /graphql/work HTTP/1.1")]
    [InlineData("a.yml", "Password=${CASEMANAGER_DB_PASSWORD:-}")]
    [InlineData("package-lock.json", "\"url\": \"https://github.com/sponsors/somebody\"")]
    public void What_only_looks_like_it_is_left_alone(string path, string text) =>
        Assert.Empty(Cleanliness.Problems(new(path, text)));
}
