using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

/// <summary>The build breaks on what is banned: each sample is compiled under the build's own lists and settings.</summary>
public sealed class BannedSymbolTests
{
    private const string Domain = "src/CaseManager.Domain";
    private const string Server = "src/CaseManager.Server";
    private const string Honest = "class X { static int F(int x) => x + 1; }";

    private static readonly string[] _doors =
    [
        Using("Marten.IDocumentStore", "x.LightweightSession()"),
        Using("Marten.IDocumentSession", "x.SaveChangesAsync()"),
        Using("Marten.IQuerySession", "x.Query<string>()"),
        Using("Marten.IDocumentOperations", "x.Store(\"\")"),
        Using("Npgsql.NpgsqlDataSource", "x.OpenConnection()"),
    ];

    [Fact]
    public void A_rule_with_a_clock_chance_or_input_does_not_compile()
    {
        var complaints = Sample.Compile(Domain, "Cases",
        [
            Returning("System.DateTimeOffset.UtcNow"),
            Returning("System.Guid.NewGuid()"),
            Returning("System.Threading.Tasks.Task.CompletedTask"),
            Returning("System.IO.File.Exists(\"x\")"),
            Returning("System.TimeProvider.System"),
            Returning("new System.Random()"),
            Honest,
        ]);

        Assert.All(complaints.SkipLast(1), IsBanned);
        Assert.Equal("", complaints[^1]);
    }

    [Fact]
    public void A_slice_that_uses_a_session_the_database_or_a_clock_does_not_compile()
    {
        var masking = "class X { static object F(Marten.AdvancedOperations x) => x.ApplyEventDataMasking(null!, default); }";

        var complaints = Sample.Compile(Server, "Cases", [.. _doors, masking, Returning("System.DateTimeOffset.UtcNow"), Honest]);

        Assert.All(complaints.SkipLast(1), IsBanned);
        Assert.Equal("", complaints[^1]);
    }

    [Fact]
    public void The_kernel_which_is_the_doors_may() =>
        Assert.All(Sample.Compile(Server, "Kernel/Store", _doors), complaint => Assert.Equal("", complaint));

    [Fact]
    public void A_sample_that_is_no_csharp_is_told_apart() =>
        Assert.Contains("CS0103", Sample.Compile(Domain, "Cases", Returning("nothing"))[0], StringComparison.Ordinal);

    private static void IsBanned(string complaint) => Assert.Contains("error RS0030", complaint, StringComparison.Ordinal);

    private static string Returning(string value) => $"class X {{ static object F() {{ return {value}; }} }}";

    private static string Using(string type, string use) => $"class X {{ static void F({type} x) {{ {use}; }} }}";
}
