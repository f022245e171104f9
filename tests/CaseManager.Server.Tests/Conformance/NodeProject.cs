using System.Diagnostics;
using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>The npm project <c>tests/conformance</c>: clients that other people wrote, run against our server.</summary>
internal static class NodeProject
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>The folder of the repository's solution file.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Folder { get; } = Path.Combine(Root, "tests", "conformance");

    /// <summary>Runs one script; its lines go to the test's output. Fails with them when a check did.</summary>
    public static async Task Run(string script, object target, ITestOutputHelper output)
    {
        await Install(output);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(target));
            var (code, lines) = await Start("node", [script], new() { ["CONFORMANCE_TARGET"] = file });
            foreach (var line in lines) output.WriteLine(line);
            Assert.True(code == 0, string.Join('\n', lines.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task Install(ITestOutputHelper output)
    {
        await Installing.WaitAsync();
        try
        {
            // npm writes this file last: without it an installation was broken off.
            if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))) return;
            var (code, lines) = await Start("npm", ["ci", "--no-audit", "--no-fund"], []);
            foreach (var line in lines) output.WriteLine(line);
            Assert.True(code == 0, "npm ci failed in tests/conformance; it needs Node 20 or later and a package registry.");
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Code, List<string> Lines)> Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var lines = new List<string>();
        void Keep(object _, DataReceivedEventArgs line)
        {
            lock (lines)
                if (line.Data is { } text) lines.Add(text);
        }
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, lines);
    }

    private static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "CaseManager.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
