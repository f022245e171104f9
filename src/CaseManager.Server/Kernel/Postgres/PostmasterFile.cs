using System.Globalization;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>What <c>postmaster.pid</c> says: who runs on a cluster, and how far it is.</summary>
internal sealed record PostmasterFile(int ProcessId, bool IsReady)
{
    private const int StatusLine = 7;

    public static string PathIn(Cluster cluster) => Path.Combine(cluster.Files, "postmaster.pid");

    /// <summary>Null when there is none, or it is only half written.</summary>
    public static PostmasterFile? Read(Cluster cluster)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(cluster));
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id)
                ? new(id, lines.Length > StatusLine && lines[StatusLine].Trim() == "ready")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
