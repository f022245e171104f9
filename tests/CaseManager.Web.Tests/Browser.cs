using System.Diagnostics;

namespace CaseManager.Web.Tests;

/// <summary>The Chromium of this machine; where there is none, Debian's, if one may install it.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <exception cref="InvalidOperationException">There is none, and it cannot be installed.</exception>
    public static async Task<string> Path()
    {
        if (Found() is { } here)
            return here;
        if (Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await Apt("update");
            await Apt("install", "-y", "--no-install-recommends", "chromium");
        }
        return Found() ?? throw new InvalidOperationException("These tests drive Chromium, and there is none on the PATH. On Debian: apt-get install chromium.");
    }

    private static string? Found() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static async Task Apt(params string[] arguments)
    {
        using var apt = Process.Start(new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(), apt.StandardError.ReadToEndAsync());
        await apt.WaitForExitAsync();
    }
}
