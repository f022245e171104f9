using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;
using CaseManager.Server;
using CaseManager.Server.GraphQl;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed partial class RepositoryTests
{
    [Fact]
    public void The_readme_gives_the_two_commands_and_its_files_are_there()
    {
        var readme = Tree.File("README.md").Text;

        Assert.Contains("\ndotnet run --project src/CaseManager.Server\n", readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", readme, StringComparison.Ordinal);
        Assert.Contains("\n## Non-goals\n", readme, StringComparison.Ordinal);
        Assert.Empty(DeadLinks("README.md", readme));
    }

    [Fact]
    public void No_document_points_at_nothing() =>
        Assert.Empty(Tree.Files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)).SelectMany(f => DeadLinks(f.Path, f.Text)));

    [Fact]
    public void A_dead_link_is_found() =>
        Assert.Equal(["docs/x.md: gone.md"], DeadLinks("docs/x.md", "see [it](gone.md), [web](https://example.org) and [this](../README.md#run)"));

    // Every file named in the architecture page exists: it is read as a map.
    [Fact]
    public void The_architecture_page_names_files_that_exist()
    {
        var named = FileName().Matches(Tree.File("docs/architecture.md").Text).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 15, $"found {named.Count}");
        Assert.DoesNotContain(named, name => !Tree.Files.Any(f => f.Path == name || f.Path.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_committed_schema_is_the_composed_one()
    {
        var composed = Composed();

        Assert.Equal(composed, Tree.File("schema.graphql").Text);
        Assert.NotEqual(composed, composed.Replace("totalCount", "count", StringComparison.Ordinal));
    }

    [Fact]
    public void The_ci_script_can_be_executed()
    {
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Path.Combine(Tree.Root, ".ci/run")).HasFlag(UnixFileMode.UserExecute));
        Assert.StartsWith("#!", Tree.File(".ci/run").Text, StringComparison.Ordinal);
    }

    // Where there is no docker-compose, the file's form is looked at by whoever has one.
    [Fact]
    public void Docker_compose_accepts_the_file()
    {
        var file = Path.Combine(Tree.Root, "docker-compose.yml");
        Assert.Contains("services:", File.ReadAllText(file), StringComparison.Ordinal);
        if (Compose() is not { } compose)
            return;

        var (code, text) = Tree.Run(compose, "-f", file, "config");

        Assert.True(code == 0, text);
    }

    private static string Composed()
    {
        var builder = WebApplication.CreateBuilder();
        SchemaCommand.Prepare(builder);
        builder.AddSlices();
        builder.AddWire();
        return SchemaCommand.Text(builder);
    }

    private static string? Compose() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "docker-compose")).FirstOrDefault(File.Exists);

    private static IEnumerable<string> DeadLinks(string path, string text) => Link().Matches(text).Select(m => m.Groups[1].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal))
        .Where(to => !Path.Exists(Path.Combine(Tree.Root, Path.GetDirectoryName(path)!, to)))
        .Select(to => $"{path}: {to}");

    [GeneratedRegex(@"\]\(([^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:[\w.-]+/)*[\w-]+\.(?:cs|txt|graphql|yml|json))`")]
    private static partial Regex FileName();
}
