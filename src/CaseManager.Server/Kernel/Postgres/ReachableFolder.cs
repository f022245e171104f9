using System.Security.Cryptography;
using System.Text;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// A repository in root's home cannot be entered by the ordinary user PostgreSQL runs as. What that user needs is then
/// kept under /var/lib/casemanager, in a folder named after the path it stands for.
/// </summary>
internal static class ReachableFolder
{
    private const string Shared = "/var/lib/casemanager";

    /// <summary>The programs' folder, or a copy of the installation that the user can run.</summary>
    public static async Task<string> For(string bin, RunAs user, Action<string> say, CancellationToken cancel)
    {
        if (await user.CanReach(Path.Combine(bin, "postgres"), cancel))
            return bin;
        var installation = Path.GetDirectoryName(bin)!;
        // The time of the programs is part of the name: another version is another copy.
        var stamp = File.GetLastWriteTimeUtc(Path.Combine(bin, "postgres")).Ticks;
        var copy = Path.Combine(Shared, $"postgres-{Name(installation + stamp)}");
        if (!Directory.Exists(copy))
        {
            say($"The database user cannot enter {installation}: copying PostgreSQL to {copy}.");
            OpenFolder(Shared);
            var partial = $"{copy}.{Environment.ProcessId}";
            await Command.Must("Copying PostgreSQL", ["cp", "-a", installation, partial], cancel);
            await Command.Must("Opening the copy to all", ["chmod", "-R", "a+rX", partial], cancel);
            if (!Directory.Exists(copy))
                Directory.Move(partial, copy);
        }
        return Path.Combine(copy, Path.GetFileName(bin));
    }

    /// <summary>The store's folder, or one that stands for it where the user can go. It exists afterwards.</summary>
    public static async Task<string> ForStore(string wished, RunAs user, Action<string> say, CancellationToken cancel)
    {
        if (await user.CanReach(ExistingPart(wished), cancel))
        {
            OpenFolder(wished);
            if (await user.CanReach(wished, cancel))
                return wished;
        }
        var folder = Path.Combine(Shared, $"store-{Name(wished)}");
        say($"The database user cannot enter {wished}: the store is kept in {folder}.");
        OpenFolder(Shared);
        OpenFolder(folder);
        return folder;
    }

    private static string ExistingPart(string path)
    {
        while (!Directory.Exists(path))
            path = Path.GetDirectoryName(path)!;
        return path;
    }

    // Others may pass through but not look around; what lies inside is guarded by its own mode.
    private static void OpenFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (RunAs.IsRoot && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static string Name(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
