using System.Diagnostics;

namespace CaseManager.Web.Tests;

/// <summary>What npm and its programs do with the web project's sources.</summary>
internal static class Npm
{
    /// <summary>Installs what the lock file of <paramref name="folder"/> names, if it is not there.</summary>
    public static async Task Install(string folder)
    {
        var note = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (File.Exists(note) && File.GetLastWriteTimeUtc(note) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return;
        var (exit, said) = await Run("npm", folder, "ci");
        if (exit != 0)
            throw new InvalidOperationException($"npm ci in {folder}: {said}");
    }

    /// <summary>How the program ended, and all it said.</summary>
    public static async Task<(int Exit, string Said)> Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
