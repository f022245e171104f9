using System.Diagnostics;
using System.Globalization;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// What an earlier run that was killed may have left on our cluster: a server still running, its last workers,
/// or a file naming a process that has nothing to do with us. We hold the folder's lock, so nobody else is using it.
/// </summary>
internal static class OrphanedPostgres
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public static async Task Clear(Cluster cluster, PostgresBinaries binaries, Action<string> say, CancellationToken cancel)
    {
        if (PostmasterFile.Read(cluster) is not { } file)
            return;
        if (IsOurs(file.ProcessId, cluster))
        {
            say($"A PostgreSQL of an earlier run still uses the store (process {file.ProcessId}): stopping it.");
            await Postmaster.StopCluster(cluster, binaries, "fast", cancel);
        }
        await WaitForWorkers(cluster, cancel);
        // The number may by now belong to a stranger, for whose sake PostgreSQL would refuse to start. No process works on
        // these files (just seen), so the file is stale. Where processes cannot be asked, PostgreSQL judges by itself.
        if (OperatingSystem.IsLinux())
            File.Delete(PostmasterFile.PathIn(cluster));
    }

    private static async Task WaitForWorkers(Cluster cluster, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (Workers(cluster) is { Length: > 0 } left)
        {
            if (watch.Elapsed > _patience)
                throw new PostgresUnavailableException(
                    $"Processes {string.Join(", ", left)} still use the store in {cluster.Folder}. End them and start again.");
            await Task.Delay(20, cancel);
        }
    }

    private static int[] Workers(Cluster cluster) =>
        !OperatingSystem.IsLinux()
            ? []
            : [.. Directory.GetDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0 && IsOurs(id, cluster))];

    // PostgreSQL's processes work in the folder of their cluster; a recycled process id does not.
    private static bool IsOurs(int processId, Cluster cluster)
    {
        if (!OperatingSystem.IsLinux())
            return IsPostgres(processId);
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget == RealPath(cluster.Files);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string RealPath(string path) =>
        new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
}
