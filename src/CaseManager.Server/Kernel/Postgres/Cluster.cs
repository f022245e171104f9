using System.Globalization;
using System.Security.Cryptography;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The files of one embedded server: its cluster, password, port and log, all in one folder.</summary>
/// <param name="Folder">The store's folder.</param>
/// <param name="User">Who the server runs as.</param>
internal sealed record Cluster(string Folder, RunAs User)
{
    public string Files => Path.Combine(Folder, "cluster");
    public string Log => Path.Combine(Folder, "postgres.log");
    public string Password => File.ReadAllText(Path.Combine(Folder, "password"));

    private string PortFile => Path.Combine(Folder, "port");

    /// <summary>The version that wrote the cluster, or null if there is none yet.</summary>
    public int? Major => File.Exists(VersionFile)
        ? int.Parse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture)
        : null;

    private string VersionFile => Path.Combine(Files, "PG_VERSION");

    /// <summary>Makes the cluster if it is not there. One that was begun and not finished is made anew.</summary>
    public async Task Initialise(PostgresBinaries binaries, bool durable, CancellationToken cancel)
    {
        if (Directory.Exists(Files))
            return;
        WritePrivately(Path.Combine(Folder, "password"), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        // Renamed when whole, so that a crash in the middle leaves nothing that looks like a store.
        var partial = Path.Combine(Folder, "cluster.partial");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        var given = Path.Combine(partial, "..", "password.given");
        WritePrivately(given, Password);
        await User.Own(partial, cancel);
        await User.Own(given, cancel);
        string[] locale = binaries.Major >= 17
            ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            : ["--locale=C.UTF-8"];
        await Command.Must("Making the store (initdb)",
            [
                .. User.Prefix(), binaries.Initdb, "-D", partial, "-U", "postgres", "-E", "UTF8", "--data-checksums",
                "--auth=scram-sha-256", $"--pwfile={given}", .. locale, .. durable ? Array.Empty<string>() : ["--no-sync"],
            ],
            cancel);
        File.Delete(given);
        Directory.Move(partial, Files);
    }

    public int? LastPort =>
        File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;

    public void Keep(int port) => File.WriteAllText(PortFile, port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets the previous run's log aside.</summary>
    public void TurnLog()
    {
        if (File.Exists(Log))
            File.Move(Log, Path.Combine(Folder, "postgres.previous.log"), overwrite: true);
    }

    /// <summary>The last lines the server wrote, for a message about why it is not there.</summary>
    public string LogTail() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(15)) : "(no log was written)";

    private static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
