using System.Globalization;
using CaseManager.Server.Kernel.Postgres;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>A PostgreSQL running on a store whose server is gone, as a kill can leave it where nothing ties the two.</summary>
internal static class Orphan
{
    /// <summary>Starts PostgreSQL detached on the files of a stopped server and answers with its process id.</summary>
    public static async Task<int> Start(EmbeddedPostgres stopped)
    {
        var files = Path.Combine(stopped.Folder, "cluster");
        var user = await RunAs.Choose(files, static _ => { }, default);
        var major = int.Parse(await File.ReadAllTextAsync(Path.Combine(files, "PG_VERSION")), CultureInfo.InvariantCulture);
        var binaries = await PostgresBinaries.Find(major, user, static _ => { }, default);
        await Command.Must("Starting the orphan",
            [.. user.Prefix(), binaries.PgCtl, "start", "-w", "-D", files, "-l", Path.Combine(files, "orphan.log")], default);
        return PostmasterFile.Read(new Cluster(stopped.Folder, user))!.ProcessId;
    }

    /// <summary>Whether it still has files open; a process that ended and was not yet collected has not.</summary>
    public static bool StillWorks(int processId) => new FileInfo($"/proc/{processId}/cwd").LinkTarget is not null;
}
