using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The programs of one PostgreSQL installation.</summary>
/// <param name="Folder">The folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">Its major version; a store can only be opened by the one that made it.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version the rest of the system is tested with.</summary>
    public const int OldestMajor = 15;

    public string Initdb => Program("initdb");
    public string PgCtl => Program("pg_ctl");
    public string Postgres => Program("postgres");

    /// <summary>Finds an installation: the pinned one, else one of this machine. A store's own version is kept to.</summary>
    public static async Task<PostgresBinaries> Find(int? storeMajor, RunAs user, Action<string> say, CancellationToken cancel)
    {
        var why = new List<string>();
        var pinned = await PinnedPostgres.Folder(say, why.Add, cancel);
        foreach (var folder in new[] { pinned }.OfType<string>().Concat(OnThisMachine()))
        {
            var reachable = await ReachableFolder.For(folder, user, say, cancel);
            var found = await Command.Run([.. user.Prefix(), Path.Combine(reachable, Executable("postgres")), "--version"], cancel);
            var major = MajorOf(found.Output);
            if (!found.Succeeded)
                why.Add($"{folder}: does not run here: {found.Output}");
            else if (major < OldestMajor)
                why.Add($"{folder}: version {major} is older than {OldestMajor}");
            else if (storeMajor is not null && storeMajor != major)
                why.Add($"{folder}: version {major}, but the store was written by version {storeMajor}");
            else
                return new(reachable, major);
        }
        throw new PostgresUnavailableException(
            "No usable PostgreSQL was found. Install Node 20 with npm (the binaries then come by themselves), or PostgreSQL 15 or later, "
            + "or name a server in ConnectionStrings__CaseManager."
            + string.Concat(why.Select(line => $"\n  {line}")));
    }

    private static IEnumerable<string> OnThisMachine()
    {
        var versioned = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).OrderDescending()
            : Enumerable.Empty<string>();
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(versioned)
            .Where(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, Executable("postgres"))))
            .Select(RealFolder)
            .Where(folder => File.Exists(Path.Combine(folder, Executable("initdb"))))
            .Distinct();
    }

    // A link into another folder: PostgreSQL finds its libraries beside the real program.
    private static string RealFolder(string folder)
    {
        var program = new FileInfo(Path.Combine(folder, Executable("postgres")));
        return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
    }

    private string Program(string name) => Path.Combine(Folder, Executable(name));

    internal static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private static int MajorOf(string version) =>
        int.TryParse(VersionPattern().Match(version).Groups[1].Value, CultureInfo.InvariantCulture, out var major) ? major : 0;

    [GeneratedRegex(@"(\d+)(\.|devel|beta|rc|\s|$)")]
    private static partial Regex VersionPattern();
}
