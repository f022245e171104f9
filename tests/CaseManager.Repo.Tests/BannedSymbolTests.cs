using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

/// <summary>The build breaks on what is banned: each sample is compiled under the build's own lists and settings.</summary>
public sealed class BannedSymbolTests
{
    private const string Domain = "src/CaseManager.Domain";
    private const string Server = "src/CaseManager.Server";

    [Theory]
    [InlineData("return System.DateTimeOffset.UtcNow;")]
    [InlineData("return System.Guid.NewGuid();")]
    [InlineData("return System.Threading.Tasks.Task.CompletedTask;")]
    [InlineData("return System.IO.File.Exists(\"x\");")]
    [InlineData("return System.TimeProvider.System;")]
    [InlineData("return new System.Random();")]
    public void A_rule_with_a_clock_chance_or_input_does_not_compile(string body) =>
        Assert.Contains("RS0030", Sample.Compile(Domain, "Cases", $"class X {{ static object F() {{ {body} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Marten.IDocumentStore", "x.LightweightSession()")]
    [InlineData("Marten.IDocumentSession", "x.SaveChangesAsync()")]
    [InlineData("Marten.IQuerySession", "x.Query<string>()")]
    [InlineData("Marten.IDocumentOperations", "x.Store(\"\")")]
    [InlineData("Npgsql.NpgsqlDataSource", "x.OpenConnection()")]
    public void A_slice_that_uses_a_session_or_the_database_does_not_compile(string type, string use)
    {
        var sample = $"class X {{ static void F({type} x) {{ {use}; }} }}";

        Assert.Contains("RS0030", Sample.Compile(Server, "Cases", sample), StringComparison.Ordinal);
        Assert.Equal("", Sample.Compile(Server, "Kernel/Store", sample));
    }

    [Fact]
    public void A_slice_that_masks_facts_does_not_compile() =>
        Assert.Contains("RS0030", Sample.Compile(Server, "Cases",
            "class X { static object F(Marten.AdvancedOperations x) => x.ApplyEventDataMasking(null!, default); }"), StringComparison.Ordinal);

    [Fact]
    public void An_honest_rule_compiles() =>
        Assert.Equal("", Sample.Compile(Domain, "Cases", "class X { static int F(int x) => x + 1; }"));
}
