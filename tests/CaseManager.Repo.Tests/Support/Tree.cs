using System.Diagnostics;
using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Repo.Tests.Support;

/// <summary>One tracked text file: its path from the root, with slashes, and its text.</summary>
internal sealed record Source(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');
}

/// <summary>The repository's own files: what git tracks or would track.</summary>
internal static class Tree
{
    public static string Root { get; } = RepositoryRoot.Find() ?? throw new InvalidOperationException("No CaseManager.sln above the tests.");

    public static IReadOnlyList<Source> Files { get; } = [.. Paths().Where(IsText).Select(Read)];

    public static IReadOnlyList<Source> Code(string under) =>
        [.. Files.Where(f => f.Path.StartsWith(under + "/", StringComparison.Ordinal) && f.Path.EndsWith(".cs", StringComparison.Ordinal)
            && !f.Path.Contains("/Internal/Generated/", StringComparison.Ordinal))];

    public static Source File(string path) => Read(path);

    /// <summary>Runs to its end; what it printed, and its exit code.</summary>
    public static (int Code, string Out) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + complaint.Result);
    }

    private static IEnumerable<string> Paths()
    {
        var (code, text) = Run("git", "-c", "core.quotepath=off", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard");
        if (code != 0)
            throw new InvalidOperationException(text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => System.IO.File.Exists(Path.Combine(Root, path)));
    }

    private static bool IsText(string path) =>
        Path.GetExtension(path) is not (".png" or ".jpg" or ".ico" or ".woff2" or ".gz" or ".zip");

    private static Source Read(string path) => new(path, System.IO.File.ReadAllText(Path.Combine(Root, path)));
}
