using System.Diagnostics;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>JasperFx's command line on a store of its own, as an operator types it.</summary>
public sealed class CommandLineTests
{
    private static readonly string Root = Kernel.Postgres.RepositoryRoot.Find()!;
    // Its own folder, not the tests': the command line looks for commands in every assembly beside it.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("CaseManager.Server.Tests", "CaseManager.Server", StringComparison.Ordinal), "CaseManager.Server.dll");

    private static readonly string Sources = Path.Combine(Root, "src", "CaseManager.Server");

    [Fact]
    public async Task The_store_is_described_set_up_proven_and_rebuilt()
    {
        var database = await TestPostgres.NewDurableDatabase();
        foreach (var line in new[] { "resources setup", "describe", "db-assert", "views rebuild", "projections list" })
        {
            var (code, output) = await Run(database, Sources, line.Split(' '));
            Assert.True(code == 0, $"{line}: {code}\n{output}");
        }
    }

    [Fact]
    public async Task The_generated_handlers_are_in_step_with_their_sources()
    {
        var folder = TestPostgres.NewFolder();
        foreach (var settings in Directory.GetFiles(Sources, "appsettings*.json"))
            File.Copy(settings, Path.Combine(folder, Path.GetFileName(settings)));

        var (code, output) = await Run(await TestPostgres.NewDurableDatabase(), folder, "codegen", "write");

        Assert.True(code == 0, output);
        Assert.Equal(Generated(Sources), Generated(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string> Generated(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "Internal", "Generated"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static async Task<(int Code, string Output)> Run(string database, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__CaseManager"] = database;
        start.Environment["Web__Prebuilt"] = "true";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
