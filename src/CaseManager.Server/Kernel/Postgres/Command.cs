using System.Diagnostics;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>A program run to its end, with everything it said.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program; a program that is not there has exit code 127, as in a shell.</summary>
    public static async Task<Command> Run(IEnumerable<string> words, CancellationToken cancel, string? folder = null)
    {
        var start = Describe(words);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = folder ?? "";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = process.StandardOutput.ReadToEndAsync(cancel);
            var complained = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, (await said + await complained).Trim());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new(127, missing.Message);
        }
    }

    /// <summary>The same, for those whose failure ends the start.</summary>
    public static async Task<string> Must(string purpose, IEnumerable<string> words, CancellationToken cancel)
    {
        var command = await Run(words, cancel);
        return command.Succeeded
            ? command.Output
            : throw new PostgresUnavailableException($"{purpose} failed (exit code {command.ExitCode}):\n{command.Output}");
    }

    public static ProcessStartInfo Describe(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return new(all[0], all[1..]) { UseShellExecute = false, RedirectStandardInput = true };
    }

    /// <summary>Whether a program of that name is on the path.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin") // useradd and runuser live here, often outside an ordinary path
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
